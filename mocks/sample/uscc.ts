import { usccCheckCharacter } from '#domain/records/uscc.ts';

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** No place has this code, so no made-up firm bears the code of a real one. */
const inventedPlace = '120199';

/** A well-formed code that belongs to nobody. `serial`: 0–999,999. */
export function inventedUscc(serial: number): string {
  const organisation = `MX${serial.toString().padStart(6, '0').slice(-6)}`;
  const body = `91${inventedPlace}${organisation}${organisationCheck(organisation)}`;
  return body + (usccCheckCharacter(body) ?? '');
}

/** Check character of GB 11714: ten is X, eleven is 0. */
function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(organisation.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
