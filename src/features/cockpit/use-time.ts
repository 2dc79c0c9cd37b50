import { useMemo } from 'react';
import type { CockpitAddress } from '#domain/cockpit/address.ts';
import { type PeriodsOnRecord, periodsPerYear, placeOf } from '#domain/cockpit/periods.ts';
import type { KpiTime } from '#views/cockpit/kpi-card.tsx';

/** Which of the periods is looked at. */
export function useTime(address: CockpitAddress, record: PeriodsOnRecord): KpiTime {
  const { period } = address;
  const at = placeOf(address, record);
  return useMemo(() => ({ at, perYear: periodsPerYear[period] }), [at, period]);
}
