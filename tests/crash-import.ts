/** A server that is killed while it commits an import, and how much of the import is there afterwards. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Import } from '#contract/imports.ts';
import { personaHeader } from '#contract/session.ts';
import { type Running, startServer } from './crash.ts';

export interface ImportCrash {
  /** Whether the server said that all is written before it was killed. */
  readonly isAcknowledged: boolean;
  /** Records of the import that are there after the next start. */
  readonly found: number;
  /** What the import says of itself then. */
  readonly status: Import['status'];
}

async function ask(server: Running, method: string, path: string, body?: string | object): Promise<Import> {
  const isFile = typeof body === 'string';
  const response = await fetch(`${server.url}/api/v1/imports${path}`, {
    method,
    headers: {
      [personaHeader]: 'manager',
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
    },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${response.status} for ${path}: ${await response.text()}`);
  return (await response.json()) as Import;
}

async function settled(server: Running, id: string): Promise<Import> {
  for (;;) {
    const state = await ask(server, 'GET', `/${id}`);
    if (!/ing$/.test(state.status)) return state;
    await pause(10);
  }
}

/**
 * Imports firms under names of their own, kills the server so many ms after the commit began, starts it again
 * and counts.
 * @param round makes the names of this import other than those of the ones before
 */
export async function crashWhileImporting(
  environment: Readonly<Record<string, string>>,
  rows: number,
  round: number,
  ms: number,
): Promise<ImportCrash> {
  const server = await startServer(environment);
  const names = Array.from({ length: rows }, (_, i) => `第${round}批示例${i}号公司`);
  const { id } = await ask(server, 'POST', '', { source: '断电', asOf: '2026-11-01', confidence: 'C' });
  await ask(server, 'POST', `/${id}/files?name=firms.csv`, `企业名称,行业门类\n${names.join(',F\n')},F\n`);
  await ask(server, 'POST', `/${id}/check`);
  const checked = await settled(server, id);
  if (!checked.mayCommit) throw new Error(JSON.stringify(checked.parts));
  await ask(server, 'POST', `/${id}/commit`);
  const committed = settled(server, id).then(
    ({ status }) => status === 'committed',
    () => false,
  );
  await pause(ms);
  const isAcknowledged = await Promise.race([committed, pause(0).then(() => false)]);
  await server.kill();
  const again = await startServer(environment);
  try {
    const { status } = await ask(again, 'GET', `/${id}`);
    return { isAcknowledged, found: await firmsNamed(again, `第${round}批示例`), status };
  } finally {
    await again.kill();
  }
}

async function firmsNamed(server: Running, prefix: string): Promise<number> {
  const query = new URLSearchParams({ origin: 'import', entity: 'enterprise', limit: '200' });
  let [found, next] = [0, '' as string | null];
  while (next !== null) {
    if (next !== '') query.set('before', next);
    const response = await fetch(`${server.url}/api/v1/audit?${query}`, {
      headers: { [personaHeader]: 'manager' },
    });
    const page = (await response.json()) as {
      readonly next: string | null;
      readonly entries: readonly { readonly name: string | null }[];
    };
    found += page.entries.filter(({ name }) => name?.startsWith(prefix)).length;
    next = page.next;
  }
  return found;
}
