/** A small district of which every kind of record has one, and an API over it. */
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

export const oneOfEach = aPortfolio({
  facts: [aFact({ field: 'lifts' })],
  floors: [aFloor({ area: 250 })],
  units: [aUnit(), aUnit({ id: 'u2', label: '102', position: 2 })],
  leases: [aLease()],
  enterprises: [anEnterprise()],
  taxRecords: [aTaxRecord()],
  months: [aMonth],
});

export function freshWriter(persona?: string): Writer & { readonly api: TestApi } {
  const api = anApi(oneOfEach);
  return { api, ...aWriter(api, persona) };
}
