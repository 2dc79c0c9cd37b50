/** How many tests of a step passed and failed, read from what its runner wrote. */
import { readFileSync } from 'node:fs';
import type { Step } from './test-steps.ts';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

function numberAt(report: unknown, ...path: readonly string[]): number {
  let value = report;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof value === 'number' ? value : 0;
}

function countsIn(kind: 'vitest' | 'playwright', report: unknown): Outcome {
  if (kind === 'vitest') {
    return { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests') };
  }
  // A test that passed only when repeated is a test that failed.
  const failed = numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky');
  return { passed: numberAt(report, 'stats', 'expected'), failed };
}

/**
 * A step without a report counts as one. A run that exits with an error is never without a failure: a file that
 * does not load has no tests to count. Nor is one that says it is well and ran no test.
 */
export function outcomeOf(
  exitCode: number,
  report: { readonly kind: 'vitest' | 'playwright'; readonly text: string | null } | null,
): Outcome {
  if (report === null) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = report.text === null ? { passed: 0, failed: 0 } : countsIn(report.kind, parsed(report.text));
  const isSilent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return isSilent ? { ...counts, failed: 1 } : counts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The report of a step; null where its runner wrote none. */
export function readReport(step: Step) {
  if (step.report === null) return null;
  try {
    return { kind: step.report.kind, text: readFileSync(step.report.file, 'utf8') };
  } catch {
    return { kind: step.report.kind, text: null };
  }
}
