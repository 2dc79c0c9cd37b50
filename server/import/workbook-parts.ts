/** What a workbook says of itself beside its sheets: their names, the shared texts, which formats show days. */
import type { Archive } from './archive.ts';
import { refuse } from './file-problem.ts';
import type { FileLimits } from './limits.ts';
import { attribute, elementsOf, insideOf, officeText, tagsOf, textOf } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly texts: readonly string[];
  /** By the number of a cell's style: whether it shows its number as a day. */
  readonly isDay: readonly boolean[];
  readonly isFrom1904: boolean;
}

/** @throws UnreadableFile */
export async function readParts(archive: Archive, limits: FileLimits): Promise<WorkbookParts> {
  const root = await relations(archive, '', '_rels/.rels');
  const path = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const workbook = await archive.text(path);
  if (!workbook.includes('sheet')) refuse('corrupt', { part: path });
  const own = await relations(archive, folder, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const pathOf = (kind: string) => own.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? '';
  const sheets = tagsOf(workbook, 'sheet').flatMap((tag) => {
    const relation = own.find(({ id }) => id === attribute(tag, 'id'));
    if (!relation?.type.endsWith('/worksheet')) return [];
    const isHidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    return [{ name: attribute(tag, 'name') ?? '', path: relation.target, isHidden }];
  });
  if (sheets.length === 0) refuse('corrupt', { part: path });
  if (sheets.length > limits.sheets) refuse('tooManySheets', { found: sheets.length, most: limits.sheets });
  const properties = tagsOf(workbook, 'workbookPr')[0] ?? '';
  return {
    sheets,
    texts: await sharedTexts(archive, pathOf('sharedStrings'), limits),
    isDay: dayStyles(await archive.text(pathOf('styles'))),
    isFrom1904: /^(?:1|true)$/.test(attribute(properties, 'date1904') ?? ''),
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function relations(archive: Archive, folder: string, path: string): Promise<Relation[]> {
  return tagsOf(await archive.text(path), 'Relationship').map((tag) => {
    const target = attribute(tag, 'Target') ?? '';
    return {
      id: attribute(tag, 'Id') ?? '',
      type: attribute(tag, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    };
  });
}

const textEnd = /<\/(?:\w+:)?si\s*>|<(?:\w+:)?si\s*\/>/g;

async function sharedTexts(archive: Archive, path: string, limits: FileLimits): Promise<string[]> {
  const size = archive.inflatedBytes(path) ?? 0;
  if (size > limits.textBytes) refuse('inflatesTooMuch', { part: path, found: size, most: limits.textBytes });
  const texts: string[] = [];
  for await (const piece of elementsOf(archive.chunks(path), textEnd, limits.textBytes)) {
    if (piece.endsWith('>') && /si\s*\/?>$/.test(piece)) texts.push(runsText(piece));
  }
  return texts;
}

const runs = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*|[\s\S]*?)<\/(?:\w+:)?t>/g;

/** The text of a cell without its formats and without the reading marks of phonetic scripts. */
export function runsText(xml: string): string {
  const spoken = xml.includes('rPh')
    ? xml.replaceAll(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
    : xml;
  let text = '';
  for (const [, run] of spoken.matchAll(runs)) text += textOf(run ?? '');
  return officeText(text);
}

/** Built-in formats that show a day; 18–21 and 45–47 show a time alone. */
const dayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

function dayStyles(styles: string): boolean[] {
  const codes = new Map(
    tagsOf(insideOf(styles, 'numFmts') ?? '', 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId') ?? '',
      attribute(tag, 'formatCode') ?? '',
    ]),
  );
  return tagsOf(insideOf(styles, 'cellXfs') ?? '', 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    const code = codes.get(id);
    return code === undefined ? dayFormats.includes(Number(id)) : showsDay(code);
  });
}

function showsDay(code: string): boolean {
  const letters = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '');
  return /[yd年日]/i.test(letters) && !/general/i.test(letters);
}
