import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Cell, Tooltip, XAxis, YAxis } from 'recharts';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { footAxis, sideAxis } from '#views/chart-frame/axis-style.ts';
import { chartHeight } from '#views/chart-frame/chart-size.ts';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';
import { Hatch } from '#views/chart-frame/hatch.tsx';
import type { ExpiryBar } from './expiry-figures.ts';

const paints: Readonly<Record<Exclude<ExpiryBar['kind'], 'unknown'>, string>> = {
  overdue: 'var(--vacancy-4)',
  quarter: 'var(--bar)',
  later: 'var(--bar)',
};

/** Let area by the quarter in which its lease ends. Loaded when it is first shown. */
export function ExpiryChart({
  bars,
  width,
  label,
}: {
  readonly bars: readonly ExpiryBar[];
  readonly width: number;
  readonly label: string;
}) {
  const { figures, locale } = useLanguage();
  const words = tenancyMessages[locale].expiry;
  const hatch = useId();
  return (
    <BarChart
      data={bars.map((bar) => ({ ...bar }))}
      width={width}
      height={chartHeight}
      margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={label}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="name" {...footAxis} interval="preserveStart" minTickGap={6} />
      <YAxis {...sideAxis} tickFormatter={figures.short} />
      <Tooltip
        cursor={{ fill: 'var(--accent-soft)' }}
        isAnimationActive={false}
        content={({ active, payload }) => {
          const bar = payload?.[0]?.payload as ExpiryBar | undefined;
          if (!active || !bar) return null;
          return (
            <ChartTip
              title={bar.name}
              lines={[
                { label: words.area, value: figures.withUnit('sqm', bar.area) },
                { label: words.leases, value: figures.number(bar.units, 0) },
                {
                  label: words.share,
                  value: bar.share === null ? figures.words.unknown : figures.percent(bar.share),
                },
              ]}
            />
          );
        }}
      />
      <Bar dataKey="area" isAnimationActive={false} maxBarSize={44} radius={[2, 2, 0, 0]}>
        {bars.map(({ key, kind }) => (
          <Cell
            key={key}
            fill={kind === 'unknown' ? `url(#${hatch})` : paints[kind]}
            stroke={kind === 'unknown' ? 'var(--unknown)' : 'none'}
          />
        ))}
      </Bar>
    </BarChart>
  );
}
