/** Imports for generated requests: one that is checked, one that is committed, in a folder that each world copies. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { personaHeader } from '#contract/session.ts';
import { importEntities } from '#domain/intake/targets/target.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Viewer } from '#server/api/identity.ts';
import { importSite, start } from '../import-site.ts';
import type { RunOptions } from './run.ts';

const table = '楼宇名称,载体类型,状态\n新楼,写字楼,已交付\n';
const roles = ['public', 'staff', 'manager'] as const;

function viewerOf(persona: string): Viewer {
  const role = roles.find((known) => known === persona) ?? 'admin';
  const account = role === 'public' ? null : { id: role, name: '某人' };
  return { role, personas: null, account };
}

/** @param folder whoever made it takes it away */
export async function importWorlds(
  folder: string,
  portfolio: Portfolio,
): Promise<Pick<RunOptions, 'makeWorld' | 'known'>> {
  const template = join(folder, 'imports');
  const site = await importSite(portfolio, { current: viewerOf('manager') }, template);
  const ids: string[] = [];
  for (const step of ['check', 'commit']) {
    const { id } = await site.json('POST', '', start);
    await site.upload(id, '楼宇.csv', table);
    await site.after(id, 'check');
    if (step === 'commit') await site.after(id, 'commit');
    ids.push(id);
  }
  await site.close();
  let [copies, close] = [0, async () => undefined as unknown];
  const makeWorld = async () => {
    await close();
    copies += 1;
    const own = join(folder, `imports-${copies}`);
    cpSync(template, own, { recursive: true });
    const viewer = { current: viewerOf('public') };
    const copy = await importSite(portfolio, viewer, own);
    close = copy.close;
    return {
      send: async (request: {
        path: string;
        method: string;
        body: string | null;
        headers: Readonly<Record<string, string>>;
      }) => {
        const { [personaHeader]: persona = 'public', ...headers } = request.headers;
        viewer.current = viewerOf(persona);
        const url = new URL(request.path, 'http://localhost');
        return copy.fetch(
          new Request(url, {
            method: request.method,
            headers,
            ...(request.body !== null && { body: request.body }),
          }),
        );
      },
      errors: copy.errors,
      portfolio: async () => (await copy.store.loadPortfolio()).portfolio,
    };
  };
  return { makeWorld, known: { 'key of imports': ids, 'key of templates': [...importEntities] } };
}
