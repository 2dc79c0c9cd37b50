/** Columns of any size with continuous values, for timing: 8 range fields as in the peer, nothing derived. */
import type { Columns, SetColumn } from '#domain/engine/columns.ts';
import { neverMonth, sumFields, unknownInt } from '#domain/engine/columns.ts';
import { type RangeField, rangeSpecs, type SetField, setFields, valuesOf } from '#domain/query/fields.ts';

export const benchFields = [
  'available',
  'contiguous',
  'plate',
  'vacancy',
  'rent',
  'height',
  'efficiency',
  'gfa',
] as const;

const spread: Partial<Record<RangeField, readonly [number, number]>> = {
  available: [0, 30_000],
  contiguous: [0, 12_000],
  plate: [300, 4_000],
  vacancy: [0, 0.7],
  rent: [40, 160],
  height: [3, 6],
  efficiency: [0.55, 0.85],
  gfa: [500, 180_000],
};

export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export function benchColumns(rowCount: number, seed = 1): Columns {
  const random = createRandom(seed);
  const ints = (make: () => number) => Int32Array.from({ length: rowCount }, make);
  const ranges = Object.fromEntries(
    benchFields.map((field) => {
      const [low, high] = spread[field] ?? [0, 1];
      const { scale } = rangeSpecs[field];
      const value = () =>
        random() < 0.08 ? unknownInt : Math.round((low + (high - low) * random() ** 1.5) * scale);
      return [field, { values: ints(value), upper: null, bound: null }];
    }),
  );
  const vocabulary = {
    circle: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    subdistrict: ['a', 'b', 'c', 'd', 'e', 'f'],
    hidden: [],
  };
  const setColumn = (field: SetField): SetColumn => {
    const labels = valuesOf(field, vocabulary);
    return field === 'industry'
      ? {
          kind: 'bits',
          labels,
          bits: Uint32Array.from({ length: rowCount }, () => 1 << Math.floor(random() * labels.length)),
        }
      : {
          kind: 'code',
          labels,
          codes: Uint8Array.from({ length: rowCount }, () => Math.floor(random() * labels.length)),
        };
  };
  const texts = new Array<string>(rowCount).fill('');
  return {
    rowCount,
    ranges,
    sets: Object.fromEntries(setFields.map((field) => [field, setColumn(field)])) as Columns['sets'],
    columnFree: Uint8Array.from({ length: rowCount }, () => (random() < 0.3 ? 1 : 0)),
    metro: ints(() => Math.floor(random() * 2000)),
    availableFrom: ints(() => neverMonth),
    lon: ints(() => Math.round((117.17 + random() * 0.05) * 1e7)),
    lat: ints(() => Math.round((39.098 + random() * 0.04) * 1e7)),
    sums: Object.fromEntries(
      sumFields.map((field) => [field, ints(() => Math.floor(random() * 1e6))]),
    ) as Columns['sums'],
    nameRank: ints(() => Math.floor(random() * rowCount)),
    searchText: texts,
    ids: texts,
    namesZh: texts,
    namesEn: texts,
    gradeClaimed: new Uint8Array(rowCount),
    synthetic: new Uint8Array(rowCount),
    positionPrecisionM: ints(() => 50),
  };
}
