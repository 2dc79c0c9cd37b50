import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceArea, Tooltip, XAxis, YAxis } from 'recharts';
import type { MonthPoint } from '#domain/indicators/year-over-year.ts';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { footAxis, sideAxis } from '#views/chart-frame/axis-style.ts';
import { chartHeight } from '#views/chart-frame/chart-size.ts';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';
import { Hatch } from '#views/chart-frame/hatch.tsx';

/** Tax by month as bars: what falls due in a month is no state that could be joined by a line. */
export function TaxChart({
  points,
  width,
  label,
}: {
  readonly points: readonly MonthPoint[];
  readonly width: number;
  readonly label: string;
}) {
  const { figures, locale } = useLanguage();
  const words = tenancyMessages[locale].tax;
  const { yuan } = figures.words.unit;
  const hatch = useId();
  return (
    <BarChart
      data={points.map((point) => ({ ...point }))}
      width={width}
      height={chartHeight}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={label}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {points.map(
        ({ month, value }) =>
          // A month without a bar would be a month without tax.
          value === null && (
            <ReferenceArea key={month} x1={month} x2={month} fill={`url(#${hatch})`} fillOpacity={0.6} />
          ),
      )}
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="month" {...footAxis} interval="preserveStartEnd" minTickGap={24} />
      <YAxis {...sideAxis} tickFormatter={figures.short} />
      <Tooltip
        cursor={{ fill: 'var(--accent-soft)' }}
        isAnimationActive={false}
        filterNull={false}
        content={({ active, label: month }) => {
          const point = points.find((one) => one.month === month);
          if (!active || !point) return null;
          const value =
            point.value === null ? figures.words.unknown : `${figures.number(point.value, 0)} ${yuan}`;
          return <ChartTip title={figures.month(point.month)} lines={[{ label: words.total, value }]} />;
        }}
      />
      <Bar dataKey="value" fill="var(--bar)" isAnimationActive={false} maxBarSize={18} />
    </BarChart>
  );
}
