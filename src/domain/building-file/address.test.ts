import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assumptionParameters } from '../cost/assumptions-codec.ts';
import { colourings } from '../stacking/colouring.ts';
import { planForms, usualLook } from '../stacking/plan-look.ts';
import { formatFileAddress, parseFileAddress } from './address.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((given) => given.isWellFormed());
const name = text.filter((given) => given !== '' && !['plan', 'form'].includes(given));

test('what is written reads back, the pairs of others included', () => {
  const address = fc.record({
    look: fc.record({ colouring: fc.constantFrom(...colourings), form: fc.constantFrom(...planForms) }),
    others: fc.array(fc.tuple(name, text), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(address, (given) => {
      expect(parseFileAddress(formatFileAddress(given))).toEqual(given);
    }),
  );
});

test('the usual look is not written, and a look that there is not is the usual one', () => {
  expect(formatFileAddress({ look: usualLook, others: [] })).toBe('');
  expect(formatFileAddress({ look: { colouring: 'expiry', form: 'table' }, others: [['term', '60']] })).toBe(
    'plan=expiry&form=table&term=60',
  );
  expect(parseFileAddress('?plan=colour&form=%ff&term=60')).toEqual({
    look: usualLook,
    others: [['term', '60']],
  });
});

test('no assumption of costs goes by one of its names', () => {
  expect(assumptionParameters.filter((one) => ['plan', 'form'].includes(one))).toEqual([]);
});
