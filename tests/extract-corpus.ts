/** Texts with what they say, and how well the extractor reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '#domain/extract/extract.ts';
import type { ExtractedItem, FoundField } from '#domain/extract/found.ts';
import type { ExtractKind } from '#domain/extract/terms.ts';

type Fields = Readonly<Record<string, string>>;

interface CorpusText {
  readonly id: string;
  readonly kind: ExtractKind;
  readonly text: string;
  /** Of each item its fields, as `shown` writes them; [] where the text is about nothing of the kind. */
  readonly expected: readonly Fields[];
}

export interface FieldScore {
  right: number;
  /** Read, but not said, or said otherwise. */
  wrong: number;
  /** Said, but not read so. */
  missed: number;
}

interface Slip {
  readonly id: string;
  readonly field: string;
  readonly expected: string | null;
  readonly found: string | null;
}

const marks = { exact: '', atLeast: '>=', atMost: '<=', about: '~' } as const;

/** `>=85000`, `4.7-6.7`, `32/3`, `4.5 yuanPerSqmDay`, `finance, headquarters`. */
function shown({ value, bound, unit }: FoundField): string {
  const mark = marks[bound ?? 'exact'];
  const tail = unit === undefined || unit === 'sqm' || unit === 'm' ? '' : ` ${unit}`;
  if (typeof value === 'number') return `${mark}${value}${tail}`;
  if (typeof value !== 'object') return `${value}${tail}`;
  if ('above' in value) return `${value.above ?? '-'}/${value.below ?? '-'}`;
  if ('min' in value) return `${mark}${value.min === value.max ? value.min : `${value.min}-${value.max}`}`;
  return value.join(', ');
}

function shownFields({ fields }: ExtractedItem): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shown(field)]));
}

function fieldsFrom(block: string): Fields {
  const fields = Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const [name = '', ...value] = line.split(': ');
        return [name, value.join(': ')];
      }),
  );
  return fields['grade'] === undefined ? fields : { gradeBasis: 'claim', ...fields };
}

function textFrom(part: string, kind: ExtractKind): CorpusText {
  const [head = '', ...rest] = part.split('\n');
  const [text = '', ...blocks] = rest.join('\n').split(/\n---\n/);
  const isNone = blocks[0]?.trim() === 'none';
  return { id: head.trim(), kind, text, expected: isNone ? [] : blocks.map(fieldsFrom) };
}

/** The day on which all texts of the corpus are read. */
export const corpusToday = '2026-11-25';
const circles = ['小白楼', '滨江道', '南京路', '五大道', '鞍山道', '津湾'];

/** All files of the corpus. */
export const corpusFiles: readonly string[] = readdirSync(join(import.meta.dirname, 'extract-corpus'))
  .map((file) => file.replace(/\.txt$/, ''))
  .sort();

/** @param name of a file of `tests/extract-corpus`, which begins with the kind */
export function corpusFile(name: string): readonly CorpusText[] {
  const kind: ExtractKind = name.startsWith('building') ? 'building' : 'requirement';
  const whole = readFileSync(join(import.meta.dirname, 'extract-corpus', `${name}.txt`), 'utf8');
  return whole
    .split(/^=== /m)
    .slice(1)
    .map((part) => textFrom(part, kind));
}

/** Reads a text as the corpus does. */
export function readText({ kind, text }: Pick<CorpusText, 'kind' | 'text'>) {
  return extract(kind, text, { today: corpusToday, circles });
}

interface CorpusResult {
  readonly byField: ReadonlyMap<string, FieldScore>;
  readonly slips: readonly Slip[];
  readonly precision: number;
  readonly recall: number;
}

/** Compares items in their order, field by field. */
export function scoreOf(texts: readonly CorpusText[]): CorpusResult {
  const byField = new Map<string, FieldScore>();
  const slips: Slip[] = [];
  for (const text of texts) {
    const items = readText(text).items.map(shownFields);
    for (let at = 0; at < Math.max(items.length, text.expected.length); at++) {
      const [found, expected] = [items[at] ?? {}, text.expected[at] ?? {}];
      for (const field of new Set([...Object.keys(expected), ...Object.keys(found)])) {
        const score = byField.get(field) ?? { right: 0, wrong: 0, missed: 0 };
        byField.set(field, score);
        const slip = { id: text.id, field, expected: expected[field] ?? null, found: found[field] ?? null };
        if (slip.expected === slip.found) score.right++;
        else {
          slips.push(slip);
          if (slip.found !== null) score.wrong++;
          if (slip.expected !== null) score.missed++;
        }
      }
    }
  }
  const sum = (name: keyof FieldScore) =>
    Array.from(byField.values()).reduce((total, score) => total + score[name], 0);
  return {
    byField,
    slips,
    precision: sum('right') / (sum('right') + sum('wrong')),
    recall: sum('right') / (sum('right') + sum('missed')),
  };
}
