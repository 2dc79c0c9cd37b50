import { expect, test } from 'vitest';
import { blankRecord } from '#domain/records/blank.ts';
import { entities } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { hiddenRecordFields, roles } from '#domain/visibility.ts';
import { aBuilding } from '../../../tests/builders.ts';
import { buildingGroups, formFields, groupsOf } from './form-fields.ts';
import { changesIn, creationIn, type FormValues, typed } from './form-values.ts';

const record = { ...aBuilding() };
const start = { record, tag: '"1"', drafts: {} };

test('only what differs is sent', () => {
  const same = typed('building', start, 'nameZh', { value: record.nameZh });
  expect(same.drafts).toEqual({});
  const spaced = typed('building', start, 'nameZh', { value: ` ${record.nameZh} ` });
  expect(changesIn('building', spaced)).toEqual({ set: {}, troubles: {} });
  const other = typed('building', start, 'lifts', { value: '7' });
  expect(changesIn('building', other).set).toEqual({ lifts: 7 });
});

test('a field that is typed back to what it was counts as untouched', () => {
  const there = typed('building', start, 'nameZh', { value: '乙座' });
  expect(typed('building', there, 'nameZh', { value: record.nameZh }).drafts).toEqual({});
});

test('every field of a building stands in exactly one group', () => {
  const grouped = Object.values(buildingGroups).flat().sort();
  expect(grouped).toEqual(
    fieldsOf('building')
      .map(([field]) => field)
      .sort(),
  );
});

test('a form shows no field that the role may not see, and no part of a key that is set', () => {
  for (const role of roles) {
    for (const entity of entities) {
      const shown = formFields(entity, { role, isNew: false, hasAccount: true });
      for (const hidden of hiddenRecordFields(role, entity) ?? []) expect(shown).not.toContain(hidden);
      expect(shown).not.toContain('buildingId');
      const grouped = groupsOf(entity, shown).flatMap(([, fields]) => fields);
      expect([...grouped].sort()).toEqual([...shown].sort());
    }
  }
  const staff = { role: 'staff', isNew: false, hasAccount: false } as const;
  expect(formFields('month', staff)).not.toContain('totalTax');
  expect(formFields('taxRecord', { ...staff, role: 'manager' })).toEqual(['totalTax', 'districtTax']);
});

test('a new record says what must still be given', () => {
  const fields = formFields('unit', { role: 'staff', isNew: true, hasAccount: false });
  const blank = { ...blankRecord('unit'), buildingId: 'b1', floor: 3, position: 2 };
  const begun = { record: blank, tag: null, drafts: {} };
  expect(Object.keys(creationIn('unit', begun, fields).troubles).sort()).toEqual(['area', 'label', 'status']);
  const filled = (
    [
      ['label', '301'],
      ['area', '120'],
      ['status', 'vacant'],
    ] as const
  ).reduce<FormValues>((values, [field, value]) => typed('unit', values, field, { value }), begun);
  expect(creationIn('unit', filled, fields)).toEqual({
    set: { ...blank, label: '301', area: 120, status: 'vacant' },
    troubles: {},
  });
});
