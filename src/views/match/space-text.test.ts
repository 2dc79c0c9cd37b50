import { expect, test } from 'vitest';
import { floorsText } from './space-text.ts';

test.each([
  [[], ''],
  [[12], '12'],
  [[12, 13, 14], '12–14'],
  [[3, 7, 8], '3、7–8'],
  [[-1, 1, 2], '-1–2'],
])('floors %j are %s: there is no floor 0 between', (floors, text) => {
  expect(floorsText(floors, '、')).toBe(text);
});
