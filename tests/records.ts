/** A small district of which every kind of record has one, and an API over it. */
import type { MonthCorrection } from '#domain/model/month-correction.ts';
import type { RenewalPlan } from '#domain/model/renewal-plan.ts';
import type { Target } from '#domain/model/target.ts';
import { anApi, type TestApi } from './api.ts';
import { aFact, aFloor, aLease, anEnterprise, aPortfolio, aTaxRecord, aUnit } from './builders.ts';
import { aWriter, type Writer } from './writing.ts';

const aMonth = {
  buildingId: 'b1',
  month: '2026-09',
  occupiedArea: 1_000,
  vacantArea: 0,
  availableArea: null,
  tenantCount: 12,
  totalTax: 123_456,
};

/** Of a month that is over, and of the one that runs by the clock of the API under test. */
const months = [aMonth, { ...aMonth, month: '2026-11' }];

export const aCorrection: MonthCorrection = {
  buildingId: 'b1',
  month: '2026-09',
  number: 1,
  occupiedArea: 900,
  vacantArea: 100,
  availableArea: null,
  tenantCount: null,
  totalTax: null,
  reason: '漏计两间退租单元',
  correctedOn: '2026-10-12',
  correctedBy: '示例用户',
};

export const aPlan: RenewalPlan = {
  id: 'p1',
  buildingId: 'b1',
  title: '大堂与中低区提升',
  owner: '示例责任人',
  status: 'underWay',
  measures: [
    { text: '腾退低效单元', due: '2026-12-31', doneOn: null },
    { text: '大堂翻新', due: null, doneOn: '2026-08-20' },
  ],
  startOn: '2026-05-01',
  dueOn: '2027-03-31',
  doneOn: null,
  areaSqm: 250,
  rentBefore: 80.5,
  rentAfter: null,
  note: null,
};

export const aTarget: Target = {
  id: 't1',
  nameZh: '全区空置率降到 12%',
  nameEn: null,
  indicator: 'vacancyRate',
  scope: null,
  targetValue: 0.12,
  baseValue: 0.2,
  baseMonth: '2025-12',
  dueMonth: '2027-12',
  source: null,
  synthetic: true,
};

export const oneOfEach = aPortfolio({
  facts: [aFact({ field: 'lifts' })],
  floors: [aFloor({ area: 250 })],
  units: [aUnit(), aUnit({ id: 'u2', label: '102', position: 2 })],
  leases: [aLease()],
  enterprises: [anEnterprise()],
  taxRecords: [aTaxRecord()],
  months,
  monthCorrections: [aCorrection],
  renewalPlans: [aPlan],
  targets: [aTarget],
});

export function freshWriter(persona?: string): Writer & { readonly api: TestApi } {
  const api = anApi(oneOfEach);
  return { api, ...aWriter(api, persona) };
}
