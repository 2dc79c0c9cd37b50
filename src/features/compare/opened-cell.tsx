import type { BuildingDetail } from '#contract/building-detail.ts';
import type { ComparedColumn } from '#domain/compare/file.ts';
import { fileFieldOf } from '#domain/compare/rows.ts';
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import type { CostRowId } from '#domain/cost/cost-rows.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import type { NameOfId } from '#format/record-text.ts';
import { fileFact } from '#views/building-file/file-facts.ts';
import { OpenedFact } from '#views/building-file/opened-fact.tsx';
import type { OpenCell } from '#views/compare/compare-table.tsx';
import { costRowOf } from '#views/compare/cost-group.ts';
import { openedCost } from '#views/compare/opened-cost.ts';
import type { ShownRow } from '#views/compare/shown-row.ts';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import { useCostWords } from '#views/cost/use-cost-words.ts';
import { Explanation, OpenedFigure } from '#views/counters/opened-figure.tsx';
import { originLines } from '#views/counters/origin-lines.ts';

interface CellProps extends Pick<OpenCell, 'anchor' | 'onClose'> {
  readonly row: ShownRow;
  /** As it stands in its cell. */
  readonly text: string;
  readonly column: ComparedColumn & { readonly file: BuildingDetail };
}

/** What stands behind one cell: the sources of a fact, the formula and inputs of a figure, the parts of a cost. */
export function OpenedCell({
  assumptions,
  nameOf,
  ...cell
}: CellProps & { readonly assumptions: CostAssumptions; readonly nameOf: NameOfId }) {
  const language = useCompareWords();
  const { row, column, anchor, onClose } = cell;
  const cost = costRowOf(row.id);
  if (cost !== null) return <OpenedCost id={cost} assumptions={assumptions} {...cell} />;
  const field = fileFieldOf(row.id, column.unit !== null);
  if (field === null) return <OpenedOwn {...cell} />;
  const fact = fileFact(column.file, field, language, nameOf);
  return <OpenedFact anchor={anchor} fact={fact} file={column.file} onClose={onClose} />;
}

function OpenedCost({
  id,
  assumptions,
  row,
  text,
  column,
  ...place
}: CellProps & { readonly id: CostRowId; readonly assumptions: CostAssumptions }) {
  const words = useCostWords();
  const { formula, lines } = openedCost(id, costSpaceOf(column.file, column.unit), assumptions, words);
  return (
    <OpenedFigure
      title={row.label}
      value={withUnit(text, row)}
      lines={[...lines, ...originLines(column.file, words)]}
      {...place}
    >
      <Explanation>{formula}</Explanation>
    </OpenedFigure>
  );
}

/** Of a unit, or of the file itself: no source is kept for either. */
function OpenedOwn({ row, text, column, ...place }: CellProps) {
  const language = useCompareWords();
  const { opened } = language.compare;
  const why = column.unit === null && row.id === 'availableFrom' ? opened.earliest : opened.unit;
  return (
    <OpenedFigure
      title={row.label}
      value={withUnit(text, row)}
      lines={originLines(column.file, language)}
      {...place}
    >
      <Explanation>{row.id === 'completeness' ? opened.completeness : why}</Explanation>
    </OpenedFigure>
  );
}

function withUnit(text: string, { unit }: ShownRow): string {
  return unit !== null && /\d$/.test(text) ? `${text} ${unit}` : text;
}
