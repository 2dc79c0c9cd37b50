/** How each sheet of an import stands, and all of them together. */
import type { ImportPart, RowCounts } from '#contract/imports.ts';

/**
 * `wrong`: the last dry run found what must be mended. `lacking`: columns without which no record can be made.
 * `unknown`: no kind of record fits it. `left`: somebody left it out.
 */
export const standings = ['wrong', 'lacking', 'unknown', 'unchecked', 'ready', 'left'] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ mapping, include, result, lacking }: ImportPart): Standing {
  if (mapping === null) return 'unknown';
  if (!include) return 'left';
  if (result) return result.isClean ? 'ready' : 'wrong';
  return lacking.length > 0 ? 'lacking' : 'unchecked';
}

/** Whether it stands in the way of the write, as far as is known. */
export function needsAttention(part: ImportPart): boolean {
  const standing = standingOf(part);
  return standing === 'wrong' || standing === 'lacking';
}

/** Ids, those that need attention first; else in the order of the files. */
export function inOrderOfNeed(parts: readonly ImportPart[]): readonly string[] {
  const rank = new Map(parts.map((part) => [part.id, standings.indexOf(standingOf(part))]));
  return parts.map(({ id }) => id).toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

export interface Totals {
  readonly counts: RowCounts;
  readonly sheets: Readonly<Record<Standing, number>>;
  /** Whether a dry run has looked at any of them. */
  readonly isChecked: boolean;
  /** Whether nothing changed since. */
  readonly isCurrent: boolean;
}

/** Of the sheets that take part. */
export function totalsOf(parts: readonly ImportPart[]): Totals {
  const counts: Record<keyof RowCounts, number> = { new: 0, changed: 0, unchanged: 0, wrong: 0, skipped: 0 };
  const sheets: Record<Standing, number> = {
    wrong: 0,
    lacking: 0,
    unknown: 0,
    unchecked: 0,
    ready: 0,
    left: 0,
  };
  const results = parts.flatMap(({ include, result }) => (include && result ? [result] : []));
  for (const result of results) {
    for (const kind of ['new', 'changed', 'unchanged', 'wrong', 'skipped'] as const) {
      counts[kind] += result.counts[kind];
    }
  }
  for (const part of parts) sheets[standingOf(part)] += 1;
  const isCurrent = results.every((result) => result.isCurrent) && sheets.lacking + sheets.unchecked === 0;
  return { counts, sheets, isChecked: results.length > 0, isCurrent };
}
