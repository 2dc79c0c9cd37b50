import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aBuilding, aDistrict, aPortfolio, aTaxRecord } from '../../../tests/builders.ts';
import { randomColumns } from '../../../tests/random-columns.ts';
import { exactly } from '../measure.ts';
import { rangeFields } from '../query/fields.ts';
import { visibleTo } from '../visibility.ts';
import { buildColumns } from './build-columns.ts';
import { decodeSnapshot, encodeSnapshot, type SnapshotHeader, snapshotVersion } from './snapshot.ts';

const header: SnapshotHeader = {
  revision: 'r7',
  asOf: '2026-10-31',
  role: 'manager',
  isSample: true,
  district: aDistrict(),
};
const bytesOf = (rowCount: number) => encodeSnapshot({ header, columns: randomColumns(5, rowCount) }).buffer;

function decoded(bytes: ArrayBuffer) {
  const result = decodeSnapshot(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.snapshot;
}

test('what is written reads back the same', () => {
  const snapshot = { header, columns: randomColumns(4, 9) };
  expect(decoded(encodeSnapshot(snapshot).buffer)).toEqual(snapshot);
});

test('what is read back is written as the same bytes, whatever the columns', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a楼é🏢"\\\n\0', '\ud83d'), maxLength: 8 });
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 9 }),
      fc.array(text, { minLength: 9, maxLength: 9 }),
      fc.subarray([...rangeFields]),
      text,
      (seed, rowCount, namesZh, shown, nameZh) => {
        const all = randomColumns(seed, rowCount);
        const columns = {
          ...all,
          namesZh: namesZh.slice(0, rowCount),
          ranges: Object.fromEntries(shown.map((field) => [field, all.ranges[field]])),
        };
        const bytes = encodeSnapshot({ header: { ...header, district: aDistrict({ nameZh }) }, columns });
        const back = decoded(bytes.buffer);
        expect([back.columns.namesZh, back.header.district.nameZh]).toEqual([columns.namesZh, nameZh]);
        expect(Object.keys(back.columns.ranges)).toEqual(shown);
        expect(Buffer.compare(encodeSnapshot(back), bytes)).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('reading copies no column', () => {
  const bytes = bytesOf(20);
  const { columns } = decoded(bytes);
  expect(columns.sums.gfa.buffer).toBe(bytes);
  expect(columns.ranges.gfa?.values.buffer).toBe(bytes);
});

test('a snapshot cut off at any byte is refused', () => {
  const whole = bytesOf(3);
  for (let end = 0; end < whole.byteLength; end++) {
    const result = decodeSnapshot(whole.slice(0, end));
    if (result.ok || result.reason !== (end < 4 ? 'notASnapshot' : 'truncated')) {
      expect({ end, result }).toBe('refused');
    }
  }
  expect(decodeSnapshot(whole).ok).toBe(true);
});

test('a snapshot with bytes to spare is refused', () => {
  const whole = new Uint8Array(bytesOf(3));
  const longer = new Uint8Array(whole.byteLength + 8);
  longer.set(whole);
  expect(decodeSnapshot(longer.buffer)).toEqual({ ok: false, reason: 'truncated' });
});

test('another version is named as such, however long it is', () => {
  const bytes = bytesOf(3);
  new DataView(bytes).setUint32(4, snapshotVersion + 1, true);
  expect(decodeSnapshot(bytes)).toEqual({ ok: false, reason: 'otherVersion' });
  expect(decodeSnapshot(bytes.slice(0, 40))).toEqual({ ok: false, reason: 'otherVersion' });
});

test('a web page in place of a snapshot is refused', () => {
  const page = new TextEncoder().encode('<!doctype html><title>Sign in</title>');
  expect(decodeSnapshot(page.buffer)).toEqual({ ok: false, reason: 'notASnapshot' });
});

test('garbage is refused without a throw, also behind a good preamble', () => {
  const whole = new Uint8Array(bytesOf(2));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 12, max: 200 }), (noise, from) => {
      expect(decodeSnapshot(new Uint8Array(noise).buffer).ok).toBe(false);
      const spoilt = new Uint8Array(whole);
      spoilt.set(noise, from);
      expect(() => decodeSnapshot(spoilt.buffer)).not.toThrow();
    }),
  );
  const noHeader = new Uint8Array(whole);
  noHeader.fill(0x20, 16, 60);
  expect(decodeSnapshot(noHeader.buffer)).toEqual({ ok: false, reason: 'notASnapshot' });
});

test('of a hidden field neither the column nor its name is in the bytes', () => {
  const portfolio = aPortfolio({
    buildings: [aBuilding({ rentableArea: exactly(1_000) })],
    taxRecords: [aTaxRecord({ totalTax: 1_234_500 })],
  });
  const textFor = (role: 'manager' | 'staff') => {
    const columns = buildColumns(visibleTo(role, portfolio), {
      role,
      searchKeys: () => ({ texts: [], sort: '' }),
    });
    return new TextDecoder('latin1').decode(encodeSnapshot({ header: { ...header, role }, columns }));
  };
  const figure = String.fromCharCode(...new Uint8Array(Int32Array.of(1_235).buffer));
  expect(textFor('manager')).toContain('taxPerSqm');
  expect(textFor('manager')).toContain(figure);
  expect(textFor('staff')).not.toMatch(/tax/i);
  expect(textFor('staff')).not.toContain(figure);
});
