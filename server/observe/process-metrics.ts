/** Figures of the process itself. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metrics } from './metrics.ts';

/** How often the event loop is asked whether it is late, in ms: often enough for a p99, seldom enough to idle. */
const resolution = 50;

/** @param version of the program */
export function measureProcess(metrics: Metrics, version: string): void {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  metrics.gauge('loulan_build_info', 'Which version runs, on which Node.', () => 1, {
    version,
    node: process.versions.node,
  });
  const began = Math.round(Date.now() / 1000 - process.uptime());
  metrics.gauge('process_start_time_seconds', 'When the process began, in seconds since 1970.', () => began);
  metrics.gauge('process_resident_memory_bytes', 'Memory that the process holds.', () =>
    process.memoryUsage.rss(),
  );
  metrics.gauge(
    'nodejs_heap_size_used_bytes',
    'Memory of JavaScript objects.',
    () => process.memoryUsage().heapUsed,
  );
  metrics.gauge(
    'nodejs_heap_size_total_bytes',
    'Memory kept for JavaScript objects.',
    () => process.memoryUsage().heapTotal,
  );
  metrics.gauge(
    'nodejs_eventloop_lag_p99_seconds',
    'By how much the event loop was late, 99th percentile since the figures were last asked for.',
    () => {
      const late = delay.count === 0 ? 0 : Math.max(0, delay.percentile(99) / 1e9 - resolution / 1e3);
      delay.reset();
      return late;
    },
  );
}
