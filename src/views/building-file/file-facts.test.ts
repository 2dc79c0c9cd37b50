import { expect, test } from 'vitest';
import { exactly } from '#domain/measure.ts';
import { createFigures } from '#domain/words/figures.ts';
import { messages } from '#format/messages.ts';
import { aBuilding } from '../../../tests/builders.ts';
import type { BuildingFile } from './building-file.ts';
import { decisiveFields, factsOfGroup, fileFact, shownText } from './file-facts.ts';

const language = { locale: 'zh', messages: messages.zh, figures: createFigures('zh') } as const;

function aFile(given: Partial<BuildingFile> = {}): BuildingFile {
  const { statedAvailableArea, statedAskingRent, ...building } = aBuilding();
  return {
    ...building,
    availableArea: statedAvailableArea,
    maxContiguousArea: null,
    vacancyRate: null,
    occupancyRate: null,
    availabilityRate: null,
    askingRent: statedAskingRent?.value ?? null,
    metroDistanceM: null,
    completeness: 0.5,
    asOf: '2026-10-31',
    facts: [],
    derived: {},
    ...given,
  };
}

const source = { source: '招商手册', confidence: 'C', note: null } as const;

test('a bound stands before the figure', () => {
  const file = aFile({ gfa: { value: 85_000, bound: 'atLeast' } });
  expect(fileFact(file, 'gfa', language).value).toBe('≥ 85,000 ㎡');
});

test('what is not on file has no value, and is shown as not provided', () => {
  const fact = fileFact(aFile({ clearHeight: null }), 'clearHeight', language);
  expect(fact.value).toBeNull();
  expect(shownText(fact, '未提供')).toBe('未提供');
});

test('storeys of which neither number is known are not known', () => {
  expect(fileFact(aFile({ floors: { above: null, below: null } }), 'floors', language).value).toBeNull();
  expect(fileFact(aFile({ floors: { above: 3, below: null } }), 'floors', language).value).toContain('3');
});

test('a building that is not delivered has no vacancy, which is not the same as an unknown one', () => {
  const undelivered = fileFact(aFile({ status: 'toppedOut' }), 'vacancyRate', language);
  const unknown = fileFact(aFile({ status: 'delivered' }), 'vacancyRate', language);
  expect(shownText(undelivered, '未提供')).toBe('未交付，无此率');
  expect(shownText(unknown, '未提供')).toBe('未提供');
});

test('sources of a figure come newest first, those of the stated value among them', () => {
  const facts = [
    { ...source, field: 'statedAskingRent', asOf: '2024-01-01' },
    { ...source, field: 'askingRent', asOf: '2026-01-01' },
    { ...source, field: 'gfa', asOf: '2026-02-01' },
  ];
  const fact = fileFact(aFile({ askingRent: 120, facts }), 'askingRent', language);
  expect(fact.facts.map(({ asOf }) => asOf)).toEqual(['2026-01-01', '2024-01-01']);
  expect(fact.stated).toBe('statedAskingRent');
});

test('a rent by the month is also given by the day', () => {
  const fact = fileFact(aFile({ askingRent: 365 }), 'askingRent', language);
  expect([fact.value, fact.aside]).toEqual(['365 元/㎡/月', '≈ 12 元/㎡/天']);
});

test('what the role may not see has no line; what is unknown has one', () => {
  const fields = (file: BuildingFile) =>
    factsOfGroup(file, 'commercial', language, () => null).map(({ field }) => field);
  const { steward: _hidden, ...hidden } = aFile();
  expect(fields(hidden)).not.toContain('taxPerSqm');
  expect(fields(aFile({ taxPerSqm: null }))).toContain('taxPerSqm');
  expect(factsOfGroup(hidden, 'contact', language, () => null).map(({ field }) => field)).not.toContain(
    'steward',
  );
});

test('a circle is called by its name, and by its id while names are not there yet', () => {
  const file = aFile({ circleId: 'xiaobailou' });
  expect(
    fileFact(file, 'circleId', language, (field) => (field === 'circleId' ? '小白楼' : null)).value,
  ).toBe('小白楼');
  expect(fileFact(file, 'circleId', language).value).toBe('xiaobailou');
});

test('each remark has a line of its own', () => {
  expect(fileFact(aFile({ remarks: ['一。', '二。'] }), 'remarks', language).value).toBe('一。\n二。');
});

test('the fourth decisive fact is vacancy where there can be one, else availability', () => {
  expect(decisiveFields({ status: 'delivered' })[3]).toBe('vacancyRate');
  expect(decisiveFields({ status: 'underConstruction' })[3]).toBe('availabilityRate');
});

test('a computed figure opens to its formula, a stated one to its sources', () => {
  const derived = { availableArea: { formula: 'available', inputs: { units: 3 }, coverage: null } } as const;
  const file = aFile({ availableArea: exactly(400), gfa: exactly(900), derived });
  expect(fileFact(file, 'availableArea', language).derived?.formula).toBe('available');
  expect(fileFact(file, 'gfa', language).derived).toBeNull();
});
