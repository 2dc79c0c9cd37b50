/** A record that is not on file yet: what nobody has said about it is unknown, none of it is made up. */

import { fieldsOf } from '../records/fields.ts';
import type { ImportEntity } from './targets/target.ts';

/** Fields that are never unknown, as they stand until somebody says otherwise. */
const usual: Readonly<Record<ImportEntity, Readonly<Record<string, unknown>>>> = {
  building: { aliases: [], remarks: [], floors: { above: null, below: null } },
  floor: {},
  unit: { marketed: false },
  enterprise: {},
  lease: { leaseType: 'direct' },
  taxRecord: {},
  month: {},
};

export interface NewRecordDeps {
  readonly newId: (entity: ImportEntity) => string;
  readonly isSynthetic: boolean;
}

/** `known` over `patch` over what is usual; null for the rest. A field that needs a value may be left out. */
export function newRecord(
  entity: ImportEntity,
  known: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
  { newId, isSynthetic }: NewRecordDeps,
): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  const isGiven = (field: string) => patch[field] !== undefined && patch[field] !== null;
  for (const [field, { nullable }] of fieldsOf(entity)) {
    if (Object.hasOwn(known, field)) record[field] = known[field];
    else if (isGiven(field)) record[field] = patch[field];
    else if (field === 'synthetic') record[field] = isSynthetic;
    else if (field === 'id') record[field] = newId(entity);
    else if (Object.hasOwn(usual[entity], field)) record[field] = usual[entity][field];
    else if (nullable) record[field] = null;
    else if (field === 'label') {
      const label = usualLabel(entity, known, patch);
      if (label !== null) record[field] = label;
    }
  }
  return record;
}

/** 3F, B1 for a storey; a unit is called by its id. */
function usualLabel(
  entity: ImportEntity,
  known: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): string | null {
  if (entity === 'unit') return typeof known['id'] === 'string' ? known['id'] : null;
  const floor = patch['floor'];
  if (typeof floor !== 'number') return null;
  return floor < 0 ? `B${-floor}` : `${floor}F`;
}
