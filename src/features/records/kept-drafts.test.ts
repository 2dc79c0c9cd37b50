import { expect, test } from 'vitest';
import { KeptDrafts } from './kept-drafts.ts';

const values = { record: { lifts: 4 }, tag: '"a"', drafts: { lifts: { value: '8' } } };

test('what is typed is found again by building and field, with the record that it was typed on', () => {
  const kept = new KeptDrafts();
  kept.set('tower', 'lifts', values);
  expect(kept.get('tower', 'lifts')).toBe(values);
  expect(kept.get('house', 'lifts')).toBeNull();
  expect(kept.fieldsOf('tower')).toEqual(['lifts']);
});

test('what was saved or given up leaves nothing behind', () => {
  const kept = new KeptDrafts();
  kept.set('tower', 'lifts', values);
  kept.set('tower', 'lifts', null);
  expect(kept.get('tower', 'lifts')).toBeNull();
  expect(kept.fieldsOf('tower')).toEqual([]);
});
