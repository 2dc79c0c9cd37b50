import { expect, test } from 'vitest';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { aBuilding, aLease, anEnterprise, aUnit } from '../../../tests/builders.ts';
import { checkFields, checkPatch, checkRecord } from './check.ts';
import { entities, keyOf, recordsIn } from './entity.ts';

test('every record of the sample passes, and has a key of its own', () => {
  for (const entity of entities) {
    const records = recordsIn(samplePortfolio(), entity);
    for (const record of records) expect(checkRecord(entity, record)).toEqual({ ok: true, record });
    expect(new Set(records.map((record) => keyOf(entity, record as never))).size).toBe(records.length);
  }
});

function reasonOf(entity: Parameters<typeof checkFields>[0], given: Record<string, unknown>) {
  return checkFields(entity, given).map(({ reason }) => reason)[0] ?? null;
}

test.each([
  ['building', { nameZh: '' }, 'missing'],
  ['building', { nameZh: null }, 'missing'],
  ['building', { nameZh: 'a\u0000b' }, 'badCharacters'],
  ['building', { nameZh: 'a\ud800b' }, 'badCharacters'],
  ['building', { nameZh: '楼'.repeat(121) }, 'tooLong'],
  ['building', { colour: 'red' }, 'unknownField'],
  ['building', JSON.parse('{"__proto__": 1}'), 'unknownField'],
  ['building', { gfa: 85_000 }, 'wrongType'],
  ['building', { gfa: { value: 8e8, bound: 'exact' } }, 'outOfRange'],
  ['building', { gfa: { value: 1, bound: 'maybe' } }, 'unknownValue'],
  ['building', { floorToFloorHeight: { min: 6.7, max: 4.7 } }, 'lowAboveHigh'],
  ['building', { lifts: 2.5 }, 'wrongType'],
  ['building', { completedOn: '2026-02-30' }, 'notADate'],
  ['building', { position: { lon: 500, lat: 39, precisionM: null } }, 'outOfRange'],
  ['building', { steward: { name: '某人', phone: null, note: 'x' } }, 'wrongType'],
  ['unit', { area: 0 }, 'outOfRange'],
  ['unit', { area: Number.NaN }, 'wrongType'],
  ['unit', { status: 'empty' }, 'unknownValue'],
  ['enterprise', { uscc: '91120199MX0000019A' }, 'badCheckCharacter'],
  ['lease', { escalation: 3 }, 'outOfRange'],
  ['taxRecord', { totalTax: 2 ** 53 }, 'wrongType'],
] as const)('%s %j is refused: %s', (entity, given, reason) => {
  expect(reasonOf(entity, given)).toBe(reason);
});

test('unknown may stand where the table lets it', () => {
  expect(checkFields('building', { gfa: null, position: null, targetIndustries: null })).toEqual([]);
  expect(checkFields('building', { targetIndustries: [] })).toEqual([]);
});

test('a record lacks nothing and has nothing beside its fields', () => {
  const { nameEn: _, ...rest } = aBuilding();
  expect(checkRecord('building', rest)).toMatchObject({ problems: [{ field: 'nameEn', reason: 'missing' }] });
  expect(checkRecord('unit', { ...aUnit(), extra: 1 })).toMatchObject({
    problems: [{ reason: 'unknownField' }],
  });
  expect(checkRecord('lease', null).ok).toBe(false);
});

test('what makes up the key cannot be changed', () => {
  expect(checkPatch('lease', aLease(), { id: 'other' })).toMatchObject([{ reason: 'keyCannotChange' }]);
  expect(checkPatch('enterprise', anEnterprise(), { id: 'e1', name: '另名公司' })).toEqual([]);
});
