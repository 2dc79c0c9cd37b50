import { type IsoDate, monthNumber, type YuanPerSqmMonth } from '../measure.ts';
import type { Lease } from '../model/unit.ts';

export interface TermRent {
  /** Due over the whole term, 元/㎡. */
  readonly rent: number;
  readonly months: number;
}

/**
 * What a lease pays over its term for one ㎡ (DOMAIN §3, 6): the contract rent of each month, with a step every
 * twelve months, less the rent-free months, which come first.
 *
 * - unit: 元/㎡ and months; their quotient is the net effective rent, 元/㎡/月
 * - edges: null where rent, step or rent-free months are not known, where the term ends before it begins, where
 *   more months are free than it has, or where steps go beyond all measure (leases "for ever"); an unknown
 *   rent-free period is never taken for none
 */
export function rentOfTerm(
  lease: Pick<Lease, 'start' | 'end' | 'contractRent' | 'rentFreeMonths' | 'escalation'>,
): TermRent | null {
  const { contractRent, rentFreeMonths, escalation } = lease;
  if (contractRent === null || rentFreeMonths === null || escalation === null) return null;
  const months = monthsOfTerm(lease.start, lease.end);
  if (months <= 0 || rentFreeMonths > months) return null;
  const rent = rentOfMonths(contractRent, escalation, months);
  const free = rentOfMonths(contractRent, escalation, rentFreeMonths);
  return Number.isFinite(rent) ? { rent: rent - free, months } : null;
}

/** Rent of the first so many months of a term, 元/㎡. */
function rentOfMonths(contractRent: YuanPerSqmMonth, escalation: number, months: number): number {
  let sum = 0;
  let rent = contractRent;
  for (let year = 0; year * 12 < months && Number.isFinite(sum); year++) {
    sum += rent * Math.min(12, months - year * 12);
    rent *= 1 + escalation;
  }
  return sum;
}

const dayMs = 86_400_000;
/** Days of the shortest month: up to these nothing has to be looked up. */
const shortest = 28;

function daysOf(month: number): number {
  const begin = (one: number) => Date.UTC(Math.floor(one / 12), one % 12);
  return (begin(month + 1) - begin(month)) / dayMs;
}

/** Months from the first day to the last, both included; what is left of a month as a share of its days. */
export function monthsOfTerm(start: IsoDate, end: IsoDate): number {
  const [from, to] = [monthNumber(start), monthNumber(end)];
  if (from === null || to === null) throw new Error(`invalid term: ${start} – ${end}`);
  const [first, last] = [Number(start.slice(8, 10)), Number(end.slice(8, 10))];
  if (last === first - 1) return to - from;
  const birthday = (months: number) => {
    const month = from + months;
    const day = first <= shortest ? first : Math.min(first, daysOf(month));
    return Date.UTC(Math.floor(month / 12), month % 12, day);
  };
  const after = Date.UTC(Math.floor(to / 12), to % 12, last) + dayMs;
  const whole = birthday(to - from) > after ? to - from - 1 : to - from;
  return whole + (after - birthday(whole)) / (birthday(whole + 1) - birthday(whole));
}
