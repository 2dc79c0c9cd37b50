/** Checks of where the server runs: its port, the folder of its data. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, constants, open, rm, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { addressOf } from '../config.ts';
import { listenTrouble } from '../listen-troubles.ts';
import { probePaths } from '../observe/probes.ts';
import { requestIdHeader } from '../observe/trace.ts';
import { type Check, checkOf, error, ok, type Verdict, warning } from './check.ts';

export const portCheck: Check = checkOf('port', async ({ host, port }) => {
  const trouble = await whyNotListen(host, port);
  if (trouble === null) return [ok(port === 0 ? 'any free one' : `${host}:${port} is free`)];
  if (await isLoulan(host, port)) return [ok(`a Loulan answers on ${host}:${port}`)];
  const [detail = '', fix = 'set HOST and PORT'] = trouble.split('; ');
  return [error(detail, fix)];
});

async function whyNotListen(host: string, port: number): Promise<string | null> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return null;
  } catch (thrown) {
    return listenTrouble(host, port, thrown);
  } finally {
    server.close();
  }
}

async function isLoulan(host: string, port: number): Promise<boolean> {
  try {
    const url = `${addressOf(host, port)}${probePaths.health}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'error' });
    return answer.headers.has(requestIdHeader) && (await answer.text()) === '{"status":"ok"}';
  } catch {
    return false;
  }
}

const mebibytes = 1_048_576;
/** Below the first a start may fail, below the second there is no room to work for long. */
const leastFree = 100 * mebibytes;
const easyFree = 1_024 * mebibytes;

export function spaceVerdict(folder: string, freeBytes: number): Verdict {
  const free = `${Math.floor(freeBytes / mebibytes).toLocaleString('en')} MiB free for ${folder}`;
  const fix = 'make room, or set LOULAN_DATA to a folder on another disk';
  if (freeBytes < leastFree) return error(free, fix);
  return freeBytes < easyFree ? warning(free, fix) : ok(free);
}

export const dataFolderCheck: Check = checkOf('data folder', async ({ data }) => {
  if (data.kind !== 'folder') return [ok('not used: the data lie in PostgreSQL')];
  const { folder } = data;
  const place = await nearestFolder(folder);
  if (!(await stat(place)).isDirectory()) return [error(`${place} is a file`, 'set LOULAN_DATA to a folder')];
  const wrong = await whyNotWrite(place, place === folder);
  if (wrong !== null) return [wrong];
  const { bavail, bsize } = await statfs(place);
  const will = place === folder ? 'can be written' : 'will be made at the first start';
  return [ok(`${folder} ${will}`), spaceVerdict(folder, bavail * bsize)];
});

/** The folder itself, or what it would be made in. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (thrown) {
    const parent = dirname(folder);
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    if (!isMissing || parent === folder) return folder;
    return nearestFolder(parent);
  }
}

/** A folder that is there is tried with a file: rights alone do not tell of full or read-only disks. */
async function whyNotWrite(folder: string, isThere: boolean): Promise<Verdict | null> {
  const file = join(folder, `.loulan-doctor-${randomUUID()}`);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    if (!isThere) return null;
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile('x');
      await handle.sync();
    } finally {
      await handle.close();
      await rm(file);
    }
    return null;
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
    return error(
      `${folder} cannot be written (${code})`,
      'change its owner or rights, or set LOULAN_DATA to another folder',
    );
  }
}
