/** Whether what one sheet brings can make a difference to another one that comes after it. */
import type { DryRun } from './dry-run.ts';
import type { ImportEntity } from './targets/target.ts';

/** Kinds of records that a row of each kind is held against: those it names, and those of its own kind. */
const heldAgainst: Readonly<Record<ImportEntity, readonly ImportEntity[]>> = {
  building: ['building'],
  floor: ['building', 'floor'],
  unit: ['building', 'unit'],
  enterprise: ['enterprise'],
  lease: ['building', 'unit', 'enterprise', 'lease'],
  taxRecord: ['building', 'enterprise', 'taxRecord'],
  month: ['building', 'month'],
};

/**
 * Buildings and firms are found by names that may be like one another, so any of them may matter; all else is
 * looked up in the buildings that the later sheet speaks of.
 */
export function bearsOn(
  earlier: Pick<DryRun, 'entity' | 'changes'>,
  later: Pick<DryRun, 'entity' | 'buildingIds'>,
): boolean {
  if (!heldAgainst[later.entity].includes(earlier.entity)) return false;
  if (earlier.entity === 'building' || earlier.entity === 'enterprise') return earlier.changes.length > 0;
  const spokenOf = new Set(later.buildingIds);
  return earlier.changes.some((change) =>
    [change.before, change.after].some(
      (record) => record !== null && 'buildingId' in record && spokenOf.has(record.buildingId),
    ),
  );
}
