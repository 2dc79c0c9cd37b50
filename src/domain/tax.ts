/** Tax by building, from the records of its firms. Manager only; see visibility.ts. */
import { type IsoMonth, monthFromNumber, monthNumber, type Yuan, yuanFromFen } from './measure.ts';
import type { TaxRecord } from './model/unit.ts';
import { rememberedSteps } from './remembered.ts';
import { eachStepwise, type Stepwise } from './stepwise.ts';

export interface YearTax {
  /** The last month that counts. */
  readonly through: IsoMonth;
  /** Σ totalTax over the twelve months ending with `through`, 元; a building without any record is absent. */
  readonly byBuilding: ReadonlyMap<string, Yuan>;
}

/**
 * Sums each building's tax over the twelve months that end with the newest month on record. Nothing is
 * annualised: a building with fewer months on record has fewer months in its sum.
 * @returns null when there is no record at all
 */
export const yearTax = rememberedSteps(function* (records: readonly TaxRecord[]): Stepwise<YearTax | null> {
  let newest: number | null = null;
  yield* eachStepwise(records, (record) => {
    const month = monthNumber(record.month);
    if (month !== null && (newest === null || month > newest)) newest = month;
  });
  if (newest === null) return null;
  const through = monthFromNumber(newest);
  const from = monthFromNumber(newest - 11);
  const fen = new Map<string, number>();
  yield* eachStepwise(records, (record) => {
    if (record.month < from || record.month > through) return;
    fen.set(record.buildingId, (fen.get(record.buildingId) ?? 0) + record.totalTax);
  });
  return { through, byBuilding: new Map([...fen].map(([id, sum]) => [id, yuanFromFen(sum)])) };
});
