import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrMatrix } from './qr-matrix.ts';

const drawn = (text: string) =>
  qrMatrix(text)
    .map((row) => row.map((isDark) => (isDark ? '█' : '·')).join(''))
    .join('\n');

test('a code is drawn as a decoder reads it', () => {
  expect(drawn('楼览').split('\n')).toEqual([
    '███████···█·█·███████',
    '█·····█·····█·█·····█',
    '█·███·█·█·█···█·███·█',
    '█·███·█·····█·█·███·█',
    '█·███·█··█·██·█·███·█',
    '█·····█··███··█·····█',
    '███████·█·█·█·███████',
    '········█·█··········',
    '███·█████·█·███···█··',
    '··█·█··███·█·█·█···██',
    '██··███··███·███·██··',
    '··█·██····████·██████',
    '····█·██··██·███·█·██',
    '········█·····██··███',
    '███████·██··█···█·██·',
    '█·····█·█·█···██··███',
    '█·███·█·█·█·█·█····██',
    '█·███·█··█·█·█·█·███·',
    '█·███·█·██·█·██···█·█',
    '█·····█·██·███··████·',
    '███████·█··█·████··██',
  ]);
});

/** What is pinned here was read back by a decoder of others, jsQR 1.4.0, as was every length from 1 to 271. */
test.each([
  [60, 33, '58927cf8ef2f69ce'],
  [115, 41, '4cbee2be9fbe287a'],
  [160, 49, '0bce66daa1e5620a'],
  [260, 57, '9eafdd68a298cb67'],
])('%i bytes are drawn on %i modules, as they were when they were read back', (length, size, digest) => {
  const text = 'otpauth'.repeat(40).slice(0, length);
  expect(qrMatrix(text)).toHaveLength(size);
  expect(createHash('sha256').update(drawn(text)).digest('hex').slice(0, 16)).toBe(digest);
});

test('a text that is too long is refused', () => {
  expect(qrMatrix('x'.repeat(271))).toHaveLength(57);
  expect(() => qrMatrix('x'.repeat(272))).toThrow('invalid text for a QR code: 272 bytes');
});
