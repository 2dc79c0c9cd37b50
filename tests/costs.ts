/** Spaces and assumptions for tests of costs. */
import fc from 'fast-check';
import { formatSubject } from '#domain/compare/ids.ts';
import { type CostAssumptions, defaultAssumptions, type OwnFigures } from '#domain/cost/assumptions.ts';
import { type AssumptionField, assumptionSpecs } from '#domain/cost/range.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import { exactly } from '#domain/measure.ts';

/** 1,000 ㎡ at 120 元/㎡/月 and a fee of 28, 70 % usable, for lease and for sale at 20,000 元/㎡. */
export function aSpace(changes: Partial<CostSpace> = {}): CostSpace {
  return {
    id: 'tower',
    area: 1000,
    askingRent: exactly(120),
    managementFee: exactly(28),
    efficiency: exactly(0.7),
    tenure: 'both',
    salePrice: exactly(20_000),
    ...changes,
  };
}

/** The defaults without a deposit and without discounting, so that a test names all that counts. */
export function assuming(changes: Partial<CostAssumptions> = {}): CostAssumptions {
  return { ...defaultAssumptions, depositMonths: 0, discountRate: 0, ...changes };
}

/** A value of the field at its precision, kept small enough to be a lease of this world. */
export function figureOf(field: AssumptionField, most?: number): fc.Arbitrary<number> {
  const { min, max, scale } = assumptionSpecs[field];
  const hi = Math.min(max, most ?? max);
  return fc
    .integer({ min: Math.ceil(min * scale), max: Math.floor(hi * scale) })
    .map((steps) => steps / scale);
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const rent = fc.oneof(
  figureOf('rent').map((amount) => ({ amount, per: 'month' as const })),
  figureOf('rentPerDay').map((amount) => ({ amount, per: 'day' as const })),
);
const price = fc.oneof(
  figureOf('pricePerSqm').map((amount) => ({ amount, per: 'sqm' as const })),
  figureOf('priceTotal').map((amount) => ({ amount, per: 'total' as const })),
);
const ownFigures: fc.Arbitrary<OwnFigures> = fc
  .record({
    rent: maybe(rent),
    managementFee: maybe(figureOf('managementFee')),
    efficiency: maybe(figureOf('efficiency')),
    price: maybe(price),
  })
  .filter((figures) => Object.values(figures).some((value) => value !== null));

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
/** Of a building, or of a unit of one. */
const spaceId = fc.record({ buildingId: id, unitId: maybe(id) }).map((subject) => formatSubject(subject));

/** Any assumptions that the form would take. */
export const anyAssumptions: fc.Arbitrary<CostAssumptions> = fc
  .record({
    areaBasis: fc.constantFrom('gfa' as const, 'usable' as const),
    area: maybe(figureOf('area')),
    termMonths: figureOf('termMonths', 130),
    rent: maybe(rent),
    rentUnit: fc.constantFrom('month' as const, 'day' as const),
    dayCount: fc.constantFrom('calendar' as const, 'thirty' as const),
    rentIncludesFee: fc.boolean(),
    escalation: figureOf('escalation'),
    firstStepMonths: figureOf('firstStepMonths'),
    rentFree: fc.constantFrom('start' as const, 'spread' as const),
    rentFreeCoversFee: fc.boolean(),
    managementFee: maybe(figureOf('managementFee')),
    parkingSpaces: figureOf('parkingSpaces'),
    parkingFee: figureOf('parkingFee'),
    fitOut: figureOf('fitOut'),
    fitOutLifeMonths: figureOf('fitOutLifeMonths'),
    moving: figureOf('moving'),
    depositMonths: figureOf('depositMonths'),
    depositCoversFee: fc.boolean(),
    costOfCapital: figureOf('costOfCapital'),
    subsidyTotal: figureOf('subsidyTotal'),
    subsidyRate: figureOf('subsidyRate'),
    subsidyMonths: figureOf('subsidyMonths'),
    subsidyAreaCap: maybe(figureOf('subsidyAreaCap')),
    discountRate: figureOf('discountRate'),
    own: fc.dictionary(spaceId, ownFigures, { maxKeys: 6 }),
    price: maybe(price),
    downPayment: figureOf('downPayment'),
    loanRate: figureOf('loanRate'),
    loanYears: figureOf('loanYears'),
    purchaseTaxes: figureOf('purchaseTaxes'),
    runningCost: figureOf('runningCost'),
    priceChange: figureOf('priceChange'),
    /** Of the term. */
    freeShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ freeShare, ...rest }) => ({
    ...rest,
    own: { ...rest.own },
    rentFreeMonths: Math.floor(rest.termMonths * freeShare * 10) / 10,
  }));
