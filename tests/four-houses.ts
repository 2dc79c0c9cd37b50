/** A district small enough to be reckoned by hand: two towers of one circle, a historic house and a building site. */
import { exactly } from '#domain/measure.ts';
import type { MonthCorrection } from '#domain/model/month-correction.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { RenewalPlan } from '#domain/model/renewal-plan.ts';
import type { BuildingMonth } from '#domain/model/unit.ts';
import { aBuilding, aDistrict, aLease, anEnterprise, aPortfolio, aTaxRecord, aUnit } from './builders.ts';

const [circle] = aDistrict().circles;
if (!circle) throw new Error('the district of the builders has a circle');
const circles = [
  { ...circle, id: 'c1' },
  { ...circle, id: 'c2' },
];

/** Gross floor area 12,000 + 6,000 + 1,200 + 3,000 ㎡, rentable 10,000 + 5,000 + 1,000. */
const buildings = [
  aBuilding({ id: 't1', circleId: 'c1', grade: 'A', gfa: exactly(12_000), rentableArea: exactly(10_000) }),
  aBuilding({ id: 't2', circleId: 'c1', grade: 'B', gfa: exactly(6_000), rentableArea: exactly(5_000) }),
  aBuilding({
    id: 'h1',
    circleId: 'c2',
    carrierType: 'heritageHouse',
    gfa: exactly(1_200),
    rentableArea: exactly(1_000),
  }),
  aBuilding({
    id: 's1',
    circleId: 'c2',
    status: 'underConstruction',
    gfa: exactly(3_000),
    statedAvailableArea: exactly(2_000),
    statedAskingRent: exactly(80),
  }),
];

const t1 = { buildingId: 't1' };
const t2 = { buildingId: 't2' };
const h1 = { buildingId: 'h1' };
const units = [
  aUnit({ ...t1, id: 'a1', area: 4_000, status: 'leased' }),
  aUnit({ ...t1, id: 'a2', area: 3_000, status: 'leased' }),
  aUnit({ ...t1, id: 'a3', area: 1_000, status: 'ownerOccupied' }),
  aUnit({ ...t1, id: 'a4', area: 1_500, askingRent: 100 }),
  aUnit({ ...t1, id: 'a5', area: 500, status: 'leased', marketed: true, askingRent: 120 }),
  aUnit({ ...t2, id: 'b1', area: 3_500, status: 'leased' }),
  aUnit({ ...t2, id: 'b2', area: 1_500 }),
  aUnit({ ...h1, id: 'h1', area: 600, status: 'leased' }),
  aUnit({ ...h1, id: 'h2', area: 400, askingRent: 90 }),
];

const plain = { rentFreeMonths: 0, escalation: 0 };
const leases = [
  aLease({
    ...{ ...t1, id: 'l1', unitId: 'a1', enterpriseId: 'e1', start: '2025-11-01', end: '2028-10-31' },
    ...{ contractRent: 90, rentFreeMonths: 3, escalation: 0 },
  }),
  aLease({
    ...{ ...t1, id: 'l2', unitId: 'a2', enterpriseId: 'e2', start: '2025-05-01', end: '2027-04-30' },
    ...{ contractRent: 100, rentFreeMonths: 0, escalation: 0.1 },
  }),
  aLease({
    ...{ ...t1, id: 'l3', unitId: 'a5', enterpriseId: 'e3', start: '2026-09-01', end: '2027-10-31' },
    ...{ contractRent: 80, rentFreeMonths: null, escalation: 0 },
  }),
  aLease({
    ...{ ...t2, id: 'l4', unitId: 'b1', enterpriseId: 'e1', start: '2024-01-01', end: '2026-12-31' },
    ...{ ...plain, contractRent: 60 },
  }),
  aLease({
    ...{ ...h1, id: 'l5', unitId: 'h1', enterpriseId: 'e4', start: '2026-09-01', end: '2029-08-31' },
    ...{ contractRent: 120, rentFreeMonths: 6, escalation: 0.05 },
  }),
];

const enterprises = [
  anEnterprise({ id: 'e1', industry: 'J', registeredIn: '120101', taxIn: '120101', employees: 100 }),
  anEnterprise({ id: 'e2', industry: 'I', registeredIn: '110105', taxIn: '120101', employees: 50 }),
  anEnterprise({ id: 'e3', industry: 'J', registeredIn: null, taxIn: '120103', employees: 0 }),
  anEnterprise({ id: 'e4', industry: null, registeredIn: '天津市和平区', taxIn: null, employees: null }),
];

type Row = readonly [
  buildingId: string,
  month: string,
  occupied: number | null,
  vacant: number | null,
  available: number | null,
  tenants: number | null,
  yuan: number | null,
];
const rows: readonly Row[] = [
  ['t1', '2026-08', 7_600, 2_000, 2_500, 3, 95_000_000],
  ['t2', '2026-08', 4_000, 1_000, 1_000, 1, 400_000],
  ['h1', '2026-08', null, null, null, null, null],
  ['t1', '2026-09', 8_000, 1_600, 2_100, 4, 9_000_000],
  ['t2', '2026-09', 3_500, 1_500, 1_500, 2, 600_000],
  ['h1', '2026-09', 600, 400, 400, 1, 30_000],
];

export function aReport([buildingId, month, occupied, vacant, available, tenants, yuan]: Row): BuildingMonth {
  return {
    buildingId,
    month,
    occupiedArea: occupied,
    vacantArea: vacant,
    availableArea: available,
    tenantCount: tenants,
    totalTax: yuan === null ? null : yuan * 100,
  };
}

const paid = (enterpriseId: string, buildingId: string, yuan: number, districtYuan: number | null) =>
  aTaxRecord({
    enterpriseId,
    buildingId,
    month: '2026-09',
    totalTax: yuan * 100,
    districtTax: districtYuan === null ? null : districtYuan * 100,
  });

const taxRecords = [
  paid('e1', 't1', 5_000_000, 2_000_000),
  paid('e2', 't1', 3_900_000, null),
  paid('e3', 't1', 100_000, 40_000),
  paid('e1', 't2', 500_000, 200_000),
  paid('e4', 'h1', 30_000, 10_000),
];

/** Reports for August and September 2026; October is as the units and leases are. */
export function fourHouses(changed: Partial<Portfolio> = {}): Portfolio {
  return aPortfolio({
    ...{ district: aDistrict({ circles }), asOf: '2026-10-31', buildings, units, leases, enterprises },
    ...{ taxRecords, months: rows.map(aReport) },
    ...changed,
  });
}

/** Of t1 in September 2026. */
export function aCorrection(known: Partial<MonthCorrection> = {}): MonthCorrection {
  return {
    ...{ buildingId: 't1', month: '2026-09', number: 1, occupiedArea: null, vacantArea: null },
    ...{ availableArea: null, tenantCount: null, totalTax: null, reason: '漏报一层' },
    ...{ correctedOn: '2026-10-20', correctedBy: '王' },
    ...known,
  };
}

/** Of t1, done in May 2026. */
export function aDonePlan(known: Partial<RenewalPlan> = {}): RenewalPlan {
  return {
    ...{ id: 'p1', buildingId: 't1', title: '大堂改造', owner: '王', status: 'done', measures: [] },
    ...{ startOn: null, dueOn: null, doneOn: '2026-05-31', areaSqm: 1_000, rentBefore: 80, rentAfter: 100 },
    ...{ note: null },
    ...known,
  };
}
