import type { BuildingId } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { applyChanges } from '#domain/records/change.ts';
import { isSampleOf } from '#domain/sample.ts';
import { oldestKept } from './answer-age.ts';
import { fingerprint } from './fingerprint.ts';
import {
  type AuditEntry,
  type AuditQuestion,
  type KeptAnswer,
  mostAtOnce,
  type Revision,
  type Snapshot,
  type Store,
  type Write,
} from './store.ts';

export interface MemoryStoreOptions {
  /** Real buildings whose records are public knowledge; they do not keep a sample from being one. */
  readonly published?: readonly BuildingId[];
  /** Instead of a fingerprint of the data. */
  readonly revision?: string;
}

/** A store that forgets when the process ends. Equal data have equal revisions, in any process, until one writes. */
export function memoryStore(
  initial: Portfolio,
  { published = [], revision }: MemoryStoreOptions = {},
): Store {
  const lineage = lazily(() => revision ?? fingerprint(initial));
  const audit: AuditEntry[] = [];
  const answers = new Map<string, { readonly answer: KeptAnswer; readonly at: string }>();
  const listeners = new Set<(revision: Revision) => void>();
  let portfolio = initial;
  let sequence = 0;
  let isSample = isSampleOf(initial, published);
  const current = (): Revision => (sequence === 0 ? lineage() : `${lineage()}-${sequence}`);

  const changesSince = (since: Snapshot | undefined) => {
    const first = since && sequenceOf(since.revision, lineage());
    return first === undefined || first === null
      ? null
      : audit.filter((entry) => entry.sequence > first).map(({ change }) => change);
  };

  const answerAt = (key: string, at: string) => {
    const known = answers.get(key);
    return known && known.at >= oldestKept(at) ? known.answer : null;
  };
  const keep = (answer: KeptAnswer, at: string) => {
    for (const [key, known] of answers) if (known.at < oldestKept(at)) answers.delete(key);
    answers.set(answer.key, { answer, at });
  };

  return {
    revision: async () => current(),
    loadPortfolio: async (since, onMany) => {
      const changes = changesSince(since);
      if (changes && changes.length > mostAtOnce) onMany?.();
      return { revision: current(), portfolio, changes };
    },
    isSample: async () => isSample,
    commit: async (write) => {
      const known = write.answer && answerAt(write.answer.key, write.at);
      if (known) return { ok: false, reason: 'answered', answer: known };
      if (write.base !== current()) return { ok: false, reason: 'moved' };
      sequence += 1;
      const changed = applyChanges(portfolio, write.changes);
      portfolio = { ...changed, asOf: write.asOf > portfolio.asOf ? write.asOf : portfolio.asOf };
      isSample = isSampleOf(portfolio, published);
      audit.push(...entriesOf(write, sequence));
      if (write.answer) keep(write.answer, write.at);
      const now = current();
      for (const listener of listeners) listener(now);
      return { ok: true, revision: now };
    },
    auditEntries: async (question) => answered(audit, question),
    keptAnswer: async (key) => answers.get(key)?.answer ?? null,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ping: async () => undefined,
  };
}

function sequenceOf(revision: Revision, lineage: string): number | null {
  if (revision === lineage) return 0;
  return revision.startsWith(`${lineage}-`) ? Number(revision.slice(lineage.length + 1)) : null;
}

function entriesOf(
  { changes, actor, at, origin, batchId, requestId }: Write,
  sequence: number,
): AuditEntry[] {
  return changes.map((change, number) => ({
    sequence,
    number,
    at,
    actor,
    origin,
    batchId,
    requestId,
    change,
  }));
}

function answered(audit: readonly AuditEntry[], question: AuditQuestion): AuditEntry[] {
  return audit
    .filter((entry) => isAsked(entry, question))
    .reverse()
    .slice(0, question.limit);
}

function isAsked(
  { sequence, number, batchId, origin, actor, change }: AuditEntry,
  asked: AuditQuestion,
): boolean {
  const isOrOpen = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  return (
    isOrOpen(asked.entity, change.entity) &&
    isOrOpen(asked.key, change.key) &&
    isOrOpen<string | null>(asked.batchId, batchId) &&
    isOrOpen(asked.origin, origin) &&
    isOrOpen(asked.actorName, actor.name) &&
    isOrOpen(asked.sequence, sequence) &&
    (asked.before === undefined ||
      sequence < asked.before.sequence ||
      (sequence === asked.before.sequence && number < asked.before.number))
  );
}

function lazily(make: () => string): () => string {
  let made: string | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
