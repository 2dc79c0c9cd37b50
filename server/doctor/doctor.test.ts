import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../config.ts';
import { type Check, error, examine, ok, reportOf, warning } from './check.ts';
import { clockVerdict, nodeVerdict, openFilesCheck, openFilesVerdict } from './machine.ts';
import { dataFolderCheck, portCheck, spaceVerdict } from './place.ts';
import { namesCheck, reachVerdicts, settingsCheck, unknownNames } from './settings.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-doctor-'));
  made.push(folder);
  return folder;
}

function look(check: Check, environment: Record<string, string>) {
  return examine([check], { environment, parsed: parseConfig(environment, '/app/dist') });
}

test.each([
  ['24.0.0', 'ok'],
  ['25.1.0', 'ok'],
  ['22.18.0', 'warning'],
  ['22.17.1', 'error'],
  ['20.19.5', 'error'],
])('Node %s is judged %s', (version, status) => {
  expect(nodeVerdict(version).status).toBe(status);
});

test.each([
  ['2026-11-25T00:00:00Z', 'ok'],
  ['2030-01-01T00:00:00Z', 'ok'],
  ['1970-01-01T00:00:10Z', 'error'],
  ['2099-01-01T00:00:00Z', 'warning'],
])('a clock at %s is judged %s', (now, status) => {
  expect(clockVerdict(new Date(now), new Date('2026-11-20T00:00:00Z')).status).toBe(status);
});

test('fewer open files than connections are a warning that names the number', async () => {
  expect(openFilesVerdict(1_024, 4_000)).toMatchObject({
    status: 'warning',
    fix: expect.stringContaining('LimitNOFILE=4100'),
  });
  expect(openFilesVerdict(Number.POSITIVE_INFINITY, 4_000).status).toBe('ok');
  const [finding] = await look(openFilesCheck, { LOULAN_MAX_CONNECTIONS: '10' });
  expect(finding?.status).toBe('ok');
});

test('each bad setting is an error of its own, and what they name is not looked at', async () => {
  const environment = { PORT: 'many', LOULAN_LOG: 'all' };
  const findings = await examine([settingsCheck, portCheck, dataFolderCheck], {
    environment,
    parsed: parseConfig(environment, ''),
  });
  expect(findings.map(({ name, status }) => [name, status])).toEqual([
    ['settings', 'error'],
    ['settings', 'error'],
  ]);
});

test.each([
  ['LOULAN_LGO', 'did you mean LOULAN_LOG?'],
  ['loulan_data', 'did you mean LOULAN_DATA?'],
  ['LOULAN_MAXBODY_KB', 'did you mean LOULAN_MAX_BODY_KIB?'],
  ['LOULAM_DATA', 'did you mean LOULAN_DATA?'],
  ['LOULAN_DATABASE_URL', 'did you mean DATABASE_URL?'],
  ['LOULAN_PORT', 'did you mean PORT?'],
  ['LOULAN_SOMETHING_ELSE_ENTIRELY', 'docs/operating.md lists all settings'],
])('%s is no setting: %s', (name, fix) => {
  expect(unknownNames({ [name]: 'hunter2' })).toMatchObject([{ status: 'warning', fix }]);
  expect(JSON.stringify(unknownNames({ [name]: 'hunter2' }))).not.toContain('hunter2');
});

test('names of others and of settings are left alone', async () => {
  const environment = {
    PATH: '/bin',
    SPORT: '1',
    LOGNAME: 'x',
    LOULAN_LOG: 'off',
    LOULAN_JOURNEYS_PORT: '1',
  };
  expect(await look(namesCheck, environment)).toMatchObject([{ status: 'ok' }]);
});

test('plain HTTP for everybody is a warning, this machine alone is not', () => {
  const config = { host: '127.0.0.1', metrics: 'open', personas: 'off' } as const;
  expect(reachVerdicts(config).map(({ status }) => status)).toEqual(['ok']);
  expect(reachVerdicts({ ...config, host: '0.0.0.0' }).map(({ status }) => status)).toEqual([
    'warning',
    'warning',
  ]);
});

test('a free port is well, a taken one is an error, and one that Loulan itself has is well', async () => {
  expect(await look(portCheck, { PORT: '0' })).toMatchObject([{ status: 'ok' }]);
  const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const PORT = String((other.address() as AddressInfo).port);
  expect(await look(portCheck, { PORT })).toEqual([
    {
      name: 'port',
      status: 'error',
      detail: `127.0.0.1:${PORT} is in use by another program`,
      fix: 'stop that one or set PORT',
    },
  ]);
  other.close();
  await once(other, 'close');
  expect(await look(portCheck, { PORT })).toMatchObject([{ status: 'ok' }]);
  const loulan = createHttpServer((_, response) =>
    response.writeHead(200, { 'x-request-id': 'r' }).end('{"status":"ok"}'),
  ).listen(Number(PORT), '127.0.0.1');
  await once(loulan, 'listening');
  expect(await look(portCheck, { PORT })).toMatchObject([
    { detail: `a Loulan answers on 127.0.0.1:${PORT}` },
  ]);
  loulan.close();
});

test('an address that is not of this machine is an error', async () => {
  expect(await look(portCheck, { HOST: '192.0.2.1' })).toMatchObject([
    { status: 'error', detail: '192.0.2.1:4173 is no address of this machine', fix: 'set HOST' },
  ]);
});

test('a data folder that can be written is well, and is left as it was', async () => {
  const LOULAN_DATA = aFolder();
  const findings = await look(dataFolderCheck, { LOULAN_DATA });
  expect(findings[0]).toMatchObject({ status: 'ok', detail: `${LOULAN_DATA} can be written` });
  expect(findings).toHaveLength(2);
  expect(readdirSync(LOULAN_DATA)).toEqual([]);
});

test('a data folder that is not there yet is looked for above, and not made', async () => {
  const above = aFolder();
  const [finding] = await look(dataFolderCheck, { LOULAN_DATA: join(above, 'a', 'b') });
  expect(finding).toMatchObject({ status: 'ok', detail: expect.stringContaining('will be made') });
  expect(readdirSync(above)).toEqual([]);
});

test('a data folder that is a file, or lies below one, is an error', async () => {
  const file = join(aFolder(), 'file');
  writeFileSync(file, '');
  expect(await look(dataFolderCheck, { LOULAN_DATA: file })).toMatchObject([{ status: 'error' }]);
  expect(await look(dataFolderCheck, { LOULAN_DATA: join(file, 'data') })).toMatchObject([
    { status: 'error' },
  ]);
});

test.skipIf(process.getuid?.() === 0)('a data folder without the right to write is an error', async () => {
  const LOULAN_DATA = aFolder();
  chmodSync(LOULAN_DATA, 0o500);
  expect(await look(dataFolderCheck, { LOULAN_DATA })).toMatchObject([
    { status: 'error', detail: `${LOULAN_DATA} cannot be written (EACCES)` },
  ]);
});

test('a place where no file can be made is an error, whoever asks', async () => {
  expect(await look(dataFolderCheck, { LOULAN_DATA: '/proc' })).toMatchObject([{ status: 'error' }]);
});

test('with PostgreSQL no folder is needed', async () => {
  expect(await look(dataFolderCheck, { DATABASE_URL: 'postgres://h/d' })).toMatchObject([{ status: 'ok' }]);
});

test.each([
  [50, 'error'],
  [500, 'warning'],
  [5_000, 'ok'],
])('%i MiB of free space are judged %s', (mebibytes, status) => {
  expect(spaceVerdict('/data', mebibytes * 1_048_576).status).toBe(status);
});

test('a check that fails is an error, and the others go on', async () => {
  const failing: Check = { name: 'a', run: () => Promise.reject(new Error('gone')) };
  const well: Check = { name: 'b', run: async () => [ok('fine')] };
  expect(await examine([failing, well], { environment: {}, parsed: parseConfig({}, '') })).toMatchObject([
    { name: 'a', status: 'error', detail: 'cannot be checked: gone' },
    { name: 'b', status: 'ok' },
  ]);
});

test('the report names each finding and how to mend it', () => {
  const findings = [
    { name: 'node', ...ok('24') },
    { name: 'a long one', ...warning('x', 'do y') },
    { name: 'z', ...error('w', 'do v') },
  ];
  expect(reportOf(findings).split('\n')).toEqual([
    'ok       node        24',
    'warning  a long one  x',
    '                     → do y',
    'error    z           w',
    '                     → do v',
    '',
    'errors: 1, warnings: 1',
  ]);
});
