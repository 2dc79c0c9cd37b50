import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('counters, gauges and histograms are written as Prometheus reads them', () => {
  const metrics = createMetrics();
  const count = metrics.counter('a_total', 'How many.');
  count({ route: '/x' });
  count({ route: '/x' }, 2);
  count({ route: 'say "hi" \\ \n' });
  metrics.gauge('b', 'Now.', () => 1.5, { version: '1' });
  const observe = metrics.histogram('c_seconds', 'How long.', [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 7]) observe(value, { route: '/x' });
  expect(metrics.text()).toBe(`# HELP a_total How many.
# TYPE a_total counter
a_total{route="/x"} 3
a_total{route="say \\"hi\\" \\\\ \\n"} 1
# HELP b Now.
# TYPE b gauge
b{version="1"} 1.5
# HELP c_seconds How long.
# TYPE c_seconds histogram
c_seconds_bucket{route="/x",le="0.1"} 2
c_seconds_bucket{route="/x",le="1"} 3
c_seconds_bucket{route="/x",le="+Inf"} 4
c_seconds_sum{route="/x"} 7.65
c_seconds_count{route="/x"} 4
`);
});

test('a name that Prometheus cannot read, or that is taken, is refused', () => {
  const metrics = createMetrics();
  metrics.counter('a_total', '');
  expect(() => metrics.gauge('a_total', '', () => 0)).toThrow('used twice');
  expect(() => metrics.counter('a-b', '')).toThrow('invalid metric name: a-b');
});
