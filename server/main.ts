/** `node server/main.ts`: the sample district, the API and the built page on one port. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { realBuildings } from '#mocks/sample/real.ts';
import { memoryStore } from './api/memory-store.ts';
import { addressOf, type Config, listensOnLoopback, parseConfig } from './config.ts';
import { createSite } from './create-server.ts';
import { type Listening, listen } from './listen.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';
import { searchKeys } from './text/search-keys.ts';

const packageFile = new URL('../package.json', import.meta.url);
const builtApp = fileURLToPath(new URL('../dist', import.meta.url));

function fail(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`楼览 Loulan: ${line}\n`);
  process.exit(1);
}

async function filesIn(folder: string): Promise<StaticFiles> {
  try {
    return await readStaticFiles(folder);
  } catch (error) {
    return fail([`no built page in ${folder}; run "npm run build" first (${messageOf(error)})`]);
  }
}

const listenTroubles: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; stop that one or set PORT',
  EACCES: 'may not be used by this account; set PORT to 1024 or above',
  EADDRNOTAVAIL: 'is no address of this machine; set HOST',
  ENOTFOUND: 'is no name that this machine knows; set HOST',
};

async function listening(site: Parameters<typeof listen>[0], { host, port }: Config): Promise<Listening> {
  try {
    return await listen(site, host, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return fail([`${host}:${port} ${listenTroubles[code] ?? `cannot be listened on (${messageOf(error)})`}`]);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function versionOf(file: URL): Promise<string> {
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}

async function main(): Promise<void> {
  const parsed = parseConfig(process.env, builtApp);
  if (!parsed.ok) fail(parsed.problems);
  const { config } = parsed;
  const files = await filesIn(config.appDir);
  const published = realBuildings.map(({ id }) => id);
  const site = createSite({
    config,
    files,
    searchKeys,
    store: memoryStore(samplePortfolio(), { published }),
    version: await versionOf(packageFile),
    writeLine: (line) => process.stdout.write(`${line}\n`),
  });
  const { port, stop } = await listening(site, config);
  const note = listensOnLoopback(config)
    ? '示例数据，可切换角色 sample data, roles can be switched'
    : '示例数据，仅公众视图 sample data, public view only';
  process.stdout.write(`楼览 Loulan: ${addressOf(config.host, port)} (${note})\n`);
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void stop().then(() => process.exit(0));
    });
  }
}

await main();
