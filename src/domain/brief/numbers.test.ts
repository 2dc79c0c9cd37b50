import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Brief, type BriefFigure, type BriefInput, composeBrief } from './brief.ts';
import { type BriefNumber, plainText } from './parts.ts';
import type { WatchedBuilding } from './watch-sentences.ts';

const building = (name: string): WatchedBuilding => ({ buildingId: name, name });

const rate = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const amount = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }));
const anyFigure = fc
  .tuple(
    fc.constantFrom(
      ['vacancyRate', 'ratio'] as const,
      ['netAbsorption', 'sqm'] as const,
      ['totalTax', 'yuan'] as const,
      ['tenantCount', 'count'] as const,
      ['waltByArea', 'years'] as const,
      ['taxPerSqm', 'yuanPerSqmYear'] as const,
    ),
    amount,
    amount,
    amount,
    rate,
  )
  .map(
    ([[id, unit], value, before, yearBefore, coverage]): BriefFigure => ({
      id,
      unit,
      name: '第 7 项',
      value,
      before,
      yearBefore,
      coverage,
      isWithheld: false,
    }),
  );
const anyBuildings = fc.uniqueArray(fc.constantFrom('1 号楼', '2 号楼', '3 号楼', '4 号楼', '5 号楼'), {
  maxLength: 5,
});
const anyInput: fc.Arbitrary<BriefInput> = fc.record({
  figures: fc.array(anyFigure, { maxLength: 5 }),
  circles: fc.array(fc.record({ name: fc.constant('8 号商圈'), now: rate, before: rate }), { maxLength: 5 }),
  watch: fc.option(
    fc.record({
      threshold: fc.double({ min: 0, max: 1, noNaN: true }),
      unknown: fc.nat(50),
      of: fc.nat(300),
      vacantArea: fc.double({ min: 0, max: 1e6, noNaN: true }),
      items: anyBuildings.map((names) => names.map(building)),
      before: fc.option(anyBuildings.map((names) => names.map(building))),
    }),
  ),
  targets: fc.option(
    fc.array(
      fc.record({
        id: fc.constant('t9'),
        name: fc.constant('10 座'),
        unit: fc.constantFrom('ratio' as const, 'count' as const),
        targetValue: fc.double({ min: 0, max: 100, noNaN: true }),
        actual: amount,
        gap: amount,
        coverage: rate,
        forecast: fc.option(
          fc.record({
            value: fc.double({ min: 0, max: 100, noNaN: true }),
            reaches: fc.option(fc.boolean()),
          }),
        ),
      }),
      { maxLength: 6 },
    ),
  ),
});

/** All numbers that an input gives to tell of: what it holds, and differences, shares and counts of that. */
function factsOf({ figures, circles, watch: list, targets }: BriefInput): number[] {
  const between = (now: number | null, before: number | null) =>
    now === null || before === null ? [] : [Math.abs(now - before), Math.abs((now - before) / before)];
  const entered = (some: readonly WatchedBuilding[], others: readonly WatchedBuilding[]) =>
    some.filter(({ name }) => !others.some((other) => other.name === name)).length;
  const all = [
    ...figures.flatMap((one) => [
      one.value,
      one.coverage,
      ...between(one.value, one.before),
      ...between(one.value, one.yearBefore),
    ]),
    ...circles.flatMap(({ now, before }) => [now, ...between(now, before)]),
    circles.filter(({ now, before }) => now === null || before === null).length,
    ...(list ? [list.threshold, list.unknown, list.of, list.vacantArea, list.items.length] : []),
    ...(list?.before ? [entered(list.items, list.before), entered(list.before, list.items)] : []),
    ...(targets ?? []).flatMap((one) => [
      one.targetValue,
      one.actual,
      one.gap === null ? null : Math.abs(one.gap),
      one.coverage,
      one.forecast?.value ?? null,
    ]),
  ];
  return all.filter((value) => value !== null);
}

function numbersOf({ paragraphs }: Brief): BriefNumber[] {
  return paragraphs.flatMap(({ parts }) => parts.filter((part) => part.kind === 'number'));
}

test.each(['zh', 'en'] as const)('in %s every number is one of the facts, and has a note', (locale) => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const brief = composeBrief(input, locale);
      const facts = factsOf(input);
      const isNear = (value: number, fact: number) =>
        Math.abs(value - fact) <= 1e-8 * Math.max(1, Math.abs(fact));
      for (const { value, note } of numbersOf(brief)) {
        expect(facts.some((fact) => isNear(value, fact))).toBe(true);
        expect(brief.notes).toContain(note);
      }
      const fixed = brief.paragraphs.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'words'));
      expect(plainText(fixed)).not.toMatch(/\d|null|NaN|undefined|Infinity/);
      expect(
        numbersOf(brief)
          .map(({ text }) => text)
          .join(' '),
      ).not.toMatch(/NaN|∞|null/);
    }),
    { numRuns: 300 },
  );
});
