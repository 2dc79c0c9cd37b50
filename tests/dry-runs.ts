/** Dry runs of small sheets written as rows. */
import type { Cell } from '#domain/intake/cell.ts';
import { type DryRun, type DryRunOptions, dryRun, rowOutcomes } from '#domain/intake/dry-run.ts';
import { readHeadings } from '#domain/intake/headings.ts';
import { type Mapping, proposeMapping } from '#domain/intake/mapping.ts';
import { PackedRows } from '#domain/intake/packed-rows.ts';
import type { ImportEntity } from '#domain/intake/targets/target.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { aPortfolio } from './builders.ts';

export type Rows = readonly (readonly Cell[])[];

/** Shifts that are as far from each other as the real ones. */
const shifts = { wgs84: 0, gcj02: 0.02, bd09: 0.05 } as const;

export function run(
  entity: ImportEntity,
  rows: Rows,
  portfolio: Portfolio = aPortfolio(),
  more: Partial<DryRunOptions> & { readonly mapping?: Partial<Mapping> } = {},
): DryRun {
  const packed = new PackedRows();
  for (const [index, cells] of rows.entries()) packed.add(index + 1, cells);
  const read = readHeadings({ rows: packed, merges: [] }, entity);
  if (!read.ok) throw new Error(read.reason);
  const { mapping: changed, ...options } = more;
  const mapping = { ...proposeMapping(entity, read.headings).mapping, ...changed };
  let made = 0;
  return dryRun({
    portfolio,
    rows: packed,
    headings: read.headings,
    mapping,
    options: {
      newId: (kind) => `${kind}-${++made}`,
      toWgs84: (lon, lat, datum) => [lon - shifts[datum], lat],
      emptyClears: false,
      skipWrong: false,
      corrections: [],
      answers: new Map(),
      isDatumConfirmed: false,
      isSynthetic: false,
      mostProblems: 100,
      ...options,
    },
  });
}

export const reasons = (result: DryRun) =>
  result.problems.map(({ row, heading, reason }) => [row, heading, reason]);
export const outcomes = (result: DryRun) => [...result.outcomes].map((code) => rowOutcomes[code]);
