/** Figures for Prometheus: its text format, version 0.0.4. */

export type Labels = Readonly<Record<string, string>>;

export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/** Upper bounds in seconds, from an answer out of memory to one that nobody waits for. */
export const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Bucketed {
  readonly counts: number[];
  sum: number;
  count: number;
}

export interface Metrics {
  /** Name ends in `_total`. Each set of labels is a series of its own and lives for good: keep them few. */
  readonly counter: (name: string, help: string) => (labels?: Labels, by?: number) => void;
  readonly histogram: (
    name: string,
    help: string,
    buckets: readonly number[],
  ) => (value: number, labels?: Labels) => void;
  /** `read` is called when the figures are asked for. */
  readonly gauge: (name: string, help: string, read: () => number, labels?: Labels) => void;
  /** Everything, as it is sent. */
  readonly text: () => string;
}

export function createMetrics(): Metrics {
  const families = new Map<string, () => readonly string[]>();
  const add = (name: string, kind: string, help: string, samples: () => readonly string[]) => {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`invalid metric name: ${name}`);
    if (families.has(name)) throw new Error(`invalid metric name: ${name} (used twice)`);
    families.set(name, () => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples()]);
  };
  return {
    counter: (name, help) => {
      const series = new Map<string, number>();
      add(name, 'counter', help, () => [...series].map(([labels, value]) => `${name}${labels} ${value}`));
      return (labels = {}, by = 1) => {
        const key = labelText(labels);
        series.set(key, (series.get(key) ?? 0) + by);
      };
    },
    histogram: (name, help, buckets) => {
      const series = new Map<string, { readonly labels: Labels; readonly bucketed: Bucketed }>();
      add(name, 'histogram', help, () =>
        [...series.values()].flatMap(({ labels, bucketed }) =>
          histogramLines(name, labels, buckets, bucketed),
        ),
      );
      return (value, labels = {}) => {
        const key = labelText(labels);
        const known = series.get(key) ?? {
          labels,
          bucketed: { counts: buckets.map(() => 0), sum: 0, count: 0 },
        };
        series.set(key, known);
        const place = buckets.findIndex((bound) => value <= bound);
        if (place !== -1) known.bucketed.counts[place] = (known.bucketed.counts[place] ?? 0) + 1;
        known.bucketed.sum += value;
        known.bucketed.count++;
      };
    },
    gauge: (name, help, read, labels = {}) =>
      add(name, 'gauge', help, () => [`${name}${labelText(labels)} ${read()}`]),
    text: () => `${[...families.values()].flatMap((lines) => lines()).join('\n')}\n`,
  };
}

/** Buckets are sent cumulatively, the last one without a bound. */
function histogramLines(
  name: string,
  labels: Labels,
  buckets: readonly number[],
  { counts, sum, count }: Bucketed,
) {
  let below = 0;
  const bounded = buckets.map((bound, place) => {
    below += counts[place] ?? 0;
    return `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${below}`;
  });
  const all = labelText(labels);
  return [
    ...bounded,
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${all} ${sum}`,
    `${name}_count${all} ${count}`,
  ];
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
