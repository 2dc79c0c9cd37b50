import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { useLanguage } from '#format/locale.tsx';
import { footAxis, sideAxis } from '#views/chart-frame/axis-style.ts';
import { chartHeight } from '#views/chart-frame/chart-size.ts';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';

export interface TrendLine {
  readonly key: string;
  readonly name: string;
  readonly paint: string;
  /** Of an SVG stroke; lines are told apart without their colour. */
  readonly dashes: string;
  /** In the order of the months; null is a gap in the line. */
  readonly values: readonly (number | null)[];
}

/** Lines over months, with gaps where nothing was reported. Loaded when it is first shown. */
export function LinesChart({
  months,
  lines,
  width,
  label,
  write,
}: {
  readonly months: readonly string[];
  readonly lines: readonly TrendLine[];
  readonly width: number;
  readonly label: string;
  /** A value with its unit; null is what was not reported. */
  readonly write: (value: number | null) => string;
}) {
  const { figures } = useLanguage();
  const data = months.map((month, at) => ({
    month,
    ...Object.fromEntries(lines.map(({ key, values }) => [key, values[at] ?? null])),
  }));
  return (
    <LineChart
      data={data}
      width={width}
      height={chartHeight}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={label}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="month" {...footAxis} interval="preserveStartEnd" minTickGap={24} />
      <YAxis {...sideAxis} tickFormatter={figures.short} />
      <Tooltip
        cursor={{ stroke: 'var(--accent)' }}
        isAnimationActive={false}
        filterNull={false}
        content={({ active, label: month }) => {
          const at = months.indexOf(String(month));
          if (!active || at < 0) return null;
          return (
            <ChartTip
              title={figures.month(String(month))}
              lines={lines.map(({ name, values }) => ({ label: name, value: write(values[at] ?? null) }))}
            />
          );
        }}
      />
      {lines.map(({ key, paint, dashes }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          stroke={paint}
          strokeWidth={2}
          strokeDasharray={dashes}
          // A month between two gaps is a point, and would not be seen without its dot.
          dot={{ r: 1.5, fill: paint, strokeWidth: 0 }}
          activeDot={{ r: 4, fill: paint, stroke: 'var(--panel)' }}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
