/** Where the headings of a sheet stand, and what they say: titles above them, groups over them, doubles among them. */
import { type Cell, cellText, columnLetter, isBlank, type Merge, type Sheet, type SheetRow } from './cell.ts';
import { targetOfHeading } from './heading-lookup.ts';
import { nameKey, plain } from './plain.ts';
import { type ImportEntity, importEntities } from './targets/target.ts';

export interface HeadingColumn {
  readonly column: number;
  readonly letter: string;
  /** As the sheet shows it, group and heading joined by a space; "" where the column has none. */
  readonly heading: string;
  /** The first column with the same heading; null when there is none before. */
  readonly sameAs: number | null;
}

export interface Headings {
  /** Row numbers: one row, or groups and the row under them; none where a person said that there are no headings. */
  readonly rows: readonly number[];
  readonly columns: readonly HeadingColumn[];
  /** Of the headings in their order; equal for sheets that one mapping fits. "" where no column has a heading. */
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
/** Headings are looked for, and can be chosen, among so many rows: titles and notes above them are never longer. */
const searched = 40;
/** Groups over groups over headings. */
export const mostHeadingRows = 3;

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
  const top = topRows(sheet.rows);
  if (top.length === 0) return { ok: false, reason: 'empty' };
  const widest = widestOf(top);
  if (widest > most) return { ok: false, reason: 'tooManyColumns', columns: widest, most };
  const entities = entity ? [entity] : importEntities;
  const best = top
    .flatMap((row, index) => candidates(row, top[index + 1], sheet.merges, entities))
    .reduce<Candidate | null>((held, next) => (held && held.score >= next.score ? held : next), null);
  if (!best || best.score <= 0) return { ok: false, reason: 'noHeadings' };
  return { ok: true, headings: headingsFrom(best.rows, best.texts, widest) };
}

/**
 * The headings as a person marked them.
 * @param numbers of up to `mostHeadingRows` rows, top to bottom; none where the sheet has no headings
 * @returns null where no such rows stand at the top of the sheet
 */
export function headingsAt(
  { rows, merges }: Pick<Sheet, 'rows' | 'merges'>,
  numbers: readonly number[],
): Headings | null {
  const top = topRows(rows);
  const chosen = top.filter(({ number }) => numbers.includes(number));
  const isInOrder = numbers.every((number, i) => chosen[i]?.number === number);
  if (!isInOrder || numbers.length > mostHeadingRows) return null;
  return headingsFrom(chosen, textsOf(chosen, merges), widestOf(top));
}

/**
 * Headings of a sheet that are known already, wherever they stand among its first rows.
 * @param fingerprints the most trusted first
 * @returns null where the sheet has none of them
 */
export function headingsAmong(
  { rows, merges }: Pick<Sheet, 'rows' | 'merges'>,
  fingerprints: readonly string[],
): Headings | null {
  if (fingerprints.length === 0) return null;
  const top = topRows(rows);
  const found = new Map<string, { readonly rows: readonly SheetRow[]; readonly texts: readonly string[] }>();
  for (let first = 0; first < top.length; first++) {
    for (let levels = 1; levels <= mostHeadingRows && first + levels <= top.length; levels++) {
      const chosen = top.slice(first, first + levels);
      const texts = textsOf(chosen, merges);
      const fingerprint = fingerprintOf(texts);
      if (!found.has(fingerprint)) found.set(fingerprint, { rows: chosen, texts });
    }
  }
  const known = fingerprints.find((fingerprint) => fingerprint !== '' && found.has(fingerprint));
  const best = known === undefined ? undefined : found.get(known);
  return best ? headingsFrom(best.rows, best.texts, widestOf(top)) : null;
}

const widestOf = (top: readonly SheetRow[]) => Math.max(0, ...top.map(({ cells }) => cells.length));

/** The first rows with anything in them, among which the headings are. */
export function topRows(rows: Iterable<SheetRow>): SheetRow[] {
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
  const of = (rows: readonly SheetRow[]) => candidate(rows, textsOf(rows, merges), entities);
  const single = of([row]);
  if (!next || !isGroupOver(row, next)) return [single];
  const under = of([next]);
  const pair = of([row, next]);
  return pair.score > Math.max(single.score, under.score) ? [pair, single] : [single];
}

/** As the sheet shows it, in one line. Comparing makes full width and half width the same: `plain`, `nameKey`. */
function headingText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return cellText(cell)
    .replaceAll(/[\0\u200b\ufeff]/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
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

/** Of each column, from the uppermost group down to the heading itself. */
function textsOf([first, ...under]: readonly SheetRow[], merges: readonly Merge[]): readonly string[] {
  let texts = (first?.cells ?? []).map(headingText);
  let above = first?.number ?? 0;
  for (const row of under) {
    texts = joinedTexts(texts, row.cells.map(headingText), mergesAcross(above, merges));
    above = row.number;
  }
  return texts;
}

const mergesAcross = (row: number, merges: readonly Merge[]) =>
  merges.filter(({ top, bottom }) => top <= row && bottom >= row);

/** A group reaches over its merge; without merges, over the empty cells after it that have a heading under them. */
function joinedTexts(
  groups: readonly string[],
  texts: readonly string[],
  merges: readonly Merge[],
): string[] {
  const width = Math.max(groups.length, texts.length);
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const own = groups[column] ?? '';
    const under = texts[column] ?? '';
    const merge = merges.find(({ left, right }) => left <= column && right >= column);
    if (own !== '') group = own;
    else if (merge) group = groups[merge.left] ?? '';
    else if (merges.length > 0 || under === '') group = '';
    if (under === '' || plain(under) === plain(group)) return own;
    return group === '' ? under : `${group} ${under}`;
  });
}

function headingsFrom(rows: readonly SheetRow[], texts: readonly string[], widest: number): Headings {
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

/** 53 bits of the headings' name keys in their order (cyrb53), as 14 hexadecimal digits; "" of none. */
function fingerprintOf(texts: readonly string[]): string {
  const text = texts.map(nameKey).join('\n').trimEnd();
  if (text === '') return '';
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
