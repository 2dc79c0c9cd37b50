import { expect, test } from 'vitest';
import { extensions, idsAt, indicators, relatedIndicators, specOf } from './registry.ts';
import { coreIds, extensionIds, levels, relatedIds } from './spec.ts';

const all = [...indicators, ...relatedIndicators, ...extensions];

test('there are exactly 18, numbered in their order', () => {
  expect(indicators.map(({ id }) => id)).toEqual(coreIds);
  expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
  expect(all.slice(18).every(({ number }) => number === null)).toBe(true);
});

test('companions and extensions are registered once each, and every companion belongs to a core indicator', () => {
  expect(relatedIndicators.map(({ id }) => id).toSorted()).toEqual([...relatedIds].sort());
  expect(extensions.map(({ id }) => id).toSorted()).toEqual([...extensionIds].sort());
  expect(indicators.flatMap(({ related }) => related).toSorted()).toEqual([...relatedIds].sort());
});

test('whatever speaks of tax is for managers, whatever speaks of terms for staff', () => {
  const visible = (visibility: string) => all.filter((spec) => spec.visibility === visibility);
  expect(visible('manager').map(({ id }) => id)).toEqual([
    ...['totalTax', 'taxPerSqm', 'taxPerEmployee', 'taxTier', 'keyBuildingTaxShare'],
    ...['districtTax', 'taxPerOccupiedSqm', 'hundredMillionBuildings', 'topFiveTaxShare'],
  ]);
  expect(visible('published').flatMap(({ number }) => number ?? [])).toEqual([9, 10, 11, 17, 18]);
  expect(visible('public').flatMap(({ number }) => number ?? [])).toEqual([1, 2, 3, 4, 5]);
});

test('every word is there in both languages', () => {
  for (const spec of all) {
    const words = [spec, spec.formula, spec.numerator, spec.denominator ?? spec, spec.coverage, spec.edges];
    for (const { zh, en } of words) {
      expect(zh, spec.id).toMatch(/\p{Script=Han}|Σ/u);
      expect(en, spec.id).not.toMatch(/\p{Script=Han}/u);
    }
  }
});

test('a level gives what is defined there', () => {
  expect(idsAt('building')).toContain('taxTier');
  expect(idsAt('circle')).toContain('netEffectiveRent');
  expect(idsAt('district')).toContain('keyBuildingTaxShare');
  expect(idsAt('district')).not.toContain('netEffectiveRent');
  for (const level of levels) for (const id of idsAt(level)) expect(specOf(id).id).toBe(id);
  expect(() => specOf('tenants' as 'tenantCount')).toThrow('no such indicator: tenants');
});
