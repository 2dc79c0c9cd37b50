/** Sums of money over months, in whole 分, so that rows add up to their totals. */
import type { Fen, Ratio, Yuan } from '../measure.ts';

export const monthsPerYear = 12;

/** More than a few products lose in their last digits, far less than anybody means. */
const binaryDust = 1 + 4 * Number.EPSILON;

/** Rounded to the 分, half a 分 up as spreadsheets do, though 1.005 is a little less in binary; never −0. */
export function fen(yuan: Yuan): Fen {
  return Math.round(yuan * 100 * binaryDust) || 0;
}

export function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/** Part `index` (from 0) of `total` in `parts` parts that differ by no more than 1 分 and add up to it; 0 beyond. */
export function evenPart(total: Fen, parts: number, index: number): Fen {
  if (index < 0 || index >= parts) return 0;
  return Math.round((total * (index + 1)) / parts) - Math.round((total * index) / parts);
}

/**
 * Present value: Σ amount(m) ÷ (1 + rate)^(m ÷ 12), month 0 being the start and month m the end of the m-th month.
 * @param amounts 分 by month, from month 0
 * @param rate yearly, 0.05 = 5 %
 */
export function presentValue(amounts: readonly Fen[], rate: Ratio): Fen {
  const monthly = (1 + rate) ** (-1 / monthsPerYear);
  let factor = 1;
  let value = 0;
  for (const amount of amounts) {
    value += amount * factor;
    factor *= monthly;
  }
  return Math.round(value);
}

export interface LoanMonth {
  readonly interest: Fen;
  readonly principal: Fen;
  /** Owed after this month. */
  readonly balance: Fen;
}

/**
 * 等额本息: the same payment each month, L × i ÷ (1 − (1 + i)^−n) with i = rate ÷ 12, rounded to the 分; the last
 * one pays what is left. Without interest the loan is paid back in equal parts.
 * @param amount 分 borrowed
 * @param rate yearly, 0.036 = 3.6 %
 * @param months of the loan, at least 1
 * @returns one entry a month; none for no loan
 */
export function annuity(amount: Fen, rate: Ratio, months: number): readonly LoanMonth[] {
  if (amount <= 0) return [];
  const monthly = rate / monthsPerYear;
  const payment =
    monthly === 0
      ? Math.round(amount / months)
      : Math.round((amount * monthly) / (1 - (1 + monthly) ** -months));
  const schedule: LoanMonth[] = [];
  let balance = amount;
  for (let month = 1; month <= months; month++) {
    const interest = Math.round(balance * monthly);
    const principal = month === months ? balance : Math.min(balance, payment - interest);
    balance -= principal;
    schedule.push({ interest, principal, balance });
  }
  return schedule;
}
