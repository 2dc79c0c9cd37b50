import type { Entity, RecordTypes } from './entity.ts';

type Naming = { readonly [E in Entity]: (record: RecordTypes[E]) => string };

const naming: Naming = {
  building: ({ nameZh }) => nameZh,
  fact: ({ field }) => field,
  floor: ({ label }) => label,
  unit: ({ label }) => label,
  enterprise: ({ name }) => name,
  lease: ({ start, end }) => `${start} – ${end}`,
  taxRecord: ({ month }) => month,
  month: ({ month }) => month,
  monthCorrection: ({ month, number }) => `${month} · ${number}`,
  renewalPlan: ({ title }) => title,
  target: ({ nameZh }) => nameZh,
};

/** What people call a record among its like: a name, a label, a month. Dates stand as `YYYY-MM-DD`. */
export function recordName<E extends Entity>(entity: E, record: RecordTypes[E]): string {
  return naming[entity](record);
}
