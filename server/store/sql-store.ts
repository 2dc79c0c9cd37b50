/** The system of record over SQL: one implementation for SQLite and PostgreSQL. */

import type { Transaction } from 'kysely';
import type { BuildingId } from '#domain/measure.ts';
import { type Entity, entities } from '#domain/records/entity.ts';
import { isSampleOf } from '#domain/sample.ts';
import { oldestKept } from '#server/api/answer-age.ts';
import type { OneAtATime } from '#server/api/one-at-a-time.ts';
import type {
  Committed,
  KeptAnswer,
  LoadedSnapshot,
  Revision,
  Snapshot,
  Store,
  Write,
} from '#server/api/store.ts';
import { readAudit, writeAudit } from './audit-rows.ts';
import type { Database, LedgerRow, Tables } from './database.ts';
import { readChanges, readPortfolio, withChanges, writeChanges } from './record-rows.ts';
import { retried } from './retry.ts';
import { translated } from './trouble.ts';

export interface SqlStoreOptions {
  readonly db: Database;
  readonly published: readonly BuildingId[];
  /** Across all connections of the process to this database. */
  readonly exclusively: OneAtATime;
  /** How often the database is asked whether somebody else wrote, in ms; 0: never. */
  readonly pollMs: number;
  /** Told when asking fails: the store goes on with what it knows. */
  readonly onPollError?: (error: unknown) => void;
  /**
   * Kinds that are loaded: all where nothing is said. The portfolio is without the others, but for those that
   * changed since it was loaded.
   */
  readonly kinds?: readonly Entity[];
}

export interface SqlStore extends Store {
  /** Looks for writes of others now. */
  readonly refresh: () => Promise<void>;
  /** Ends the polling; the database stays open. */
  readonly stop: () => void;
}

/**
 * A store over a migrated and filled database.
 * @throws when the database cannot be read
 */
export async function sqlStore(options: SqlStoreOptions): Promise<SqlStore> {
  const { db, published, exclusively, pollMs, onPollError = () => undefined, kinds = entities } = options;
  const listeners = new Set<(revision: Revision) => void>();
  let current = revisionOf(await readLedger(db));
  const loads = sharedLoads(db, kinds, () => current);
  let sample: { readonly revision: Revision; readonly is: boolean } | null = null;

  const see = (revision: Revision) => {
    if (revision === current) return;
    current = revision;
    for (const listener of listeners) listener(revision);
  };
  const refresh = async () => see(revisionOf(await readLedger(db)));
  const timer = pollMs > 0 ? setInterval(() => void refresh().catch(onPollError), pollMs) : null;
  timer?.unref();

  return {
    revision: async () => current,
    loadPortfolio: loads.load,
    isSample: async () => {
      const latest = loads.latest();
      const { revision, portfolio } = latest?.revision === current ? latest : await loads.soon(latest);
      if (sample?.revision !== revision) sample = { revision, is: isSampleOf(portfolio, published) };
      return sample.is;
    },
    commit: async (write) => {
      const committed = await exclusively(() =>
        retried((attempt) => carryOut(db, write, attempt)).catch((error) => {
          throw translated(error);
        }),
      );
      if (committed.ok) see(committed.revision);
      else if (committed.reason === 'moved') await refresh();
      return committed;
    },
    auditEntries: (question) => retried(() => readAudit(db, question)),
    keptAnswer: (key) => retried(() => readAnswer(db, key)),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ping: async () => {
      await readLedger(db);
    },
    refresh,
    stop: () => {
      if (timer) clearInterval(timer);
    },
  };
}

interface SharedLoads {
  readonly load: Store['loadPortfolio'];
  /** What is there now, or, while much is being read, what was there before. */
  readonly soon: (latest: Snapshot | null) => Promise<Snapshot>;
  /** What was loaded last. */
  readonly latest: () => Snapshot | null;
}

/**
 * Whoever asks for the same while it is being loaded gets the same: read models, and whoever looks at the door
 * of the sample, ask at the same moment.
 * @param current the revision last seen. Who asks after a write must not get what was read before it.
 */
function sharedLoads(db: Database, kinds: readonly Entity[], current: () => Revision): SharedLoads {
  let latest: Snapshot | null = null;
  let underWay: UnderWay | null = null;
  /** Loaded for a look at the door alone: the first who asks for everything gets it. */
  let spare: Snapshot | null = null;
  const begin = (since: Snapshot | undefined): UnderWay => {
    const key = `${since?.revision ?? ''} ${current()}`;
    if (underWay?.key === key) return underWay;
    const { promise: many, resolve: tellMany } = Promise.withResolvers<void>();
    const loaded = retried(() => load(db, kinds, since, tellMany));
    const own = { key, loaded, many };
    underWay = own;
    const forget = () => {
      if (underWay === own) underWay = null;
    };
    loaded.then(({ revision, portfolio }) => {
      latest = { revision, portfolio };
      forget();
    }, forget);
    return own;
  };
  return {
    latest: () => latest,
    load: (since, onMany) => {
      const known = since ? null : spare;
      spare = null;
      if (known?.revision === current()) return Promise.resolve({ ...known, changes: null });
      const { loaded, many } = begin(since);
      if (onMany) void many.then(onMany);
      return loaded;
    },
    soon: (known) => {
      const { loaded, many } = begin(known ?? undefined);
      if (known !== null) return Promise.race([loaded, many.then(() => known)]);
      return loaded.then(({ revision, portfolio }) => {
        spare = { revision, portfolio };
        return spare;
      });
    },
  };
}

interface UnderWay {
  readonly key: string;
  readonly loaded: Promise<LoadedSnapshot>;
  /** Fulfilled when it shows that many records are to be read; never, when they are few. */
  readonly many: Promise<void>;
}

async function readLedger(db: Database | Transaction<Tables>): Promise<LedgerRow> {
  return db.selectFrom('ledger').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
}

function revisionOf({ lineage, change_seq }: LedgerRow): Revision {
  return `${lineage}-${change_seq}`;
}

/** Reads without a transaction, before one is begun. */
const freeTries = 2;

/**
 * What changed is read without a transaction, which would hold up everybody else who asks the same connection;
 * nobody wrote meanwhile if the ledger says afterwards what it said before. Who is never so lucky, and who reads
 * everything, reads in one.
 */
async function load(
  db: Database,
  kinds: readonly Entity[],
  since: Snapshot | undefined,
  onMany: () => void,
): Promise<LoadedSnapshot> {
  for (let tries = 0; since && tries < freeTries; tries++) {
    const ledger = await readLedger(db);
    const loaded = await loadAt(db, ledger, since, onMany);
    if (loaded === null) break;
    if (revisionOf(await readLedger(db)) === loaded.revision) return loaded;
  }
  return db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const ledger = await readLedger(trx);
      const loaded = since ? await loadAt(trx, ledger, since, onMany) : null;
      if (loaded !== null) return loaded;
      onMany();
      const portfolio = await readPortfolio(trx, ledger, kinds);
      return { revision: revisionOf(ledger), portfolio, changes: null };
    });
}

/** null when the snapshot is of another database. */
async function loadAt(
  db: Database | Transaction<Tables>,
  ledger: LedgerRow,
  since: Snapshot,
  onMany: () => void,
): Promise<LoadedSnapshot | null> {
  const first = sequenceIn(since.revision, ledger);
  if (first === null) return null;
  const changes = await readChanges(db, first, since.portfolio, onMany);
  const portfolio = await withChanges(since.portfolio, ledger, changes);
  return { revision: revisionOf(ledger), portfolio, changes };
}

/** null when the revision is of another database. */
function sequenceIn(revision: Revision, { lineage }: LedgerRow): number | null {
  return revision.startsWith(`${lineage}-`) ? Number(revision.slice(lineage.length + 1)) : null;
}

/**
 * One transaction. The ledger is updated first: from then on nobody else can write. After a lost connection
 * nobody knows whether it was carried out, so the next try looks for the traces that a write leaves.
 */
async function carryOut(db: Database, write: Write, attempt: number): Promise<Committed> {
  if (attempt > 0 && (await wasCarriedOut(db, write))) {
    return { ok: true, revision: revisionOf(await readLedger(db)) };
  }
  return db
    .transaction()
    .execute(async (trx): Promise<Committed> => {
      const ledger = await trx
        .updateTable('ledger')
        .set((eb) => ({ change_seq: eb('change_seq', '+', 1) }))
        .where('id', '=', 1)
        .returningAll()
        .executeTakeFirstOrThrow();
      const sequence = ledger.change_seq;
      const answer = write.answer && (await newerAnswer(trx, write.answer.key, write.at));
      if (answer) throw new NotDone({ ok: false, reason: 'answered', answer });
      if (write.base !== revisionOf({ ...ledger, change_seq: sequence - 1 })) {
        throw new NotDone({ ok: false, reason: 'moved' });
      }
      if (ledger.as_of === null || write.asOf > ledger.as_of) {
        await trx.updateTable('ledger').set({ as_of: write.asOf }).where('id', '=', 1).execute();
      }
      await writeChanges(trx, write.changes, { sequence, at: write.at });
      await writeAudit(trx, write, sequence);
      if (write.answer)
        await trx
          .insertInto('answers')
          .values({ ...write.answer, at: write.at })
          .execute();
      return { ok: true, revision: revisionOf(ledger) };
    })
    .catch((error: unknown): Committed => {
      if (error instanceof NotDone) return error.outcome;
      throw error;
    });
}

/** Thrown to undo the transaction; never leaves this module. */
class NotDone extends Error {
  readonly outcome: Committed;

  constructor(outcome: Committed) {
    super('not done');
    this.outcome = outcome;
  }
}

/** A write is known by the answer that it keeps, or by its first entry in the audit log. */
async function wasCarriedOut(db: Database, write: Write): Promise<boolean> {
  const [first] = write.changes;
  if (!first) return false;
  const [entry] = await readAudit(db, { entity: first.entity, key: first.key, limit: 1 });
  return (
    entry !== undefined &&
    entry.at === write.at &&
    entry.requestId === write.requestId &&
    entry.batchId === write.batchId
  );
}

/** What is older than a day goes with the first write that would add to it: it never blocks a key again. */
async function newerAnswer(trx: Transaction<Tables>, key: string, at: string): Promise<KeptAnswer | null> {
  await trx.deleteFrom('answers').where('at', '<', oldestKept(at)).execute();
  return readAnswer(trx, key);
}

async function readAnswer(db: Database | Transaction<Tables>, key: string): Promise<KeptAnswer | null> {
  const row = await db.selectFrom('answers').selectAll().where('key', '=', key).executeTakeFirst();
  return row ? { key: row.key, fingerprint: row.fingerprint, status: row.status, body: row.body } : null;
}
