/** What `npm run doctor` looks at: one check for each thing that can be wrong. */
import type { Config, Environment, ParsedConfig } from '../config.ts';

export interface Verdict {
  /** `warning`: it runs, but not as it should. `error`: it does not run, or data are at risk. */
  readonly status: 'ok' | 'warning' | 'error';
  readonly detail: string;
  /** How to mend it; null where there is nothing to mend. */
  readonly fix: string | null;
}

export interface Finding extends Verdict {
  /** Of the check. */
  readonly name: string;
}

export interface Circumstances {
  readonly environment: Environment;
  readonly parsed: ParsedConfig;
}

export interface Check {
  /** Unique and stable: programs read it. */
  readonly name: string;
  /** None where there is nothing to look at. What it throws becomes an error of the check. */
  readonly run: (at: Circumstances) => Promise<readonly Verdict[]>;
}

export const ok = (detail: string): Verdict => ({ status: 'ok', detail, fix: null });
export const warning = (detail: string, fix: string): Verdict => ({ status: 'warning', detail, fix });
export const error = (detail: string, fix: string): Verdict => ({ status: 'error', detail, fix });

/** A check of what the settings name: there is nothing to look at until they can be read. */
export function checkOf(name: string, run: (config: Config) => Promise<readonly Verdict[]>): Check {
  return { name, run: async ({ parsed }) => (parsed.ok ? run(parsed.config) : []) };
}

/** One after the other, in their order. */
export async function examine(checks: readonly Check[], at: Circumstances): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name, run } of checks) {
    for (const verdict of await verdictsOf(run, at)) findings.push({ name, ...verdict });
  }
  return findings;
}

async function verdictsOf(run: Check['run'], at: Circumstances): Promise<readonly Verdict[]> {
  try {
    return await run(at);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return [error(`cannot be checked: ${detail}`, 'mend what the message names and check again')];
  }
}

/** Lines for people: what is wrong is followed by how to mend it. */
export function reportOf(findings: readonly Finding[]): string {
  const width = Math.max(0, ...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, status, detail, fix }) => {
    const line = `${status.padEnd(7)}  ${name.padEnd(width)}  ${detail}`;
    return fix === null ? [line] : [line, `${' '.repeat(9 + width)}  → ${fix}`];
  });
  const count = (status: Verdict['status']) => findings.filter((finding) => finding.status === status).length;
  return [...lines, '', `errors: ${count('error')}, warnings: ${count('warning')}`].join('\n');
}
