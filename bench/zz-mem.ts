import { readFileSync } from 'node:fs';

const gc = (globalThis as any).gc as () => void;
const m = (what: string) => {
  gc();
  gc();
  const u = process.memoryUsage();
  const s = readFileSync('/proc/self/status', 'utf8');
  const g = (k: string) => Math.round(Number(new RegExp(k + ':\\s+(\\d+)').exec(s)?.[1]) / 1024);
  console.log(
    what.padEnd(34),
    `used ${(u.heapUsed / 1e6).toFixed(1)} total ${(u.heapTotal / 1e6).toFixed(0)} ext ${(u.external / 1e6).toFixed(0)} rss ${g('VmRSS')} hwm ${g('VmHWM')} file ${g('RssFile')}`,
  );
};
m('bare');
const { openStore } = await import('../server/store/open-store.ts');
m('store code');
await import('../server/create-server.ts');
await import('../server/open-accounts.ts');
await import('../server/open-imports.ts');
m('server code');
const { searchKeys } = await import('../server/text/search-keys.ts');
m('search keys code');
const { createReadModels } = await import('../server/api/read-models.ts');
const out = await openStore(
  { kind: 'folder', folder: process.argv[2] ?? '' },
  {
    first: () => {
      throw new Error('x');
    },
    published: [],
    now: () => new Date(),
  },
);
if (!out.ok) throw new Error(out.problem);
m('opened');
const models = createReadModels({ store: out.opened.store, searchKeys });
const snap = await models.snapshot();
m('snapshot');
for (const [k, v] of Object.entries(snap.portfolio)) if (Array.isArray(v)) console.log('  ', k, v.length);
for (const r of ['manager', 'staff', 'public'] as const) {
  await models.of(r);
  m('model ' + r);
}
const { pinyin } = await import('pinyin-pro');
void pinyin;
await out.opened.close();
