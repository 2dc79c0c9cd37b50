/** Where the headings of a sheet stand, and what they say: titles above them, groups over them, doubles among them. */
import { type Cell, cellText, columnLetter, isBlank, type Merge, type Sheet, type SheetRow } from './cell.ts';
import { targetOfHeading } from './heading-lookup.ts';
import { nameKey, plain } from './plain.ts';
import { type ImportEntity, importEntities } from './targets/target.ts';

export interface HeadingColumn {
  readonly column: number;
  readonly letter: string;
  /** As shown, group and heading joined by a space; "" where the column has none. */
  readonly heading: string;
  /** The first column with the same heading; null when there is none before. */
  readonly sameAs: number | null;
}

export interface Headings {
  /** Row numbers: one row, or a group row and the row under it. */
  readonly rows: readonly number[];
  readonly columns: readonly HeadingColumn[];
  /** Of the headings in their order; equal for sheets that one mapping fits. */
  readonly fingerprint: string;
}

export type HeadingsRead =
  | { readonly ok: true; readonly headings: Headings }
  | { readonly ok: false; readonly reason: 'empty' | 'noHeadings' }
  | {
      readonly ok: false;
      readonly reason: 'tooManyColumns';
      readonly columns: number;
      readonly most: number;
    };

export const mostColumns = 256;
/** Titles and notes above the headings are never longer than this. */
const searched = 40;

interface Candidate {
  readonly rows: readonly SheetRow[];
  readonly texts: readonly string[];
  readonly score: number;
}

/**
 * Finds the headings.
 * @param entity what the sheet is about, when that is known; it decides between rows that both look like headings
 */
export function readHeadings(
  sheet: Pick<Sheet, 'rows' | 'merges'>,
  entity: ImportEntity | null = null,
  most: number = mostColumns,
): HeadingsRead {
  const top = firstRows(sheet.rows);
  if (top.length === 0) return { ok: false, reason: 'empty' };
  const widest = Math.max(...top.map(({ cells }) => cells.length));
  if (widest > most) return { ok: false, reason: 'tooManyColumns', columns: widest, most };
  const entities = entity ? [entity] : importEntities;
  const best = top
    .flatMap((row, index) => candidates(row, top[index + 1], sheet.merges, entities))
    .reduce<Candidate | null>((held, next) => (held && held.score >= next.score ? held : next), null);
  if (!best || best.score <= 0) return { ok: false, reason: 'noHeadings' };
  return { ok: true, headings: headingsFrom(best, widest) };
}

function firstRows(rows: Iterable<SheetRow>): SheetRow[] {
  const found: SheetRow[] = [];
  for (const row of rows) {
    found.push(row);
    if (found.length >= searched) break;
  }
  return found;
}

function candidates(
  row: SheetRow,
  next: SheetRow | undefined,
  merges: readonly Merge[],
  entities: readonly ImportEntity[],
): Candidate[] {
  const single = candidate([row], row.cells.map(headingText), entities);
  if (!next || !isGroupOver(row, next)) return [single];
  const under = candidate([next], next.cells.map(headingText), entities);
  const pair = candidate([row, next], joinedTexts(row, next, merges), entities);
  return pair.score > Math.max(single.score, under.score) ? [pair, single] : [single];
}

function headingText(cell: Cell | undefined): string {
  return cell === undefined ? '' : plain(cellText(cell).replaceAll('\0', ''));
}

/** Known headings count most; figures and dates speak against a row. */
function candidate(
  rows: readonly SheetRow[],
  texts: readonly string[],
  entities: readonly ImportEntity[],
): Candidate {
  const cells = rows.flatMap((row) => row.cells);
  const figures = cells.filter((cell) => !isBlank(cell) && !isHeadingLike(cell)).length;
  const filled = new Set(texts.filter((text) => text !== '')).size;
  const known = Math.max(
    ...entities.map((entity) => {
      const ids = texts.map((text) =>
        text === '' ? null : (targetOfHeading(entity, text)?.target.id ?? null),
      );
      return new Set(ids.filter((id) => id !== null)).size;
    }),
  );
  const isTitle = filled < 2 && known === 0;
  return { rows, texts, score: isTitle ? 0 : known * 10 + filled - figures * 5 };
}

function isHeadingLike(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 60 && !/^[\d.,%\s-]+$/.test(cell);
}

/** Both rows hold texts only, and the lower one stands under a gap of the upper one. */
function isGroupOver(row: SheetRow, next: SheetRow): boolean {
  if (next.number !== row.number + 1) return false;
  if (![...row.cells, ...next.cells].every((cell) => isBlank(cell) || isHeadingLike(cell))) return false;
  return next.cells.some((cell, column) => !isBlank(cell) && isBlank(row.cells[column]));
}

/** A group reaches over its merge; without merges, over the empty cells after it that have a heading under them. */
function joinedTexts(row: SheetRow, next: SheetRow, merges: readonly Merge[]): string[] {
  const width = Math.max(row.cells.length, next.cells.length);
  const acrossRows = merges.filter(({ top, bottom }) => top <= row.number && bottom >= row.number);
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const own = headingText(row.cells[column]);
    const under = headingText(next.cells[column]);
    const merge = acrossRows.find(({ left, right }) => left <= column && right >= column);
    if (own !== '') group = own;
    else if (merge) group = headingText(row.cells[merge.left]);
    else if (acrossRows.length > 0 || under === '') group = '';
    if (under === '' || under === group) return own;
    return group === '' ? under : `${group} ${under}`;
  });
}

function headingsFrom({ rows, texts }: Candidate, widest: number): Headings {
  const firstOf = new Map<string, number>();
  const columns = Array.from({ length: Math.max(widest, texts.length) }, (_, column) => {
    const heading = texts[column] ?? '';
    const key = heading === '' ? '' : nameKey(heading) || heading;
    const sameAs = key === '' ? null : (firstOf.get(key) ?? null);
    if (key !== '' && sameAs === null) firstOf.set(key, column);
    return { column, letter: columnLetter(column), heading, sameAs };
  });
  return { rows: rows.map(({ number }) => number), columns, fingerprint: fingerprintOf(texts) };
}

/** 53 bits of the headings' name keys in their order (cyrb53), as 14 hexadecimal digits. */
function fingerprintOf(texts: readonly string[]): string {
  const text = texts.map(nameKey).join('\n').trimEnd();
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
