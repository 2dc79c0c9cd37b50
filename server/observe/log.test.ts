import { expect, test } from 'vitest';
import { createLog, type LogLevel, seldom } from './log.ts';

function aLog(level: LogLevel, requestId: string | null = null) {
  const lines: string[] = [];
  const now = () => new Date('2026-11-02T08:30:00Z');
  const log = createLog({ level, writeLine: (line) => lines.push(line), requestId: () => requestId, now });
  return { log, lines };
}

test.each([
  ['off', []],
  ['errors', ['warning', 'error']],
  ['requests', ['info', 'warning', 'error']],
] as const)('at level %s these are written: %j', (level, written) => {
  const { log, lines } = aLog(level);
  log.info('a');
  log.warn('b');
  log.error('c', new Error('d'));
  expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(written);
});

test('a line is one JSON object with time, level, event, request and facts', () => {
  const { log, lines } = aLog('requests', 'r-12345678');
  log.info('request', { status: 200, role: null, route: '/api/v1/buildings/:id' });
  expect(lines).toEqual([
    '{"time":"2026-11-02T08:30:00.000Z","level":"info","event":"request","requestId":"r-12345678","status":200,"role":null,"route":"/api/v1/buildings/:id"}',
  ]);
});

test('no text can end a line, and texts lose what may be private', () => {
  const { log, lines } = aLog('errors');
  log.warn('odd', { text: 'a\n{"level":"error"}\u2028 张三' });
  log.error('broken', undefined);
  expect(lines.every((line) => !/[\n\r]/.test(line))).toBe(true);
  expect(lines[0]).not.toContain('张三');
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ level: 'error', error: { message: 'null' } });
});

test('a trouble that lasts is told once in a while', () => {
  let now = 0;
  const told: number[] = [];
  const tell = seldom(
    60,
    () => now,
    (value: number) => told.push(value),
  );
  for (const at of [0, 1, 59, 60, 61, 130]) {
    now = at;
    tell(at);
  }
  expect(told).toEqual([0, 60, 130]);
});
