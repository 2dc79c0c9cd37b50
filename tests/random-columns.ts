/** Small columns full of edge values, for comparing the engine with a naive one. */
import {
  type Columns,
  neverMonth,
  type RangeColumn,
  type SetColumn,
  sumFields,
  unknownBits,
  unknownCode,
  unknownInt,
} from '#domain/engine/columns.ts';
import { type RangeField, rangeFields, type SetField, setFields, valuesOf } from '#domain/query/fields.ts';

export const testCircles = ['north', 'south', 'west'] as const;

/** sfc32-like small generator: the same seed, the same columns. */
export function createRandom(seed: number): () => number {
  let state = (seed + 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function rangeColumn(field: RangeField, rowCount: number, random: () => number): RangeColumn {
  const value = () => (random() < 0.15 ? unknownInt : Math.floor(random() * 60) * 25);
  const values = Int32Array.from({ length: rowCount }, value);
  if (field === 'height') {
    const upper = values.map((low) =>
      low === unknownInt ? unknownInt : low + Math.floor(random() * 3) * 50,
    );
    return { values, upper, bound: null };
  }
  if (field === 'gfa' || field === 'plate') {
    const bound = Uint8Array.from({ length: rowCount }, () =>
      random() < 0.7 ? 0 : Math.floor(random() * 4),
    );
    return { values, upper: null, bound };
  }
  return { values, upper: null, bound: null };
}

function setColumn(field: SetField, rowCount: number, random: () => number): SetColumn {
  const labels = valuesOf(field, { circle: testCircles, subdistrict: ['one', 'two'], hidden: [] });
  if (field === 'industry') {
    const bits = Uint32Array.from({ length: rowCount }, () =>
      random() < 0.2 ? unknownBits : Math.floor(random() * 2 ** labels.length),
    );
    return { kind: 'bits', labels, bits };
  }
  const codes = Uint8Array.from({ length: rowCount }, () =>
    random() < 0.15 ? unknownCode : Math.floor(random() * labels.length),
  );
  return { kind: 'code', labels, codes };
}

export function randomColumns(seed: number, rowCount: number): Columns {
  const random = createRandom(seed);
  const ints = (make: () => number) => Int32Array.from({ length: rowCount }, make);
  const texts = ['a', 'b', 'a c', 'b c', ''];
  return {
    rowCount,
    ranges: Object.fromEntries(rangeFields.map((field) => [field, rangeColumn(field, rowCount, random)])),
    sets: Object.fromEntries(
      setFields.map((field) => [field, setColumn(field, rowCount, random)]),
    ) as Columns['sets'],
    columnFree: Uint8Array.from(
      { length: rowCount },
      () => [0, 1, unknownCode][Math.floor(random() * 3)] ?? 0,
    ),
    metro: ints(() => (random() < 0.2 ? unknownInt : Math.floor(random() * 1500))),
    availableFrom: ints(() => [unknownInt, neverMonth, 24314, 24320][Math.floor(random() * 4)] ?? 0),
    lon: ints(() => (random() < 0.1 ? unknownInt : Math.round((117.17 + random() * 0.05) * 1e7))),
    lat: ints(() => Math.round((39.1 + random() * 0.04) * 1e7)),
    sums: Object.fromEntries(
      sumFields.map((field) => [field, ints(() => Math.floor(random() * 1e6))]),
    ) as Columns['sums'],
    nameRank: ints(() => Math.floor(random() * rowCount)),
    searchText: Array.from({ length: rowCount }, () => texts[Math.floor(random() * texts.length)] ?? ''),
    ids: Array.from({ length: rowCount }, (_, row) => `b${row}`),
    namesZh: Array.from({ length: rowCount }, (_, row) => `楼${row}`),
    namesEn: Array.from({ length: rowCount }, () => ''),
    gradeClaimed: new Uint8Array(rowCount),
    synthetic: new Uint8Array(rowCount).fill(1),
    positionPrecisionM: ints(() => 50),
  };
}
