/** Checks of what is kept: the database, its records, the audit log beside them, accounts, backups. */
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildingId } from '#domain/measure.ts';
import { changeOf } from '#domain/records/change.ts';
import { entities, recordsIn } from '#domain/records/entity.ts';
import { type RuleProblem, ruleProblems, type ToWgs84 } from '#domain/records/rules.ts';
import { isSampleOf } from '#domain/sample.ts';
import type { Config } from '../config.ts';
import { type Content, type Inspection, inspect } from '../store/inspect.ts';
import { nameOfPlace, whyNotOpened } from '../store/open-store.ts';
import { type Check, checkOf, error, ok, type Verdict, warning } from './check.ts';

export interface DataCheckDeps {
  readonly now: () => Date;
  readonly published: readonly BuildingId[];
  readonly toWgs84: ToWgs84;
  /** Where `npm run backup` puts files when it is not told where. */
  readonly backups: string;
}

type Looked =
  | { readonly ok: true; readonly inspection: Inspection | null }
  | { readonly ok: false; readonly why: string };

const restore = 'stop the server, move the data away and bring the last backup back (npm run restore)';

/** One look at the database serves all of them. */
export function dataChecks(deps: DataCheckDeps): readonly Check[] {
  let looked: Promise<Looked> | null = null;
  const look = ({ data }: Config): Promise<Looked> => {
    looked ??= inspect(data).then(
      (inspection) => ({ ok: true, inspection }) as const,
      (thrown: unknown) => ({ ok: false, why: whyNotOpened(thrown) }) as const,
    );
    return looked;
  };
  const contentCheck = (name: string, judge: (content: Content) => readonly Verdict[]) =>
    checkOf(name, async (config) => {
      const found = await look(config);
      const content = found.ok ? found.inspection?.content : null;
      return content ? judge(content) : [];
    });
  return [
    checkOf('database', async (config) => {
      const found = await look(config);
      const place = nameOfPlace(config.data);
      if (!found.ok) return [error(`${place}: ${found.why}`, 'mend what the message names')];
      return found.inspection === null
        ? [ok('none yet; the first start makes it')]
        : [...databaseVerdicts(found.inspection), ...(await roomVerdicts(config, found.inspection))];
    }),
    contentCheck('records', (content) => recordVerdicts(content, deps.toWgs84)),
    contentCheck('audit log', auditVerdicts),
    contentCheck('accounts', (content) => accountVerdicts(content, isSampleIn(content, deps))),
    checkOf('backups', async (config) => {
      const found = await look(config);
      const content = found.ok ? found.inspection?.content : null;
      if (!content || isSampleIn(content, deps))
        return [ok('none needed yet: there are no data of your own')];
      return [backupVerdict(deps.backups, await latestBackup(deps.backups), deps.now())];
    }),
  ];
}

function isSampleIn({ portfolio }: Content, { published }: DataCheckDeps): boolean {
  return portfolio === null || isSampleOf(portfolio, published);
}

export function databaseVerdicts({ schema, damage, content }: Inspection): readonly Verdict[] {
  if (damage.length > 0) return [error(`damaged: ${damage.join('; ').slice(0, 300)}`, restore)];
  if (schema.foreign.length > 0) {
    const names = schema.foreign.join(', ');
    return [
      error(`of a later version of Loulan (${names})`, 'start that version, or restore a backup of this one'),
    ];
  }
  if (schema.waiting.length > 0) {
    const names = schema.waiting.join(', ');
    return [
      warning(
        `of an earlier version; waiting: ${names}`,
        'npm run backup, then start: it is brought up to date',
      ),
    ];
  }
  if (content === null) return [error('the row that orders all writes is missing', restore)];
  if (content.portfolio === null)
    return [warning('never filled', 'start the server: the first start fills it')];
  const verdicts = [ok(`sound and up to date, ${content.records.toLocaleString('en')} records`)];
  return content.ahead === 0
    ? verdicts
    : [error(`${content.ahead} rows are of later writes than the database knows of`, restore)];
}

/** A new version, a backup beside the data, a large import: each may need once more what there is. */
async function roomVerdicts({ data }: Config, { bytes }: Inspection): Promise<readonly Verdict[]> {
  const size = `${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MiB`;
  if (data.kind !== 'folder') return [ok(`${size} in PostgreSQL`)];
  const { bavail, bsize } = await statfs(data.folder);
  return [roomVerdict(size, bytes, bavail * bsize)];
}

export function roomVerdict(size: string, bytes: number, freeBytes: number): Verdict {
  if (freeBytes >= bytes) return ok(`${size}, and as much is free`);
  return warning(
    `${size}, and only ${Math.floor(freeBytes / 1_048_576).toLocaleString('en')} MiB are free`,
    'make room: an import or a new version may need as much again',
  );
}

const mostShown = 5;

function shown<T>(items: readonly T[], tell: (item: T) => string): string {
  const rest = items.length > mostShown ? ` and ${items.length - mostShown} more` : '';
  return `${items.slice(0, mostShown).map(tell).join(', ')}${rest}`;
}

export function recordVerdicts(
  { portfolio, unfit, records }: Pick<Content, 'portfolio' | 'unfit' | 'records'>,
  toWgs84: ToWgs84,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  if (unfit.length > 0) {
    const list = shown(unfit, ({ entity, key, why }) => `${entity} ${key} (${why.slice(0, 120)})`);
    verdicts.push(
      error(
        `${unfit.length} are none by the rules of their fields: ${list}`,
        'correct them in the editor, or restore',
      ),
    );
  }
  if (portfolio !== null) verdicts.push(...ruleVerdicts(rulesBroken(portfolio, toWgs84)));
  return verdicts.length > 0 ? verdicts : [ok(`${records.toLocaleString('en')} keep all rules`)];
}

/** All records, as if each had just been written. */
function rulesBroken(portfolio: NonNullable<Content['portfolio']>, toWgs84: ToWgs84): readonly RuleProblem[] {
  const all = entities.flatMap((entity) =>
    recordsIn(portfolio, entity).map((record) => changeOf(entity, record as never, record as never)),
  );
  return ruleProblems(portfolio, all, { toWgs84, isDatumConfirmed: true });
}

/** What refers to nothing is lost to the page; other rules are broken by data that can be lived with. */
function ruleVerdicts(problems: readonly RuleProblem[]): readonly Verdict[] {
  return [...Map.groupBy(problems, ({ reason }) => reason)].map(([reason, own]) => {
    const list = shown(own, ({ entity, key, field, value }) => `${entity} ${key} (${field} ${value})`);
    return reason === 'noSuchRecord'
      ? error(
          `${own.length} refer to what is not there: ${list}`,
          'correct or remove them in the editor, or restore',
        )
      : warning(`${own.length} break a rule (${reason}): ${list}`, 'correct them in the editor');
  });
}

export function auditVerdicts({
  compared,
  outOfStep,
}: Pick<Content, 'compared' | 'outOfStep'>): readonly Verdict[] {
  if (outOfStep.length === 0)
    return [ok(`in step with the ${compared.toLocaleString('en')} records changed last`)];
  const list = shown(outOfStep, ({ entity, key, sequence }) => `${entity} ${key} (write ${sequence})`);
  return [
    error(
      `${outOfStep.length} records are not what the log says that they became: ${list}`,
      'somebody wrote past Loulan: look at their history, set the right values in the editor, or restore',
    ),
  ];
}

export function accountVerdicts(
  { accounts, admins }: Pick<Content, 'accounts' | 'admins'>,
  isSample: boolean,
): readonly Verdict[] {
  if (admins > 0) return [ok(`${accounts}, ${admins} of them administrators`)];
  if (accounts === 0 && isSample) return [ok('none yet; the data are the sample')];
  return [
    warning(
      `${accounts}, none of them an administrator who may sign in`,
      'npm run admin makes a one-time link for one',
    ),
  ];
}

interface LatestBackup {
  readonly name: string;
  readonly at: Date;
}

/** null where there is none, or no such folder. */
async function latestBackup(folder: string): Promise<LatestBackup | null> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.jsonl.gz'))
      .map(async (name) => ({ name, at: (await stat(join(folder, name))).mtime })),
  );
  return files.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

const day = 86_400_000;
const mostDays = 7;

export function backupVerdict(folder: string, latest: LatestBackup | null, now: Date): Verdict {
  const fix = 'npm run backup, best every night and to another machine (docs/operating.md)';
  if (latest === null) return warning(`none in ${folder}`, fix);
  const days = Math.floor((now.getTime() - latest.at.getTime()) / day);
  const told = `the last is ${days === 0 ? 'of today' : `${days} days old`}: ${join(folder, latest.name)}`;
  return days > mostDays ? warning(told, fix) : ok(told);
}
