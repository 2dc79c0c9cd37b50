/** What a time chart has beside bars and lines. */
import { ReferenceArea, ReferenceLine } from 'recharts';
import { fitted, measureIn } from '#views/stacking-plan/text-width.ts';
import { spreadLabels } from './spread-labels.ts';
import { timeChart, type ValueScale } from './time-scale.ts';

export interface TimeSeries {
  readonly key: string;
  readonly name: string;
  readonly paint: string;
  /** Of an SVG stroke; lines are told apart without their colour. */
  readonly dashes: string;
  /** Stands out among the others. */
  readonly isMain?: boolean;
  /** In the order of the periods; null is not known. */
  readonly values: readonly (number | null)[];
}

/** Hatch from what is known up to the top: how much more there is nobody knows. */
export function gapAreas(
  periods: readonly string[],
  gaps: readonly number[],
  series: readonly TimeSeries[],
  { domain }: ValueScale,
  hatch: string,
) {
  return gaps.map((at) => {
    const known = series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
    const period = periods[at] ?? '';
    return (
      <ReferenceArea
        key={period}
        x1={period}
        x2={period}
        y1={known}
        y2={domain[1]}
        fill={`url(#${hatch})`}
        fillOpacity={0.5}
      />
    );
  });
}

/** The period that is looked at. */
export function chosenLine(period: string) {
  return <ReferenceLine x={period} stroke="var(--accent)" strokeWidth={1.5} />;
}

const labelFont = 11;
const labelGap = 14;

/** Names beside the last mark of each series, none over another. */
export function SeriesLabels({
  series,
  form,
  scale,
  x,
}: {
  readonly series: readonly TimeSeries[];
  readonly form: 'stack' | 'lines';
  readonly scale: ValueScale;
  /** Where the names begin, px. */
  readonly x: number;
}) {
  const measure = measureIn(`${labelFont}px system-ui`);
  const named = endsOf(series, form).map(({ one, value }) => ({ one, y: scale.y(value) }));
  const places = spreadLabels(
    named.map(({ y }) => y),
    labelGap,
    timeChart.top + 2,
    timeChart.height - timeChart.foot,
  );
  return (
    <g>
      {named.map(({ one, y }, index) => {
        const at = places[index] ?? y;
        return (
          <g key={one.key}>
            <path d={`M${x + 2} ${y}L${x + 10} ${at}`} fill="none" stroke={one.paint} />
            <text
              x={x + 14}
              y={at + 4}
              fill="var(--ink)"
              fontSize={labelFont}
              fontWeight={one.isMain ? 600 : 400}
            >
              {fitted(one.name, timeChart.labels - 18, measure)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Of a stack the middle of its part in the last period with marks; of a line its last value. */
function endsOf(series: readonly TimeSeries[], form: 'stack' | 'lines') {
  const lastOf = ({ values }: TimeSeries) => values.findLastIndex((value) => value !== null);
  if (form === 'lines') {
    return series.flatMap((one) => {
      const value = one.values[lastOf(one)] ?? null;
      return value === null ? [] : [{ one, value }];
    });
  }
  const last = Math.max(-1, ...series.map(lastOf));
  let below = 0;
  return series.flatMap((one) => {
    const value = one.values[last] ?? null;
    if (value === null || value === 0) return [];
    below += value;
    return [{ one, value: below - value / 2 }];
  });
}
