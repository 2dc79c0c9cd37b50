import { lazy } from 'react';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ChartFrame } from '#views/chart-frame/chart-frame.tsx';
import { TwinFigures } from '#views/chart-frame/twin-table.tsx';
import { KeyFigures, originText } from '#views/tenancy/key-figures.tsx';
import tenancyCss from '#views/tenancy/tenancy.module.css';
import { CorrectionList } from './correction-list.tsx';
import { pointsOf } from './month-rows.ts';
import type { TrendProps } from './occupancy-trend.tsx';
import { taxFigures } from './trend-figures.ts';

const TaxChart = lazy(() => import('./tax-chart.tsx').then((module) => ({ default: module.TaxChart })));

/** What the firms in the building paid, month by month. For who may see tax: nothing is drawn for others. */
export function TaxTrend({ months, origin, buildingName, onAdd }: TrendProps) {
  const language = useLanguage();
  const { figures, locale } = language;
  const { tax: words, trend, withUnit } = tenancyMessages[locale];
  if (months.every(({ totalTax }) => totalTax === undefined)) return null;
  const points = pointsOf(months, ({ totalTax }) => totalTax);
  const count = (value: number) => figures.number(value, 0);
  const missing = points.filter(({ value }) => value === null).length;
  if (missing === points.length) {
    return (
      <EmptyState title={words.none} actions={onAdd}>
        {words.noneWhy(count(points.length))}
      </EmptyState>
    );
  }
  const title = `${buildingName} · ${words.title}`;
  return (
    <div className={tenancyCss['part']}>
      <KeyFigures label={words.title} figures={taxFigures(months, language)} origin={origin} />
      <ChartFrame
        title={words.title}
        unit={words.unit}
        picture={{ name: title, title, lines: [words.unit, originText(origin, language)] }}
        note={missing > 0 ? trend.gaps(count(missing), count(points.length)) : undefined}
        table={
          <TwinFigures
            caption={words.title}
            heads={[trend.month, withUnit(words.total, figures.words.unit.yuan)]}
            rows={points.toReversed().map(({ month, value }) => ({
              key: month,
              cells: [figures.month(month), value === null ? null : figures.number(value, 0)],
            }))}
          />
        }
      >
        {(width) => <TaxChart points={points} width={width} label={`${words.title} · ${words.unit}`} />}
      </ChartFrame>
      <CorrectionList months={months} figures={['totalTax']} />
    </div>
  );
}
