/** Checks of the machine: Node, clock, open files. */
import { readFile } from 'node:fs/promises';
import { type Check, checkOf, error, ok, type Verdict, warning } from './check.ts';

export function nodeVerdict(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fix = 'install Node 24; npm brings it along on Linux and Windows (npm ci)';
  if (major >= 24) return ok(version);
  if (major > 22 || (major === 22 && minor >= 18)) return warning(`${version}; Loulan is made for 24`, fix);
  return error(`${version} cannot run Loulan`, fix);
}

export const nodeCheck: Check = { name: 'node', run: async () => [nodeVerdict(process.versions.node)] };

/** @param made a moment at which this version surely existed; a clock before it is wrong */
export function clockVerdict(now: Date, made: Date): Verdict {
  const fix = 'set the clock, best by NTP (timedatectl set-ntp true)';
  if (now.getTime() + 86_400_000 < made.getTime()) {
    return error(`it says ${now.toISOString()}, a time before this version was made`, fix);
  }
  const years = (now.getTime() - made.getTime()) / (365 * 86_400_000);
  if (years > 10)
    return warning(`it says ${now.toISOString()}, ${Math.floor(years)} years after this version`, fix);
  return ok(now.toISOString());
}

/** @param release the day of this version */
export function clockCheck(now: () => Date, release: Date): Check {
  return { name: 'clock', run: async () => [clockVerdict(now(), release)] };
}

/** Besides connections: the database, its journal, the output, the page at start. */
const filesBesides = 100;

export function openFilesVerdict(allowed: number, connections: number): Verdict {
  const wanted = connections + filesBesides;
  if (allowed >= wanted) return ok(`${allowed} may be open`);
  return warning(
    `${allowed} may be open; ${wanted} may be needed`,
    `raise it (LimitNOFILE=${wanted} in the unit, or ulimit -n), or lower LOULAN_MAX_CONNECTIONS`,
  );
}

export const openFilesCheck: Check = checkOf('open files', async ({ limits }) => {
  if (process.platform !== 'linux') return [];
  const text =
    /^Max open files\s+(\S+)/m.exec(await readFile('/proc/self/limits', 'utf8'))?.[1] ?? 'unlimited';
  const allowed = text === 'unlimited' ? Number.POSITIVE_INFINITY : Number(text);
  return [openFilesVerdict(allowed, limits.connections)];
});
