import { lazy, useId, useState } from 'react';
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { costItems, type OccupancyCost } from '#domain/cost/occupancy.ts';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { ChartFrame } from '#views/chart-frame/chart-frame.tsx';
import { assumptionSummary, summaryLines } from './assumption-summary.ts';
import css from './cost.module.css';
import { flowOf } from './flow.ts';
import { flowMarks, type Period, type SeriesId, shownSeries } from './flow-series.ts';
import { FlowTable } from './flow-table.tsx';
import { paintOf, seriesName } from './flow-words.ts';
import { useCostWords } from './use-cost-words.ts';

const FlowChart = lazy(() => import('./flow-chart.tsx').then((module) => ({ default: module.FlowChart })));

/** Characters of a line in a saved picture. */
const pictureLine = 64;

/** What is paid when: by year or month as a chart, to the 分 as its table. */
export function CashFlow({
  name,
  result,
  assumptions,
}: {
  readonly name: string;
  readonly result: OccupancyCost;
  readonly assumptions: CostAssumptions;
}) {
  const words = useCostWords();
  const { cost, figures } = words;
  const id = useId();
  const [period, setPeriod] = useState<Period>('year');
  if (result.rows.length === 0) return <p className={css['empty']}>{cost.nothing}</p>;
  const marks = flowMarks(result.rows, period);
  const series = shownSeries(marks);
  const title = cost.chartName(name);
  const summary = assumptionSummary(assumptions, result.inputs, false, words);
  const unit = cost.axis(figures.words.unit.yuan);
  return (
    <div className={css['cashFlow']}>
      <ChartFrame
        title={cost.flow}
        unit={`${cost.flow} · ${unit}`}
        picture={{
          name: title,
          title,
          lines: [...summaryLines(summary, pictureLine, figures.words.clauseSeparator), unit],
          keys: [
            ...series.map((one) => ({ text: seriesName(one, words), paint: paintOf(one, id) })),
            { text: cost.cumulative, paint: 'var(--ink)' },
          ],
        }}
        legend={
          <div className={css['legend']}>
            <FlowKey series={series} />
            <ToggleGroup
              className="no-print"
              label={cost.periods.label}
              value={period}
              options={(['year', 'month'] as const).map((value) => ({ value, text: cost.periods[value] }))}
              onChange={setPeriod}
            />
          </div>
        }
        note={cost.flowNote}
        table={
          <FlowTable
            caption={cost.tableCaption(name)}
            flow={flowOf(costItems, result.rows, cost.items, ['rent', 'managementFee'])}
          />
        }
      >
        {(width) => (
          <FlowChart id={id} label={`${title} ${cost.chartHint}`} {...{ width, marks, series, period }} />
        )}
      </ChartFrame>
    </div>
  );
}

function FlowKey({ series }: { readonly series: readonly SeriesId[] }) {
  const words = useCostWords();
  return (
    <ul className={css['key']}>
      {series.map((one) => (
        <li key={one}>
          <span aria-hidden="true" className={css['swatch']} data-series={one} />
          {seriesName(one, words)}
        </li>
      ))}
      <li>
        <span aria-hidden="true" className={css['lineSwatch']} />
        {words.cost.cumulative}
      </li>
    </ul>
  );
}
