/** The environment, read once. What is wrong with it is said at once, all of it. */

import { resolve } from 'node:path';
import { type Settings, tileDatums } from '#contract/session.ts';
import { isLoopbackHost } from './api/identity.ts';
import { type AccountsConfig, accountsFrom } from './config/accounts.ts';
import { importLimitsFrom } from './config/import-limits.ts';
import { type Limits, limitsFrom, whyNotTogether } from './config/limits.ts';
import type { ImportLimits } from './import/limits.ts';
import { type LogLevel, logLevels } from './observe/log.ts';
import type { DataPlace } from './store/open-store.ts';

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly tiles: Settings['tiles'];
  readonly log: LogLevel;
  /** Who may read `/metrics`: programs on this machine, everybody, nobody. */
  readonly metrics: 'loopback' | 'open' | 'off';
  readonly limits: Limits;
  readonly imports: ImportLimits;
  /** Whether visitors of a sample may try roles on. */
  readonly personas: 'sample' | 'off';
  /** Folder of the built page. */
  readonly appDir: string;
  readonly data: DataPlace;
  /** For what lies on the disk whatever the database: files of imports that are under way. */
  readonly workFolder: string;
  readonly accounts: AccountsConfig;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the settings that docs/operating.md lists. An empty value counts as none.
 * @param appDir where the built page lies unless LOULAN_APP_DIR says otherwise
 */
export function parseConfig(environment: Environment, appDir: string): ParsedConfig {
  const problems: string[] = [];
  const given = (name: string) => environment[name]?.trim() || null;
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const text = given(name);
    const found = text === null ? fallback : allowed.find((value) => value === text);
    if (!found) problems.push(invalid(name, text ?? '', allowed.join(' | ')));
    return found ?? fallback;
  };
  const whole = (name: string, fallback: number, least: number, most: number) => {
    const text = given(name) ?? String(fallback);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) problems.push(invalid(name, text, `${least}–${most}`));
    return value;
  };
  const port = whole('PORT', 4173, 0, 65_535);
  const host = given('HOST') ?? '127.0.0.1';
  if (/[\s/:]/.test(host) && !/^[0-9a-fA-F:]+$/.test(host)) {
    problems.push(invalid('HOST', host, 'a name or an address, without scheme and port'));
  }
  const datum = oneOf('LOULAN_TILES_DATUM', tileDatums, 'wgs84');
  const log = oneOf('LOULAN_LOG', logLevels, 'errors');
  const metrics = oneOf('LOULAN_METRICS', ['loopback', 'open', 'off'], 'loopback');
  const personas = oneOf('LOULAN_PERSONAS', ['sample', 'off'], 'sample');
  const tiles = tilesFrom(given('LOULAN_TILES_URL'), datum, given('LOULAN_TILES_ATTRIBUTION'), problems);
  const pool = {
    connections: whole('LOULAN_DATABASE_CONNECTIONS', 10, 2, 1_000),
    statementMs: whole('LOULAN_DATABASE_STATEMENT_S', 60, 1, 3_600) * 1_000,
  };
  const workFolder = resolve(given('LOULAN_DATA') ?? 'data');
  const data = dataFrom(given('DATABASE_URL'), pool, workFolder, problems);
  const limits = limitsFrom(whole);
  const conflict = whyNotTogether(limits);
  if (conflict !== null) problems.push(conflict);
  const config: Config = {
    host,
    port,
    tiles,
    log,
    metrics,
    limits,
    imports: importLimitsFrom(whole, limits.uploadBytes),
    personas,
    data,
    workFolder,
    accounts: accountsFrom(given, whole, problems),
    appDir: given('LOULAN_APP_DIR') ?? appDir,
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

/** Names of all settings that `parseConfig` reads. */
export function settingNames(): readonly string[] {
  const names = new Set<string>();
  const environment = new Proxy<Environment>(
    {},
    {
      get: (_, name) => {
        names.add(String(name));
        return undefined;
      },
    },
  );
  parseConfig(environment, '');
  return [...names];
}

function invalid(name: string, value: string, allowed: string): string {
  return `invalid ${name}: ${value} (allowed: ${allowed})`;
}

/** The value of a URL with a password in it is never repeated. */
function dataFrom(
  url: string | null,
  pool: { readonly connections: number; readonly statementMs: number },
  folder: string,
  problems: string[],
): DataPlace {
  if (url === null) return { kind: 'folder', folder };
  if (!/^postgres(ql)?:\/\/[^\s]+$/.test(url) || !URL.canParse(url)) {
    problems.push('invalid DATABASE_URL (allowed: postgres://user:password@host:port/database)');
  }
  return { kind: 'postgres', url, ...pool };
}

function tilesFrom(
  url: string | null,
  datum: (typeof tileDatums)[number],
  attribution: string | null,
  problems: string[],
): Settings['tiles'] {
  if (url === null) return null;
  const allowed = 'http(s)://one.host/…{z}…{x}…{y}, no other placeholder';
  const placeholders = [...url.matchAll(/\{[^}]*\}/g)].map(([part]) => part).sort();
  const isComplete = placeholders.join() === '{x},{y},{z}' && !/[\s<>"']/.test(url);
  if (!isComplete || tileOrigin(url) === null) problems.push(invalid('LOULAN_TILES_URL', url, allowed));
  if (attribution !== null && /[<>]/.test(attribution)) {
    problems.push(invalid('LOULAN_TILES_ATTRIBUTION', attribution, 'plain text, no markup'));
  }
  if (attribution === null) {
    problems.push('missing LOULAN_TILES_ATTRIBUTION: tiles are shown with the name of their provider');
  }
  return { url, datum, attribution: attribution ?? '' };
}

/** The one origin that tiles come from, as the content security policy names it; null when there is none. */
export function tileOrigin(template: string): string | null {
  const match = /^(https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?)\//.exec(template);
  const origin = match?.[1] ?? null;
  return origin !== null && URL.canParse(origin) && new URL(origin).hostname !== '' ? origin : null;
}

export function listensOnLoopback({ host }: Pick<Config, 'host'>): boolean {
  return isLoopbackHost(host);
}

/** The address that a person types: without a port where it is the usual one. */
export function addressOf(host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host;
  return `http://${name}${port === 80 ? '' : `:${port}`}`;
}
