/** A small district with some of each kind of record, and a store over it from which one of each was taken away. */
import type { Portfolio } from '#domain/model/portfolio.ts';
import { removalOf } from '#domain/records/removal.ts';
import type { Store } from '#server/api/store.ts';
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
import { aPlan, aTarget, oneOfEach } from '../records.ts';

const goneUnit = aUnit({ id: 'u4', label: '104', position: 4 });

export const someOfEach: Portfolio = aPortfolio({
  buildings: [
    aBuilding({ position: { lon: 117.2, lat: 39.11, precisionM: 20 }, circleId: 'xiaobailou', lifts: 4 }),
    aBuilding({
      id: 'b2',
      nameZh: '乙座',
      gfa: { value: 8_000, bound: 'atLeast' },
      subdistrictId: 'quanyechang',
    }),
    aBuilding({ id: 'b3', nameZh: '丙座' }),
  ],
  facts: [...oneOfEach.facts, aFact({ field: 'position' })],
  floors: [aFloor({ area: 2_500 }), aFloor({ floor: 2, label: '2F' })],
  units: [...oneOfEach.units, aUnit({ id: 'u3', label: '103', position: 3 }), goneUnit],
  leases: [...oneOfEach.leases, aLease({ id: 'l2', unitId: 'u2' }), aLease({ id: 'l3', unitId: 'u3' })],
  enterprises: [
    ...oneOfEach.enterprises,
    ...['e2', 'e3'].map((id) => anEnterprise({ id, name: `示例${id}公司` })),
  ],
  taxRecords: [...oneOfEach.taxRecords, aTaxRecord({ month: '2026-08' })],
  months: oneOfEach.months.flatMap((month) =>
    month.month === '2026-09' ? [month, { ...month, month: '2026-08' }] : [month],
  ),
  monthCorrections: oneOfEach.monthCorrections,
  renewalPlans: [aPlan, { ...aPlan, id: 'p2', title: '屋面光伏' }],
  targets: [aTarget, { ...aTarget, id: 't2', nameZh: '小白楼空置率降到 10%', scope: 'xiaobailou' }],
});

const gone = [
  ['fact', 'b1~position'],
  ['floor', 'b1~2'],
  ['lease', 'b1~l3'],
  ['unit', 'b1~u4'],
  ['enterprise', 'e3'],
  ['taxRecord', 'b1~e1~2026-08'],
  ['month', 'b1~2026-08'],
  ['renewalPlan', 'b1~p2'],
  ['target', 't2'],
  ['building', 'b3'],
] as const;

/** Takes one of each kind away, each by a write of its own, so that there is something to bring back. */
export async function withRemovals(store: Store): Promise<Store> {
  for (const [entity, key] of gone) {
    const { revision, portfolio } = await store.loadPortfolio();
    const committed = await store.commit({
      base: revision,
      changes: removalOf(portfolio, entity, key),
      actor: { id: null, name: '示例用户', role: 'manager', address: null },
      at: '2026-11-01T08:30:00.000Z',
      asOf: '2026-11-01',
      origin: 'delete',
      batchId: null,
      requestId: null,
      answer: null,
    });
    if (!committed.ok) throw new Error(`${entity} ${key} was not taken away: ${committed.reason}`);
  }
  return store;
}
