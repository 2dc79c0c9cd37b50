/** Taking a whole import back, also weeks later. */

import type { Portfolio } from '#domain/model/portfolio.ts';
import { applyChanges, type Change, changeKey, inverted } from '#domain/records/change.ts';
import { type AnyRecord, entities, keyOf, recordsIn } from '#domain/records/entity.ts';
import { danglingReferences } from '#domain/records/removal.ts';
import { isSameValue } from '#domain/records/same-value.ts';
import type { Store } from '#server/api/store.ts';
import { openBeside } from '#server/store/open-store.ts';
import type { Job, JobResults } from './job.ts';
import type { ThreadTools } from './thread.ts';

/** More than an import may have rows, facts included. */
const mostEntries = 4_000_000;
const mostNamed = 50;

/** Records that are no longer as the import left them stay as they are, if the person wants it so. */
export async function undoImport(
  job: Job & { kind: 'undo' },
  tools: ThreadTools,
): Promise<JobResults['undo']> {
  const { store, close } = await openBeside(job.place, (work) => work(), job.published);
  try {
    const imported = await changesOf(store, job.state.id);
    if (imported.length === 0) return { ok: false, reason: 'nothingToUndo' };
    tools.tell({ phase: 'undoing', done: 0, total: imported.length });
    return await tools.exclusively(() => undo(store, job, imported));
  } finally {
    await close();
  }
}

/** In the order in which they were written; nothing when it was undone before. */
async function changesOf(store: Store, batchId: string): Promise<Change[]> {
  const entries = await store.auditEntries({ batchId, limit: mostEntries });
  if (entries.some(({ origin }) => origin === 'undo')) return [];
  return entries.map(({ change }) => change).reverse();
}

async function undo(
  store: Store,
  job: Job & { kind: 'undo' },
  imported: readonly Change[],
): Promise<JobResults['undo']> {
  const { revision, portfolio } = await store.loadPortfolio();
  const now = recordsByKey(portfolio);
  const isUntouched = (change: Change) => isSameValue(now.get(changeKey(change)) ?? null, change.after);
  const touched = imported.filter((change) => !isUntouched(change));
  if (touched.length > 0 && !job.keepLater) {
    return { ok: false, reason: 'changedSince', keys: named(touched), total: touched.length };
  }
  const changes = inverted(imported.filter(isUntouched));
  if (changes.length === 0) return { ok: false, reason: 'nothingToUndo' };
  const dangling = danglingReferences(changes, applyChanges(portfolio, changes));
  if (dangling.length > 0) {
    return { ok: false, reason: 'referredTo', keys: named(dangling), total: dangling.length };
  }
  const committed = await store.commit({
    base: revision,
    changes,
    actor: job.actor,
    at: job.at,
    asOf: portfolio.asOf,
    origin: 'undo',
    batchId: job.state.id,
    requestId: job.requestId,
    answer: null,
  });
  if (!committed.ok) return { ok: false, reason: 'busy' };
  return { ok: true, undone: changes.length, kept: touched.length };
}

function recordsByKey(portfolio: Portfolio): ReadonlyMap<string, AnyRecord> {
  const records = new Map<string, AnyRecord>();
  for (const entity of entities) {
    for (const record of recordsIn(portfolio, entity)) {
      records.set(changeKey({ entity, key: keyOf(entity, record as never) }), record);
    }
  }
  return records;
}

function named(items: readonly { readonly key: string }[]): string[] {
  return items.slice(0, mostNamed).map(({ key }) => key);
}
