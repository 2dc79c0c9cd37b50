import type { Context } from 'hono';
import type { FieldError } from '#contract/problem.ts';
import { problemResponse } from '../problem.ts';
import type { Planned, WrongField } from './plan.ts';

const because: Readonly<Record<WrongField['reason'], string>> = {
  missing: 'must be given',
  unknownField: 'there is no such field',
  wrongType: 'not of this kind',
  outOfRange: 'out of range',
  tooLong: 'too long',
  unknownValue: 'no such value',
  notADate: 'not on the calendar',
  badCharacters: 'characters that may not stand there',
  badCheckCharacter: 'the check character does not belong to it',
  lowAboveHigh: 'the lower end lies above the upper end',
  keyCannotChange: 'part of the key, cannot change',
  exists: 'exists already',
  noSuchRecord: 'no such record',
  noFloorZero: 'there is no floor 0',
  floorOverfull: 'the units of the floor add up to more than the floor',
  endBeforeStart: 'ends before it starts',
  leasesOverlap: 'the unit is let at that time',
  codeTaken: 'the code belongs to another enterprise',
  partAboveWhole: 'a part above its whole',
  implausiblePlace: 'far from the district',
  otherDatum: 'outside of the district, but inside if given in another datum; confirm otherDatum or convert',
  stillReferredTo: 'other records refer to it',
  reportedStays: 'what was reported of a month that is over stays; file a correction of it',
  correctionStays: 'a correction stays as it was filed; file another one',
  monthStillOpen: 'the month is not over yet; change the month itself',
  correctsNothing: 'it corrects nothing',
  reasonNeeded: 'a correction says why',
  notForRole: 'your role may not set this field',
  setByServer: 'the server sets this field',
};

/** `invalid startBy: 2026-10 (out of range; allowed: ≥ 2026-11)` */
export function fieldErrorFrom({ field, value, reason, allowed }: WrongField): FieldError {
  const hint = allowed === '' ? '' : `; allowed: ${allowed}`;
  return { field, value, reason, allowed, detail: `invalid ${field}: ${value} (${because[reason]}${hint})` };
}

/** A plan that cannot be carried out, as an answer. */
export function refusal(c: Context, planned: Planned & { ok: false }): Response {
  switch (planned.reason) {
    case 'noSuchRecord':
      return problemResponse(c, 'noSuchRecord', 'no record has this key');
    case 'exists':
      return problemResponse(c, 'recordExists', `invalid key: ${planned.key} (exists already)`);
    case 'changedMeanwhile':
      return problemResponse(c, 'changedMeanwhile', 'somebody else changed the record; look at current', {
        current: { ...planned.current },
      });
    case 'wrongFields': {
      const fields = planned.fields.map(fieldErrorFrom);
      return problemResponse(c, 'badRecord', fields.map(({ detail }) => detail).join('. '), { fields });
    }
  }
}
