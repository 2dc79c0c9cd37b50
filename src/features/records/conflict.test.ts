import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedByOther, conflictsOf, rebased } from './conflict.ts';
import { changesIn, type FormValues, typed } from './form-values.ts';

const before = { nameZh: '甲座', lifts: 4, parking: 10, hvac: null };
const form = (...edits: readonly (readonly [string, string])[]): FormValues =>
  edits.reduce<FormValues>((values, [field, value]) => typed('building', values, field, { value }), {
    record: before,
    tag: '"1"',
    drafts: {},
  });
const theirs = (record: object) => ({ tag: '"2"', record: { ...before, ...record } });

test('only fields that both changed to different values are in conflict', () => {
  const values = form(['lifts', '6'], ['parking', '20'], ['nameZh', '乙座']);
  const { set } = changesIn('building', values);
  const now = theirs({ lifts: 5, parking: 20, hvac: '中央空调' });
  expect(conflictsOf(before, set, now.record)).toEqual([{ field: 'lifts', before: 4, mine: 6, theirs: 5 }]);
  expect(changedByOther(before, now.record)).toEqual(['lifts', 'parking', 'hvac']);
});

test('mine is sent on top of what is there now; theirs is taken over and not sent', () => {
  const values = form(['lifts', '6'], ['parking', '20']);
  const now = theirs({ lifts: 5, parking: 12 });
  const merged = rebased(values, now, { lifts: 'mine', parking: 'theirs' });
  expect(merged.tag).toBe('"2"');
  expect(changesIn('building', merged)).toEqual({ set: { lifts: 6 }, troubles: {} });
  expect(merged.record['parking']).toBe(12);
});

test('what is typed and cannot be read yet survives a merge', () => {
  const values = form(['lifts', 'sechs'], ['parking', '20']);
  const merged = rebased(values, theirs({ parking: 12 }), { parking: 'mine' });
  expect(merged.drafts['lifts']).toEqual({ value: 'sechs' });
});

test('no typed text is lost unless theirs was chosen, whatever both did', () => {
  const field = fc.constantFrom('lifts', 'parking', 'nameZh', 'hvac');
  const edits = fc.array(fc.tuple(field, fc.constantFrom('1', '2', '33', 'x', '')), { maxLength: 6 });
  const other = fc.record({
    lifts: fc.constantFrom(1, 2, 4),
    parking: fc.constantFrom(1, 10),
    nameZh: fc.constantFrom('甲座', '1'),
  });
  const choice = fc.constantFrom('mine' as const, 'theirs' as const);
  fc.assert(
    fc.property(edits, other, choice, (typedOnes, record, chosen) => {
      const values = form(...typedOnes);
      const { set } = changesIn('building', values);
      const now = theirs(record);
      const conflicts = conflictsOf(before, set, now.record).map((one) => one.field);
      const choices = Object.fromEntries(conflicts.map((name) => [name, chosen]));
      const merged = rebased(values, now, choices);
      for (const [name, draft] of Object.entries(values.drafts)) {
        const isTheirs = chosen === 'theirs' && conflicts.includes(name);
        expect(merged.drafts[name]).toEqual(isTheirs ? undefined : draft);
      }
      expect(conflictsOf(merged.record, changesIn('building', merged).set, now.record)).toEqual([]);
    }),
  );
});
