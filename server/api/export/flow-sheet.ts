/** The months of a reckoning of costs: one row each, every cell a formula with what it comes to. */
import { type CostItem, costItems, freeShare, rentOfMonth, stepsBefore } from '#domain/cost/occupancy.ts';
import type { CostCase } from './cost-case.ts';
import { subsidyMonth } from './cost-case.ts';
import { isNumber, isOn, quoted, toFen } from './cost-formulas.ts';
import { type SpaceCells, type StepRow, sharedCell } from './cost-layout.ts';
import type { CostWords } from './cost-words.ts';
import {
  type FlowColumn,
  flowColumns,
  flowLetter,
  flowRow,
  lastMonth,
  sheetReference,
} from './flow-layout.ts';
import type { Sheet, SheetCell } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

export interface FlowSheetOptions {
  readonly words: CostWords;
  readonly cells: SpaceCells;
  readonly name: string;
  /** Name of the sheet with the inputs. */
  readonly inputSheet: string;
}

const formats: Readonly<Partial<Record<FlowColumn, string>>> = {
  month: '0',
  steps: '0',
  free: '0.#%',
  perSqm: '#,##0.00##',
  subsidyMonth: '0',
};

export function flowSheet(costed: CostCase, options: FlowSheetOptions, styles: Styles): Sheet {
  const { words, name } = options;
  const heading = styles.of('heading');
  const styleOf = (column: FlowColumn) =>
    styles.of(column === 'total' ? 'result' : 'plain', formats[column] ?? '#,##0.00');
  const columns = flowColumns.map((column) => ({ column, style: styleOf(column) }));
  return {
    name,
    widths: flowColumns.map((column) => (formats[column] === undefined ? 15 : 10)),
    table: { frozenColumns: 1 },
    // Rows beyond the term hold nothing but their formulas.
    paper: { orientation: 'landscape', rows: flowRow(costed.assumptions.termMonths) },
    rows: (function* () {
      yield flowColumns.map((column): SheetCell => ({ value: words.flow[column], style: heading }));
      const months = flowValues(costed);
      for (let month = 0; month <= lastMonth; month++) {
        const formulas = flowFormulas(month, options);
        const values = months[month];
        yield columns.map(
          ({ column, style }): SheetCell => ({
            value: values?.[column] ?? '',
            formula: formulas[column],
            style,
          }),
        );
      }
    })(),
  };
}

type FlowValues = Readonly<Record<FlowColumn, number | ''>>;

/** What each month comes to, money in 元; '' where there is nothing to say. */
function flowValues({ cost, assumptions, subsidy }: CostCase): readonly FlowValues[] {
  const { rows, inputs } = cost;
  const monthly = (1 + assumptions.discountRate) ** (-1 / 12);
  const firstPaid = rows.findIndex(({ rent }) => rent > 0);
  return Array.from({ length: assumptions.termMonths + 1 }, (_, month) => {
    const row = rows[month];
    const isStart = month === 0;
    const yuan = (fen: number | undefined) => (fen === undefined ? '' : fen / 100);
    const items = costItems.map((item): [CostItem, number | ''] => [item, yuan(row?.[item])]);
    return {
      month,
      steps: isStart ? 0 : stepsBefore(month, assumptions),
      free: isStart ? 0 : freeShare(month, assumptions),
      perSqm:
        inputs.netRent === null ? '' : isStart ? 0 : rentOfMonth(inputs.netRent.value, month, assumptions),
      ...(Object.fromEntries(items) as Record<CostItem, number | ''>),
      total: yuan(row?.total),
      cumulative: yuan(row?.cumulative),
      writtenOff: yuan(row?.fitOutWrittenOff),
      rateSubsidy: row ? yuan(subsidy.byArea[month - 1] ?? 0) : '',
      onceSubsidy: row ? yuan(month === subsidyMonth(assumptions.termMonths) ? subsidy.once : 0) : '',
      subsidyMonth: row ? (firstPaid < 0 ? 0 : Math.max(0, month - firstPaid + 1)) : '',
      discounted: row ? ((row.total - row.depositFinancing) / 100) * monthly ** month : '',
    };
  });
}

/** Part `index` (from 1) of an amount in `parts` parts that differ by no more than 1 分 and add up to it. */
function evenPartFormula(total: string, parts: string, index: string): string {
  const upTo = (place: string) => toFen(`${total}*${place}/${parts}`);
  return toFen(`${upTo(index)}-${upTo(`(${index}-1)`)}`);
}

function flowFormulas(
  month: number,
  { words, cells, inputSheet }: FlowSheetOptions,
): Record<FlowColumn, string> {
  const here = sheetReference(inputSheet);
  const shared = (...given: Parameters<typeof sharedCell>) => here + sharedCell(...given);
  const step = (row: StepRow) => here + cells.step(row);
  const at = (column: FlowColumn, row = flowRow(month)) => `$${flowLetter(column)}${row}`;
  const before = (column: FlowColumn) => at(column, flowRow(month - 1));
  const isStart = month === 0;
  const m = at('month');
  const term = shared('termMonths');
  const during = (formula: string) => `IF(${m}="","",${formula})`;
  const paid = (formula: string) => `IF(OR(${m}="",${step('missing')}<>""),"",${formula})`;
  const monthly = (formula: string) => paid(isStart ? '0' : formula);
  const once = (formula: string) => paid(isStart ? formula : '0');
  const freeMonths = `MIN(${shared('rentFreeMonths')},${term})`;
  const isSpread = `${shared('rentFree')}=${quoted(words.choices.spread)}`;
  const free = `IF(${isSpread},${freeMonths}/${term},MIN(1,MAX(0,${freeMonths}-(${m}-1))))`;
  const first = shared('firstStepMonths');
  const due = `${step('netRent')}*(1+${shared('escalation')})^${at('steps')}*(1-${at('free')})`;
  const freeOfFee = `IF(${here}${isOn('rentFreeCoversFee', words)},${at('free')},0)`;
  const life = `MIN(${shared('fitOutLifeMonths')},${term})`;
  const isSubsidised = `AND(${at('subsidyMonth')}>=1,${at('subsidyMonth')}<=${shared('subsidyMonths')})`;
  const back = `IF(${m}=${term},${step('deposit')},0)`;
  const isPaidOnce = `${m}=MIN(${subsidyMonth(lastMonth)},${term})`;
  const monthSum = `SUM(${at('rent')}:${at('subsidy')})`;
  return {
    month: `IF(${month}<=${term},${month},"")`,
    steps: during(isStart ? '0' : `IF(${m}-1<${first},0,INT((${m}-1-${first})/12)+1)`),
    free: during(isStart ? '0' : free),
    perSqm: `IF(OR(${m}="",NOT(${isNumber(step('netRent'))})),"",${isStart ? '0' : due})`,
    rent: monthly(toFen(`${step('gfaArea')}*${at('perSqm')}`)),
    managementFee: monthly(toFen(`${step('gfaArea')}*${here}${cells.own('managementFee')}*(1-${freeOfFee})`)),
    parking: monthly(step('parkingMonthly')),
    fitOut: once(step('fitOutAll')),
    moving: once(toFen(shared('moving'))),
    deposit: paid(isStart ? step('deposit') : `-${back}`),
    depositFinancing: monthly(evenPartFormula(step('financing'), term, m)),
    subsidy: monthly(`-${toFen(`${at('rateSubsidy')}+${at('onceSubsidy')}`)}`),
    total: paid(toFen(monthSum)),
    cumulative: paid(isStart ? at('total') : toFen(`${before('cumulative')}+${at('total')}`)),
    writtenOff: monthly(`IF(${m}>${life},0,${evenPartFormula(step('fitOutAll'), life, m)})`),
    rateSubsidy: monthly(`IF(${isSubsidised},MIN(${at('rent')},${step('subsidyMonthly')}),0)`),
    onceSubsidy: monthly(`IF(${isPaidOnce},${step('subsidyOnce')},0)`),
    subsidyMonth: monthly(
      `IF(OR(${before('subsidyMonth')}>0,${at('rent')}>0),${before('subsidyMonth')}+1,0)`,
    ),
    discounted: paid(`(${at('total')}-${at('depositFinancing')})*(1+${shared('discountRate')})^(-${m}/12)`),
  };
}
