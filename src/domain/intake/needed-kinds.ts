/** What has to be at hand before sheets can be judged. */
import { type Entity, entities } from '../records/entity.ts';
import type { ImportEntity } from './targets/target.ts';

/** Nothing refers to them: of these only sheets of the kind itself ask what is on file, of the last nothing does. */
const endKinds: Partial<Record<Entity, ImportEntity | null>> = {
  fact: 'building',
  lease: 'lease',
  taxRecord: 'taxRecord',
  month: 'month',
  monthCorrection: null,
  renewalPlan: null,
  target: null,
};

/**
 * The kinds of record that sheets of these kinds are held against. An import that takes nothing away is judged with
 * them as with all records.
 */
export function neededKinds(sheets: readonly ImportEntity[]): readonly Entity[] {
  return entities.filter((kind) => {
    const sheet = endKinds[kind];
    return sheet === undefined || (sheet !== null && sheets.includes(sheet));
  });
}
