/** The rows of one worksheet, cell by cell, while its part is still being inflated. */
import type { Cell, Merge } from '#domain/intake/cell.ts';
import { columnFromLetter } from '#domain/intake/cell.ts';
import { runsText, type WorkbookParts } from './workbook-parts.ts';
import { attribute, elementsOf, officeText, tagsOf, textOf } from './xml.ts';

const rowEnd = /<\/(?:\w+:)?row\s*>|<(?:\w+:)?row(?:\s[^<>]*)?\/>/g;
/** No row of 16,384 cells of the longest texts that people write comes near it. */
const longestRow = 64 * 1024 * 1024;

export interface RawRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Rows as they come; when the part ends, `merges` holds what is merged. Cells beyond `columns` are not kept apart. */
export async function* rowsOf(
  chunks: AsyncIterable<Uint8Array>,
  parts: WorkbookParts,
  merges: Merge[],
): AsyncGenerator<RawRow> {
  let last = 0;
  for await (const piece of elementsOf(chunks, rowEnd, longestRow)) {
    const start = /<(\w+:)?row(?=[\s/>])/.exec(piece);
    if (!start) {
      merges.push(...mergesIn(piece));
      continue;
    }
    const tagEnd = piece.indexOf('>', start.index);
    const tag = piece.slice(start.index, tagEnd);
    last = Number(quick(tag, 'r') ?? last + 1);
    if (tag.endsWith('/')) continue;
    const cells = cellsIn(piece, tagEnd, start[1] ?? '', parts);
    if (cells.length > 0) yield { number: last, cells };
  }
}

/** The attribute of a tag as nearly every program writes it; else by the slow way. */
function quick(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return tag.includes(`${name}=`) || tag.includes(`${name} =`) ? attribute(tag, name) : null;
  const from = at + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

function cellsIn(piece: string, from: number, prefix: string, parts: WorkbookParts): Cell[] {
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  const cells: Cell[] = [];
  let column = -1;
  for (let at = piece.indexOf(open, from); at >= 0; at = piece.indexOf(open, at + open.length)) {
    const next = piece.charAt(at + open.length);
    if (next !== ' ' && next !== '>' && next !== '/' && next !== '\n') continue;
    const tagEnd = piece.indexOf('>', at);
    if (tagEnd < 0) break;
    const tag = piece.slice(at, tagEnd);
    const place = quick(tag, 'r');
    column = (place === null ? null : columnFromLetter(place.replace(/\d+$/, ''))) ?? column + 1;
    if (tag.endsWith('/')) continue;
    const end = piece.indexOf(close, tagEnd);
    if (end < 0) break;
    const cell = cellFrom(tag, piece.slice(tagEnd + 1, end), parts);
    at = end;
    if (cell === null) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }
  return cells;
}

function cellFrom(tag: string, body: string, parts: WorkbookParts): Cell {
  const type = quick(tag, 't') ?? 'n';
  if (type === 'inlineStr') return runsText(body) || null;
  const value = inside(body, 'v');
  if (value === null) return formulaWithoutValue(body);
  switch (type) {
    case 's':
      return parts.texts[Number(value)] || null;
    case 'str':
      return officeText(textOf(value)) || null;
    case 'b':
      return value === '1' || value === 'true';
    case 'e':
      return { error: textOf(value) };
    case 'd':
      return { date: value.slice(0, 10) };
    default:
      return numberCell(value, Number(quick(tag, 's') ?? -1), parts);
  }
}

function inside(body: string, name: string): string | null {
  const at = body.search(new RegExp(`<(?:\\w+:)?${name}[\\s>]`));
  if (at < 0) return null;
  const from = body.indexOf('>', at) + 1;
  const end = body.indexOf('</', from);
  return body.slice(from, end < 0 ? from : end);
}

/** A formula that the program which wrote the file never worked out, shown as the formula. */
function formulaWithoutValue(body: string): Cell {
  const formula = inside(body, 'f');
  if (formula !== null) return { error: `=${textOf(formula)}`.slice(0, 200) };
  return /<(?:\w+:)?f\s[^>]*\/>/.test(body) ? { error: '=' } : null;
}

function numberCell(value: string, style: number, { isDay, isFrom1904 }: WorkbookParts): Cell {
  if (value === '') return null;
  const number = Number(value);
  if (Number.isNaN(number)) return textOf(value);
  if (isDay[style] !== true || number < 1 || number > 2_958_465) return number;
  // The 1900 system counts a 29 February 1900 that never was.
  const epoch = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, number < 60 ? 31 : 30);
  return { date: new Date(epoch + Math.floor(number) * 86_400_000).toISOString().slice(0, 10) };
}

function mergesIn(xml: string): Merge[] {
  return tagsOf(xml, 'mergeCell').flatMap((tag) => {
    const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(attribute(tag, 'ref') ?? '');
    const left = columnFromLetter(match?.[1] ?? '');
    const right = columnFromLetter(match?.[3] ?? '');
    if (!match || left === null || right === null) return [];
    return [{ left, right, top: Number(match[2]), bottom: Number(match[4]) }];
  });
}
