import type { IsoDate } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Change } from '#domain/records/change.ts';
import type { Entity } from '#domain/records/entity.ts';
import type { Origin } from '#domain/records/origin.ts';
import type { Role } from '#domain/visibility.ts';

export type { Origin };

/** Letters, digits and `-`; another one whenever the data are other data. */
export type Revision = string;

/** All data at one moment. Must not be changed by whoever holds it. */
export interface Snapshot {
  readonly revision: Revision;
  readonly portfolio: Portfolio;
}

export interface LoadedSnapshot extends Snapshot {
  /** What changed since the snapshot that was handed in; null when everything was loaded anew. */
  readonly changes: readonly Change[] | null;
}

/** Who writes, as the audit log keeps it. */
export interface Actor {
  /** null where no account stands behind it: the sample's personas, the program itself. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  /** Address of the socket; null where there is none. */
  readonly address: string | null;
}

/** The answer that belongs to an idempotency key, so that a repeated request gets it again. */
export interface KeptAnswer {
  readonly key: string;
  /** Of the request: the same key with another request is a mistake of the caller. */
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
}

export interface Write {
  /** The revision against which the changes were worked out and checked. */
  readonly base: Revision;
  /** Each record at most once. */
  readonly changes: readonly Change[];
  readonly actor: Actor;
  /** ISO 8601 with time zone. */
  readonly at: string;
  /** The day that the data are as of after this write, if it is later than what they were. */
  readonly asOf: IsoDate;
  readonly origin: Origin;
  /** Joins the entries of one import, and of its undoing. */
  readonly batchId: string | null;
  readonly requestId: string | null;
  readonly answer: KeptAnswer | null;
}

export type Committed =
  | { readonly ok: true; readonly revision: Revision }
  /** `moved`: somebody wrote meanwhile; load, check and try again. `answered`: the key was used before. */
  | { readonly ok: false; readonly reason: 'moved' }
  | { readonly ok: false; readonly reason: 'answered'; readonly answer: KeptAnswer };

/** Which write, and which record of it, both from 1 and 0 upwards. */
export interface AuditPlace {
  readonly sequence: number;
  readonly number: number;
}

/** One record in one write, as the audit log keeps it. */
export interface AuditEntry extends AuditPlace {
  readonly at: string;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly batchId: string | null;
  readonly requestId: string | null;
  readonly change: Change;
}

export interface AuditQuestion {
  readonly entity?: Entity;
  readonly key?: string;
  readonly batchId?: string;
  readonly origin?: Origin;
  /** By whoever was called so at the time. */
  readonly actorName?: string;
  /** Of this write only. */
  readonly sequence?: number;
  /** Entries before this one, latest first. */
  readonly before?: AuditPlace;
  readonly limit: number;
}

export type MediumTrouble = 'full' | 'readOnly' | 'busy' | 'unreachable' | 'broken';

/** The medium refused. Nothing of the write was kept, unless the connection broke while it was acknowledged. */
export class StoreTrouble extends Error {
  readonly trouble: MediumTrouble;

  constructor(trouble: MediumTrouble, cause: Error) {
    super(`${trouble}: ${cause.message}`, { cause });
    this.trouble = trouble;
  }
}

/**
 * Changed records that are taken in at once: whoever asks waits for them, some ten milliseconds. What people
 * write by hand is less; with more, who asks is answered from what was before them until they are taken in.
 */
export const mostAtOnce = 4_000;

/** Where the truth lies. All questions are answered from what `loadPortfolio` gives; a store never filters. */
export interface Store {
  /** Of the data as last seen; cheap to ask. */
  revision(): Promise<Revision>;
  /**
   * Everything as of now. With an earlier snapshot only what changed since is read.
   * @param onMany called as soon as it shows that more than {@link mostAtOnce} records are to be read
   */
  loadPortfolio(since?: Snapshot, onMany?: () => void): Promise<LoadedSnapshot>;
  /**
   * Whether the data are nothing but the sample: all made up, except buildings published for everybody. While
   * many changed records are being read: whether they were before.
   */
  isSample(): Promise<boolean>;
  /**
   * Carries out all changes with their audit entries, or nothing. What it acknowledges outlives the process.
   * @throws StoreTrouble when the medium fails: disk full, connection lost
   */
  commit(write: Write): Promise<Committed>;
  /** Latest first. */
  auditEntries(question: AuditQuestion): Promise<readonly AuditEntry[]>;
  /** What was answered under an idempotency key; null when it is new, and again some time after a day. */
  keptAnswer(key: string): Promise<KeptAnswer | null>;
  /** Calls back after the data have changed, by whomever. Returns how to stop it. */
  watch(listener: (revision: Revision) => void): () => void;
  /** Looks at the data themselves, past everything kept in memory. @throws when they cannot be read */
  ping(): Promise<void>;
}
