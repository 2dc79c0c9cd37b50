/** What every store must do, whatever it keeps its data in. */
import { expect, test } from 'vitest';
import { changeOf, inKeyOrder, inverted } from '#domain/records/change.ts';
import type { Revision } from '#server/api/store.ts';
import {
  aBuilding,
  aFact,
  aFloor,
  aLease,
  anEnterprise,
  aPortfolio,
  aTaxRecord,
  aUnit,
} from '../builders.ts';
import { aCorrection, aPlan, aTarget } from '../records.ts';
import { describeLongLoads } from './long-loads.ts';
import { aWrite, type StoreMaker } from './write.ts';

const full = aPortfolio({
  buildings: [
    aBuilding({
      position: { lon: 117.2, lat: 39.11, precisionM: null },
      gfa: { value: 85_000, bound: 'atLeast' },
      floors: { above: 30, below: null },
      floorToFloorHeight: { min: 4.2, max: 5 },
      targetIndustries: [],
      remarks: ['it\'s "quoted"; 引号、换行\n都在'],
      steward: { name: '李管家', phone: null },
      columnFree: false,
    }),
  ],
  facts: [aFact()],
  floors: [aFloor({ floor: -1, label: 'B1' }), aFloor({ area: 1_500.5 })],
  units: [aUnit({ marketed: true, status: 'leased' })],
  leases: [aLease({ escalation: 0.03 })],
  enterprises: [anEnterprise({ uscc: '91120199MX0000019B' })],
  taxRecords: [aTaxRecord({ totalTax: 9_007_199_254 })],
  months: [
    {
      buildingId: 'b1',
      month: '2026-09',
      occupiedArea: 1_000,
      vacantArea: 0,
      availableArea: null,
      tenantCount: 12,
      totalTax: -1_200,
    },
  ],
  monthCorrections: [
    { ...aCorrection, totalTax: 9_007_199_254 },
    { ...aCorrection, number: 2, occupiedArea: null, reason: '再次核对' },
  ],
  renewalPlans: [aPlan, { ...aPlan, id: 'p2', measures: [], status: 'done', doneOn: '2026-10-01' }],
  targets: [aTarget],
});

/** Runs the suite over one kind of store. */
export function describeStore(kind: string, make: StoreMaker): void {
  describeReading(kind, make);
  describeWriting(kind, make);
  describeReloading(kind, make);
  describeLongLoads(kind, make);
  describeRivalry(kind, make);
  describeKeeping(kind, make);
  describeAnswers(kind, make);
}

function describeReading(kind: string, make: StoreMaker): void {
  test(`${kind}: gives back what it holds`, async () => {
    const { portfolio } = await (await make(full, [])).loadPortfolio();
    expect(inKeyOrder(portfolio)).toEqual(inKeyOrder(full));
  });

  test(`${kind}: the revision stays while the data do, and fits an ETag`, async () => {
    const store = await make(aPortfolio(), []);
    const revision = await store.revision();
    expect(revision).toMatch(/^[\w-]+$/);
    expect((await store.loadPortfolio()).revision).toBe(revision);
    expect(await store.revision()).toBe(revision);
    await store.ping();
  });

  test(`${kind}: other data, other revision`, async () => {
    const before = await make(aPortfolio(), []);
    const after = await make(aPortfolio({ buildings: [aBuilding({ lifts: 4 })] }), []);
    expect(await after.revision()).not.toBe(await before.revision());
  });

  test(`${kind}: made-up data are a sample, published records may stand among them`, async () => {
    const published = aBuilding({ id: 'real', synthetic: false });
    const portfolio = aPortfolio({ buildings: [aBuilding(), published] });
    expect(await (await make(portfolio, ['real'])).isSample()).toBe(true);
    expect(await (await make(portfolio, [])).isSample()).toBe(false);
  });

  test(`${kind}: one real firm, contact or unit, and it is no sample any more`, async () => {
    const published = aBuilding({ id: 'real', synthetic: false });
    const withFirm = aPortfolio({ enterprises: [anEnterprise({ synthetic: false })] });
    expect(await (await make(withFirm, [])).isSample()).toBe(false);
    const steward = { name: '某人', phone: null };
    const withContact = aPortfolio({ buildings: [{ ...published, steward }] });
    expect(await (await make(withContact, ['real'])).isSample()).toBe(false);
    const withUnit = aPortfolio({ buildings: [published], units: [aUnit({ buildingId: 'real' })] });
    expect(await (await make(withUnit, ['real'])).isSample()).toBe(false);
  });
}

const lifts = (count: number) => changeOf('building', aBuilding(), aBuilding({ lifts: count }));

function describeWriting(kind: string, make: StoreMaker): void {
  test(`${kind}: a write is seen by the next load, under a new revision`, async () => {
    const store = await make(aPortfolio(), []);
    const before = await store.revision();
    const committed = await store.commit(aWrite(before, [lifts(6)]));
    const { revision, portfolio } = await store.loadPortfolio();
    expect(committed).toEqual({ ok: true, revision });
    expect(revision).not.toBe(before);
    expect(portfolio.buildings).toEqual([aBuilding({ lifts: 6 })]);
    expect(portfolio.asOf).toBe('2026-11-02');
  });

  test(`${kind}: a later day of the data is not set back`, async () => {
    const store = await make(aPortfolio({ asOf: '2026-12-31' }), []);
    await store.commit(aWrite(await store.revision(), [lifts(6)]));
    expect((await store.loadPortfolio()).portfolio.asOf).toBe('2026-12-31');
  });
}

function describeReloading(kind: string, make: StoreMaker): void {
  test(`${kind}: only what changed is read again, and comes to the same as everything`, async () => {
    const store = await make(full, []);
    const first = await store.loadPortfolio();
    const changes = [
      changeOf('building', full.buildings[0] ?? null, { ...aBuilding(), lifts: 3 }),
      changeOf('unit', null, aUnit({ id: 'a0', floor: -1 })),
      changeOf('lease', aLease({ escalation: 0.03 }), null),
    ];
    await store.commit(aWrite(first.revision, changes));
    const next = await store.loadPortfolio(first);
    expect(next.changes).toHaveLength(3);
    expect(next.changes).toEqual(expect.arrayContaining(changes));
    expect(next.portfolio.facts).toBe(first.portfolio.facts);
    expect(inKeyOrder(next.portfolio)).toEqual(inKeyOrder((await store.loadPortfolio()).portfolio));
    expect((await store.loadPortfolio(next)).changes).toEqual([]);
  });

  test(`${kind}: who asks after a write gets what was written, also while an earlier load is under way`, async () => {
    const store = await make(aPortfolio(), []);
    const first = await store.loadPortfolio();
    const before = store.loadPortfolio(first);
    await store.commit(aWrite(first.revision, [lifts(6)]));
    const after = await store.loadPortfolio(first);
    expect(after.portfolio.buildings[0]?.lifts).toBe(6);
    expect((await store.loadPortfolio(await before)).portfolio.buildings[0]?.lifts).toBe(6);
  });

  test(`${kind}: a snapshot of other data is no ground for a partial load`, async () => {
    const store = await make(aPortfolio(), []);
    const foreign = { revision: 'elsewhere-7', portfolio: aPortfolio({ buildings: [] }) };
    const loaded = await store.loadPortfolio(foreign);
    expect(loaded.changes).toBeNull();
    expect(loaded.portfolio.buildings).toHaveLength(1);
  });
}

function describeRivalry(kind: string, make: StoreMaker): void {
  test(`${kind}: who worked on an old state is told, and nothing is written`, async () => {
    const store = await make(aPortfolio(), []);
    const base = await store.revision();
    await store.commit(aWrite(base, [lifts(6)]));
    expect(await store.commit(aWrite(base, [lifts(8)]))).toEqual({ ok: false, reason: 'moved' });
    expect((await store.loadPortfolio()).portfolio.buildings[0]?.lifts).toBe(6);
    expect(await store.auditEntries({ limit: 10 })).toHaveLength(1);
  });

  test(`${kind}: of writes at the same time on the same state exactly one is carried out`, async () => {
    const store = await make(aPortfolio(), []);
    const base = await store.revision();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((n) => store.commit(aWrite(base, [lifts(n)]))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test(`${kind}: what is gone stays away, and can be brought back`, async () => {
    const store = await make(full, []);
    const gone = [changeOf('unit', full.units[0] ?? null, null)];
    await store.commit(aWrite(await store.revision(), gone));
    const without = await store.loadPortfolio();
    expect(without.portfolio.units).toEqual([]);
    await store.commit(aWrite(without.revision, inverted(gone)));
    expect((await store.loadPortfolio()).portfolio.units).toEqual(full.units);
    expect((await store.loadPortfolio(without)).portfolio.units).toEqual(full.units);
  });

  test(`${kind}: tells of every write once`, async () => {
    const store = await make(aPortfolio(), []);
    const seen: Revision[] = [];
    const stop = store.watch((revision) => seen.push(revision));
    await store.commit(aWrite(await store.revision(), [lifts(6)]));
    stop();
    await store.commit(aWrite(await store.revision(), [lifts(7)]));
    expect(seen).toHaveLength(1);
  });
}

function describeKeeping(kind: string, make: StoreMaker): void {
  test(`${kind}: the audit log tells who did what, when and from where, latest first`, async () => {
    const store = await make(aPortfolio(), []);
    await store.commit(aWrite(await store.revision(), [lifts(6)], { batchId: 'i1', origin: 'import' }));
    const second = [lifts(7), changeOf('unit', null, aUnit())];
    await store.commit(aWrite(await store.revision(), second));
    const entries = await store.auditEntries({ limit: 10 });
    expect(entries.map(({ change }) => change.entity)).toEqual(['unit', 'building', 'building']);
    expect(entries[2]).toMatchObject({
      at: '2026-11-02T08:30:00.000Z',
      actor: { id: 'u1', name: '王晓梅', role: 'staff', address: '127.0.0.1' },
      origin: 'import',
      batchId: 'i1',
      requestId: 'r1',
      change: lifts(6),
    });
    const ofBuilding = { entity: 'building', key: 'b1', limit: 10 } as const;
    expect(await store.auditEntries(ofBuilding)).toHaveLength(2);
    const [newest, next] = entries;
    expect(await store.auditEntries({ limit: 10, ...(newest && { before: newest }) })).toEqual(
      entries.slice(1),
    );
    expect(await store.auditEntries({ limit: 10, ...(next && { before: next }) })).toEqual(entries.slice(2));
    expect(await store.auditEntries({ limit: 10, sequence: newest?.sequence ?? 0 })).toHaveLength(2);
    expect(await store.auditEntries({ batchId: 'i1', limit: 10 })).toHaveLength(1);
    expect(await store.auditEntries({ limit: 1 })).toHaveLength(1);
    expect(await store.auditEntries({ origin: 'import', limit: 10 })).toEqual(entries.slice(2));
    expect(await store.auditEntries({ origin: 'edit', limit: 10 })).toEqual(entries.slice(0, 2));
    expect(await store.auditEntries({ actorName: '王晓梅', limit: 10 })).toHaveLength(3);
    expect(await store.auditEntries({ actorName: '王晓', limit: 10 })).toEqual([]);
  });

  test(`${kind}: a text that no record could hold finds nothing in the audit log`, async () => {
    const store = await make(aPortfolio(), []);
    await store.commit(aWrite(await store.revision(), [lifts(6)]));
    for (const text of ['\0', 'b1\0', '\ud800', '\udfff甲']) {
      expect(await store.auditEntries({ entity: 'building', key: text, limit: 10 })).toEqual([]);
      expect(await store.auditEntries({ actorName: text, limit: 10 })).toEqual([]);
    }
  });

  test(`${kind}: takes thousands of records at once`, async () => {
    const store = await make(aPortfolio(), []);
    const units = Array.from({ length: 7_000 }, (_, i) => aUnit({ id: `u${i}`, position: i }));
    await store.commit(
      aWrite(
        await store.revision(),
        units.map((unit) => changeOf('unit', null, unit)),
      ),
    );
    expect((await store.loadPortfolio()).portfolio.units).toHaveLength(7_000);
    expect(await store.auditEntries({ entity: 'unit', limit: 10_000 })).toHaveLength(7_000);
  });
}

function describeAnswers(kind: string, make: StoreMaker): void {
  test(`${kind}: a repeated key is answered as before, and nothing is written again`, async () => {
    const store = await make(aPortfolio(), []);
    const answer = { key: 'k1', fingerprint: 'f', status: 200, body: '{"a":"甲"}' };
    expect(await store.keptAnswer('k1')).toBeNull();
    await store.commit(aWrite(await store.revision(), [lifts(6)], { answer }));
    expect(await store.keptAnswer('k1')).toEqual(answer);
    const again = await store.commit(aWrite(await store.revision(), [lifts(7)], { answer }));
    expect(again).toEqual({ ok: false, reason: 'answered', answer });
    expect((await store.loadPortfolio()).portfolio.buildings[0]?.lifts).toBe(6);
  });

  test(`${kind}: answers older than a day go with the next write that keeps one, and their keys are new`, async () => {
    const store = await make(aPortfolio(), []);
    const answerOf = (key: string) => ({ key, fingerprint: 'f', status: 200, body: '' });
    const write = async (count: number, at: string, key: string | null) =>
      store.commit(
        aWrite(await store.revision(), [lifts(count)], { at, answer: key === null ? null : answerOf(key) }),
      );
    await write(1, '2026-11-02T08:30:00.000Z', 'old');
    await write(2, '2026-11-02T08:30:00.001Z', 'young');
    await write(3, '2026-11-09T08:30:00.000Z', null);
    expect(await store.keptAnswer('old')).toEqual(answerOf('old'));
    await write(4, '2026-11-03T08:30:00.001Z', 'new');
    expect(await store.keptAnswer('old')).toBeNull();
    expect(await store.keptAnswer('young')).toEqual(answerOf('young'));
    expect(await write(5, '2026-11-04T08:30:00.002Z', 'young')).toMatchObject({ ok: true });
    expect(await store.keptAnswer('young')).toEqual(answerOf('young'));
    expect(await store.keptAnswer('new')).toBeNull();
  });
}
