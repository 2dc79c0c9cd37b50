/** The database, the API and the built page on one port. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { districtDay } from '#domain/district-time.ts';
import { noRecords, type Portfolio } from '#domain/model/portfolio.ts';
import { publishedIds as published, samplePortfolio } from '#mocks/sample/portfolio.ts';
import { addressOf, type Config, listensOnLoopback, parseConfig } from './config.ts';
import { createSite } from './create-server.ts';
import { type Listening, listen } from './listen.ts';
import { listenTrouble } from './listen-troubles.ts';
import { createLog, type Log, seldom } from './observe/log.ts';
import { createMetrics } from './observe/metrics.ts';
import { currentRequestId } from './observe/observe-requests.ts';
import { measureProcess } from './observe/process-metrics.ts';
import { openAccounts } from './open-accounts.ts';
import { openImports } from './open-imports.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';
import { stopInOrder } from './stop-in-order.ts';
import { type OpenedStore, openStore } from './store/open-store.ts';
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

async function listening(site: Parameters<typeof listen>[0], config: Config): Promise<Listening> {
  const { host, port, limits } = config;
  try {
    return await listen(site, host, port, limits);
  } catch (error) {
    return fail([listenTrouble(host, port, error)]);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function versionOf(file: URL): Promise<string> {
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}

/** The district without anything that is made up, as of the day of its first start. */
function emptyDistrict(): Portfolio {
  return {
    district: samplePortfolio().district,
    asOf: districtDay(new Date()),
    ...noRecords,
  };
}

async function storeOf(config: Config, log: Log): Promise<OpenedStore> {
  const outcome = await openStore(config.data, {
    first: process.argv.includes('--empty') ? emptyDistrict : samplePortfolio,
    published,
    now: () => new Date(),
    onPollError: seldom(
      60_000,
      () => performance.now(),
      (error) => log.error('data.unreachable', error),
    ),
  });
  return outcome.ok ? outcome.opened : fail([outcome.problem]);
}

async function noteOn({ store }: OpenedStore, config: Config): Promise<string> {
  if (!(await store.isSample())) return '正式数据 real data';
  return listensOnLoopback(config)
    ? '示例数据，可切换角色 sample data, roles can be switched'
    : '示例数据，仅公众视图 sample data, public view only';
}

/** Ends the process when it cannot start. */
export async function serve(): Promise<void> {
  const parsed = parseConfig(process.env, builtApp);
  if (!parsed.ok) fail(parsed.problems);
  const { config } = parsed;
  const files = await filesIn(config.appDir);
  const version = await versionOf(packageFile);
  const writeLine = (line: string) => void process.stdout.write(`${line}\n`);
  const log = createLog({ level: config.log, writeLine, requestId: currentRequestId, now: () => new Date() });
  process.on('uncaughtException', (error) => {
    log.error('process.failed', error);
    fail([`stopped by an error that nobody expected (${error.name}); the log says more`]);
  });
  const metrics = createMetrics();
  measureProcess(metrics, version);
  const opened = await storeOf(config, log);
  const stopping = new AbortController();
  const { store, close } = opened;
  const { accounts, wayIn } = openAccounts(config, opened, { log, stopping: stopping.signal });
  const imports = await openImports(config, opened, published, (error) => log.error('import.failed', error));
  const site = createSite({
    config,
    accounts,
    imports,
    files,
    searchKeys,
    store,
    published,
    version,
    log,
    metrics,
    stopping: stopping.signal,
  });
  const running = await listening(site, config);
  writeLine(`楼览 Loulan: ${addressOf(config.host, running.port)} (${await noteOn(opened, config)})`);
  const link = await wayIn(running.port);
  if (link !== null) writeLine(`楼览 Loulan: 首位管理员 first administrator, one-time link: ${link}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1);
      const { drainMs } = config.limits;
      void stopInOrder({ stopping, drainMs, listening: running, close, log }).then((code) =>
        process.exit(code),
      );
    });
  }
}
