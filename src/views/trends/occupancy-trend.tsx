import { lazy, type ReactNode } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ChartFrame } from '#views/chart-frame/chart-frame.tsx';
import { TwinFigures } from '#views/chart-frame/twin-table.tsx';
import { type FigureOrigin, KeyFigures, originText } from '#views/tenancy/key-figures.tsx';
import tenancyCss from '#views/tenancy/tenancy.module.css';
import { CorrectionList } from './correction-list.tsx';
import { LineKey } from './line-key.tsx';
import type { TrendLine } from './lines-chart.tsx';
import { occupiedShare, type TrendMonths } from './month-rows.ts';
import { occupancyFigures } from './trend-figures.ts';

const LinesChart = lazy(() => import('./lines-chart.tsx').then((module) => ({ default: module.LinesChart })));

const occupancyFiguresCorrected = ['occupiedArea', 'vacantArea', 'availableArea', 'tenantCount'] as const;

export interface TrendProps {
  readonly months: TrendMonths;
  readonly origin: FigureOrigin;
  /** Names the file of a saved picture. */
  readonly buildingName: string;
  /** The way to add what is missing; left out for who may not. */
  readonly onAdd?: ReactNode;
}

/** How much of the building was let, month by month, as it was reported then and corrected since. */
export function OccupancyTrend({ months, origin, buildingName, onAdd }: TrendProps) {
  const language = useLanguage();
  const { figures, locale } = language;
  const words = tenancyMessages[locale].trend;
  const count = (value: number) => figures.number(value, 0);
  const missing = months.filter(({ occupiedArea }) => occupiedArea === null).length;
  if (missing === months.length) {
    return (
      <EmptyState title={words.none} actions={onAdd}>
        {words.noneWhy(count(months.length))}
      </EmptyState>
    );
  }
  const lines = linesOf(months, language);
  const title = `${buildingName} · ${words.title}`;
  return (
    <div className={tenancyCss['part']}>
      <KeyFigures label={words.title} figures={occupancyFigures(months, language)} origin={origin} />
      <ChartFrame
        title={words.title}
        unit={words.unit}
        picture={{
          name: title,
          title,
          lines: [words.unit, originText(origin, language)],
          keys: lines.map(({ name, paint }) => ({ text: name, paint })),
        }}
        legend={<LineKey lines={lines} />}
        note={
          <>
            {missing > 0 && `${words.gaps(count(missing), count(months.length))} `}
            {words.rateNote}
          </>
        }
        table={<OccupancyTable months={months} />}
      >
        {(width) => (
          <LinesChart
            months={months.map(({ month }) => month)}
            lines={lines}
            width={width}
            label={`${words.title} · ${words.unit}`}
            write={(value) => figures.withUnit('sqm', value)}
          />
        )}
      </ChartFrame>
      <CorrectionList months={months} figures={occupancyFiguresCorrected} />
    </div>
  );
}

function linesOf(months: TrendMonths, { locale }: Language): readonly TrendLine[] {
  const words = tenancyMessages[locale].trend;
  return [
    {
      key: 'occupied',
      name: words.occupied,
      paint: 'var(--bar)',
      dashes: 'none',
      values: months.map(({ occupiedArea }) => occupiedArea),
    },
    {
      key: 'available',
      name: words.available,
      paint: 'var(--muted)',
      dashes: '6 3',
      values: months.map(({ availableArea }) => availableArea),
    },
    {
      key: 'vacant',
      name: words.vacant,
      paint: 'var(--vacancy-3)',
      dashes: '2 3',
      values: months.map(({ vacantArea }) => vacantArea),
    },
  ];
}

function OccupancyTable({ months }: { readonly months: TrendMonths }) {
  const { figures, locale } = useLanguage();
  const { trend: words, withUnit } = tenancyMessages[locale];
  const { sqm } = figures.words.unit;
  const hasTenants = months.some(({ tenantCount }) => tenantCount !== undefined);
  const area = (value: number | null) => (value === null ? null : figures.number(value));
  return (
    <TwinFigures
      caption={words.title}
      heads={[
        words.month,
        withUnit(words.occupied, sqm),
        withUnit(words.vacant, sqm),
        withUnit(words.available, sqm),
        words.rate,
        ...(hasTenants ? [words.tenants] : []),
      ]}
      rows={months.toReversed().map((month) => {
        const share = occupiedShare(month);
        const tenants = month.tenantCount ?? null;
        return {
          key: month.month,
          cells: [
            figures.month(month.month),
            area(month.occupiedArea),
            area(month.vacantArea),
            area(month.availableArea),
            share === null ? null : figures.percent(share),
            ...(hasTenants ? [tenants === null ? null : figures.number(tenants, 0)] : []),
          ],
        };
      })}
    />
  );
}
