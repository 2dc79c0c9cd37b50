/** What the threads of a page did, from Chromium's own trace. Times are milliseconds. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of it on the processor; the rest it waited for one. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

export interface Span {
  readonly start: number;
  readonly end: number;
  /** Time on the processor: what others take on a busy machine does not count. */
  readonly cpu: number;
}

export interface PageTrace {
  /** Tasks of the main thread: script, style, layout, paint, and what else it does. */
  readonly tasks: readonly Span[];
  /** Where the main thread ran script, collection of garbage and forced layout included. */
  readonly script: readonly Span[];
  /** Where workers of the page ran script. */
  readonly workerScript: readonly Span[];
  /** When input events of a type reached the page. */
  readonly inputs: (type: string) => readonly number[];
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'v8.execute',
  'blink.user_timing',
];

const taskNames = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const scriptNames = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'HandlePostMessage',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
  'V8.GC_MARK_COMPACTOR',
  'V8.GC_SCAVENGER',
]);

/** Runs a gesture on a page and tells what its threads did meanwhile. */
export async function traced(browser: Browser, page: Page, gesture: () => Promise<void>): Promise<PageTrace> {
  await browser.startTracing(page, { categories });
  await gesture();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return readTrace(traceEvents);
}

function readTrace(events: readonly TraceEvent[]): PageTrace {
  const inputEvents = events.filter(({ name, ph }) => name === 'EventDispatch' && ph === 'X');
  const main = inputEvents[0];
  if (!main) throw new Error('the trace holds no input event: nothing was measured');
  const workers = new Set(
    events
      .filter(({ name, pid, args }) => {
        return name === 'thread_name' && pid === main.pid && args?.name?.startsWith('DedicatedWorker');
      })
      .map(({ tid }) => tid),
  );
  const own = events.filter(({ pid, ph }) => pid === main.pid && ph === 'X');
  const onMain = own.filter(({ tid }) => tid === main.tid);
  return {
    tasks: merged(onMain.filter(({ name }) => taskNames.has(name))),
    script: merged(onMain.filter(({ name }) => scriptNames.has(name))),
    workerScript: merged(own.filter(({ tid, name }) => workers.has(tid) && scriptNames.has(name))),
    inputs: (type) =>
      inputEvents
        .filter(({ tid, args }) => tid === main.tid && args?.data?.type === type)
        .map(({ ts }) => ts / 1000),
  };
}

/** Nested and overlapping spans become one. */
function merged(events: readonly TraceEvent[]): Span[] {
  const spans = events
    .map(({ ts, dur = 0, tdur = dur }) => ({ start: ts / 1000, end: (ts + dur) / 1000, cpu: tdur / 1000 }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const result: { start: number; end: number; cpu: number }[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push(span);
  }
  return result;
}

/** How long the spans lasted within a window. */
export function timeWithin(spans: readonly Span[], from: number, to: number): number {
  return spans.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
}

/** Processor time of the spans that begin within a window. */
export function cpuWithin(spans: readonly Span[], from: number, to: number): number {
  return spans.reduce((sum, { start, cpu }) => (start >= from && start < to ? sum + cpu : sum), 0);
}

export function longest(spans: readonly Span[]): number {
  return spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
}
