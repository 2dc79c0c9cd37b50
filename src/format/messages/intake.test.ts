import { expect, test } from 'vitest';
import { intakeMessages } from './intake.ts';

test('both languages say the same things', () => {
  for (const part of ['note', 'reason', 'fix', 'file', 'outcome'] as const) {
    expect(Object.keys(intakeMessages.en[part])).toEqual(Object.keys(intakeMessages.zh[part]));
  }
});
