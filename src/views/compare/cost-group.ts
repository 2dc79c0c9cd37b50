/** Costs as rows of a comparison: figures in words, what is missing by name, the lowest marked where it surely is. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import {
  type CostCell,
  type CostCompareRow,
  type CostRowId,
  costRowIds,
  costRows,
} from '#domain/cost/cost-rows.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import { sharedTexts, termTexts } from '#views/cost/assumption-summary.ts';
import { missingText } from '#views/cost/figure-lines.ts';
import type { CostLanguage } from '#views/cost/use-cost-words.ts';
import type { ShownCell, ShownGroup, ShownRow } from './shown-row.ts';
import type { CompareLanguage } from './use-compare-words.ts';

export type CostCompareLanguage = CostLanguage & Pick<CompareLanguage, 'compare'>;

const digits = { sqm: 2, yuan: 0, yuanPerSqmMonth: 2 } as const;

function cellText(
  unit: CostCompareRow['unit'],
  { quantity, missing, isApplicable }: CostCell,
  language: CostCompareLanguage,
): string {
  const { figures, compare } = language;
  const { words } = figures;
  if (!isApplicable) return compare.leaseOnly;
  if (quantity) return words.bound[quantity.bound] + figures.number(quantity.value, digits[unit]);
  return [words.unknown, missingText({ missing }, language)].filter(Boolean).join(words.clauseSeparator);
}

const costPrefix = 'cost-';

/** Apart from the rows of a file, which are called by their fields. */
function costRowName(id: CostRowId): string {
  return costPrefix + id;
}

/** Which cost a row of a comparison tells of; null: another row. */
export function costRowOf(name: string): CostRowId | null {
  return costRowIds.find((id) => costRowName(id) === name) ?? null;
}

/**
 * The rows of costs under a heading of their own.
 * @param spaces in the order of the columns; null where the file is not here
 */
export function costGroup(
  spaces: readonly (CostSpace | null)[],
  assumptions: CostAssumptions,
  language: CostCompareLanguage,
): ShownGroup {
  const { cost, compare, figures } = language;
  const here = spaces.filter((space) => space !== null);
  const placeOf = spaces.map((space) => (space ? here.indexOf(space) : null));
  const labels: Readonly<Record<string, string>> = { ...cost.items, ...cost.rows, ...cost.figures };
  const rows = costRows(here, assumptions).map(
    (row): ShownRow => ({
      id: costRowName(row.id),
      group: 'cost',
      label: labels[row.id] ?? row.id,
      unit: figures.words.unit[row.unit],
      rule: compare.rules[row.rule],
      note: null,
      difference: row.difference,
      isFigures: true,
      cells: placeOf.map((place): ShownCell => {
        const cell = place === null ? undefined : row.cells[place];
        return {
          text: cell ? cellText(row.unit, cell, language) : null,
          tone: cell?.quantity ? 'known' : 'muted',
          isBest: place !== null && (row.best[place] ?? false),
        };
      }),
    }),
  );
  return { id: 'cost', title: cost.title, rows };
}

/** "租期 36 个月、每年递增 3%": what the costs rest on, for paper and for a closed form. */
export function assumptionLine(
  assumptions: CostAssumptions,
  isPurchase: boolean,
  language: CostCompareLanguage,
): string {
  const { compare, figures } = language;
  const typed = Object.keys(assumptions.own).length;
  return [
    ...termTexts(assumptions, isPurchase, language),
    ...sharedTexts(assumptions, isPurchase, language),
    ...(typed > 0 ? [compare.typedFor(figures.number(typed, 0))] : []),
  ].join(figures.words.listSeparator);
}
