/** Imports over a store of their own, asked without a network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Import } from '#contract/imports.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Viewer } from '#server/api/identity.ts';
import { parseConfig } from '#server/config.ts';
import { createImportApp } from '#server/jobs/import-app.ts';
import { openImports } from '#server/open-imports.ts';
import { openStore } from '#server/store/open-store.ts';
import { aBuilding, aFloor, aPortfolio, aUnit } from './builders.ts';

const work = mkdtempSync(join(tmpdir(), 'loulan-imports-'));
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(work, { recursive: true });
});

export const staff: Viewer = { role: 'staff', personas: null, account: { id: 'a1', name: '王晓梅' } };
export const start = { source: '天泰物业', asOf: '2026-10-31', confidence: 'B' };
export const initial = aPortfolio({
  buildings: [
    aBuilding({ nameZh: '天泰大厦', address: '南京路 1 号', synthetic: false }),
    aBuilding({ id: 'b2', nameZh: '海河中心', synthetic: false }),
  ],
  floors: [aFloor({ area: 1_000 })],
  units: [aUnit()],
});

export async function importSite(
  portfolio: Portfolio = initial,
  viewer: { current: Viewer } = { current: staff },
  folder?: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const place = folder ?? mkdtempSync(join(work, 'data-'));
  const parsed = parseConfig({ ...environment, LOULAN_DATA: place }, '/app');
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const errors: unknown[] = [];
  const outcome = await openStore(parsed.config.data, {
    first: () => portfolio,
    published: [],
    now: () => new Date(),
  });
  if (!outcome.ok) throw new Error(outcome.problem);
  const { opened } = outcome;
  let isOpen = true;
  const close = async () => {
    if (isOpen) await opened.close();
    isOpen = false;
  };
  closing.push(close);
  const openedImports = await openImports(parsed.config, opened, [], (error) => errors.push(error));
  const doubters: ((account: string) => void)[] = [];
  const app = createImportApp({
    ...openedImports,
    identify: async () => ({ ok: true, viewer: viewer.current }),
    identifyAgain: async () => ({ ok: true, viewer: viewer.current }),
    doubts: (listener) => doubters.push(listener),
    addressOf: () => '127.0.0.1',
    requestIdOf: () => 'r1',
    maxBodyBytes: 1_000_000,
    heartbeatMs: 1_000,
    stopping: new AbortController().signal,
    now: () => new Date(),
    onError: (error) => errors.push(error),
  });
  const asking = asked(app);
  const { fetch } = app;
  const doubt = (account: string) => {
    for (const tell of doubters) tell(account);
  };
  return { doubt, ...opened, ...asking, fetch, close, place, errors, imports: openedImports.imports };
}

/** What a page asks, and waits for. */
function asked(app: ReturnType<typeof createImportApp>) {
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    app.fetch(
      new Request(`http://localhost/api/v1/imports${path}`, {
        method,
        headers: {
          'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
        },
        ...(body !== undefined && {
          body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
        }),
      }),
    );
  const json = async (method: string, path: string, body?: unknown): Promise<Import> =>
    (await ask(method, path, body)).json();
  const begun = async () => json('POST', '', start);
  const upload = (id: string, name: string, text: string | Uint8Array) =>
    json(
      'POST',
      `/${id}/files?name=${encodeURIComponent(name)}`,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    );
  const after = async (id: string, step: string, body?: unknown): Promise<Import> => {
    const response = await ask('POST', `/${id}/${step}`, body ?? {});
    if (response.status !== 202) return response.json();
    for (;;) {
      const state = await json('GET', `/${id}`);
      if (!['checking', 'committing', 'undoing'].includes(state.status)) return state;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { ask, json, begun, upload, after };
}

export const unitsTable = `楼宇名称,楼层,单元,建筑面积（㎡）,状态,租金（元/㎡/天）
天泰大厦,1,101,120,空置,4.5
天泰大厦,1,102,200,已租,面议
海河中心,3F,301,85.5,空置,
`;
