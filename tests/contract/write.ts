import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Change } from '#domain/records/change.ts';
import type { Revision, Store, Write } from '#server/api/store.ts';

/** Makes a store that holds a portfolio; the ids are those of real buildings that are public knowledge. */
export type StoreMaker = (portfolio: Portfolio, published: readonly string[]) => Promise<Store>;

export function aWrite(base: Revision, changes: readonly Change[], known: Partial<Write> = {}): Write {
  return {
    base,
    changes,
    actor: { id: 'u1', name: '王晓梅', role: 'staff', address: '127.0.0.1' },
    at: '2026-11-02T08:30:00.000Z',
    asOf: '2026-11-02',
    origin: 'edit',
    batchId: null,
    requestId: 'r1',
    answer: null,
    ...known,
  };
}
