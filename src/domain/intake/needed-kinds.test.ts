import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aBuilding,
  aFact,
  aFloor,
  aLease,
  anEnterprise,
  aPortfolio,
  aTaxRecord,
  aUnit,
} from '../../../tests/builders.ts';
import { type Rows, run } from '../../../tests/dry-runs.ts';
import { noRecords, type Portfolio } from '../model/portfolio.ts';
import { entities, entityShapes, recordsIn } from '../records/entity.ts';
import { factChanges } from '../records/fact-changes.ts';
import { ruleProblems } from '../records/rules.ts';
import { neededKinds } from './needed-kinds.ts';
import { type ImportEntity, importEntities } from './targets/target.ts';

const full = aPortfolio({
  buildings: [aBuilding(), aBuilding({ id: 'b2', nameZh: '乙座', lifts: 4 })],
  facts: [aFact({ field: 'lifts' }), aFact({ buildingId: 'b2', field: 'lifts' })],
  floors: [aFloor({ area: 300 })],
  units: [aUnit(), aUnit({ id: 'u2', label: '102', area: 150, position: 2 })],
  enterprises: [anEnterprise(), anEnterprise({ id: 'e2', name: '示例二号公司' })],
  leases: [aLease(), aLease({ id: 'l2', unitId: 'u2', enterpriseId: 'e2' })],
  taxRecords: [aTaxRecord(), aTaxRecord({ enterpriseId: 'e2' })],
  months: [
    {
      buildingId: 'b1',
      month: '2026-09',
      occupiedArea: 80,
      vacantArea: null,
      availableArea: null,
      tenantCount: null,
      totalTax: null,
    },
  ],
});

/** Of each kind what changes a record, what brings one, and what refers to nothing. */
const sheets: Readonly<Record<ImportEntity, Rows>> = {
  building: [
    ['楼宇名称', '类型', '建设状态', '电梯'],
    ['甲座', '写字楼', '已交付', 6],
    ['乙座', '写字楼', '已交付', '不详'],
    ['海河中心大楼', '写字楼', '已交付', 2],
  ],
  floor: [
    ['楼宇', '楼层', '建筑面积（㎡）'],
    ['甲座', 1, 240],
    ['甲座', 2, 500],
  ],
  unit: [
    ['楼宇', '楼层', '房号', '面积', '状态'],
    ['甲座', 1, '101', 160, '空置'],
    ['甲座', 1, '103', 40, '已租'],
    ['某楼', 1, '101', 40, '已租'],
  ],
  enterprise: [
    ['企业名称', '统一社会信用代码'],
    ['示例一号公司', '91120101MA06XXXX1A'],
    ['示例三号公司', ''],
  ],
  lease: [
    ['楼宇', '房号', '承租方', '租期'],
    ['甲座', '101', '示例一号公司', '2025.1.1-2026.12.31'],
    ['甲座', '102', '示例一号公司', '2026.1.1-2026.12.31'],
    ['甲座', '101', '无名商社', '2028.1.1-2029.12.31'],
  ],
  taxRecord: [
    ['楼宇', '企业名称', '月份', '全口径税收(万元)', '区级税收(万元)'],
    ['甲座', '示例一号公司', '2026-09', 12.5, ''],
    ['甲座', '示例二号公司', '2026-10', 12.5, 13],
  ],
  month: [
    ['楼宇名称', '月份', '已租面积（㎡）'],
    ['甲座', '2026-09', 100],
    ['甲座', '2026-10', 100],
  ],
};

const provenance = { source: 'x', asOf: '2026-10-31', confidence: 'B', note: null } as const;

/** All that is found out about a sheet before it is written. */
function judged(entity: ImportEntity, portfolio: Portfolio) {
  const result = run(entity, sheets[entity], portfolio);
  const changes = [...result.changes, ...factChanges(portfolio, result.changes, provenance)];
  const options = { toWgs84: (lon: number, lat: number) => [lon, lat] as const, isDatumConfirmed: true };
  return { result, changes, broken: ruleProblems(portfolio, changes, options) };
}

function withOnly(portfolio: Portfolio, kinds: readonly string[]): Portfolio {
  const kept = entities
    .filter((kind) => kinds.includes(kind))
    .map((kind) => [entityShapes[kind].collection, recordsIn(portfolio, kind)]);
  return { ...portfolio, ...noRecords, ...Object.fromEntries(kept) };
}

test('a sheet is judged with the kinds that it needs as with everything', () => {
  const some = <T>(records: readonly T[]) => fc.subarray([...records]);
  const portfolios = fc.record({
    buildings: some(full.buildings),
    facts: some(full.facts),
    floors: some(full.floors),
    units: some(full.units),
    enterprises: some(full.enterprises),
    leases: some(full.leases),
    taxRecords: some(full.taxRecords),
    months: some(full.months),
  });
  fc.assert(
    fc.property(fc.constantFrom(...importEntities), portfolios, (entity, records) => {
      const portfolio = aPortfolio(records);
      expect(judged(entity, withOnly(portfolio, neededKinds([entity])))).toEqual(judged(entity, portfolio));
    }),
    { numRuns: 300 },
  );
});

test('every sheet here finds something to change, and needs its own kind for it', () => {
  for (const entity of importEntities) {
    expect(judged(entity, full).changes.length).toBeGreaterThan(0);
    const others = neededKinds([entity]).filter((kind) => kind !== entity);
    expect(judged(entity, withOnly(full, others))).not.toEqual(judged(entity, full));
  }
});

test('sheets of several kinds need what each of them needs', () => {
  expect(neededKinds(['unit'])).toEqual(['building', 'floor', 'unit', 'enterprise']);
  expect(neededKinds(['unit', 'lease', 'month'])).toEqual([
    'building',
    'floor',
    'unit',
    'enterprise',
    'lease',
    'month',
  ]);
});
