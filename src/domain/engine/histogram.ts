import { type RangeField, rangeSpecs } from '../query/fields.ts';
import { type RangeColumn, unknownInt } from './columns.ts';

export const binCount = 28;
/** The bin of what is unknown, after the others. */
export const unknownBin = binCount;

/** Bins of one field: `edges[b] ≤ v < edges[b + 1]`; the last bin also takes all that lies above. */
export interface Bins {
  /** `binCount + 1` edges in column units, rising. */
  readonly edges: Int32Array;
  /** Bin of each row; {@link unknownBin} where unknown. */
  readonly ofRow: Uint8Array;
}

/** Bins from the smallest value to the 99th percentile, so that one giant does not flatten the rest. */
export function binColumn(field: RangeField, column: RangeColumn): Bins {
  const edges = edgesOf(field, column.values);
  const { values } = column;
  const ofRow = new Uint8Array(values.length);
  const { firstBin, low, perValue } = lookUp(edges);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? unknownInt;
    if (value === unknownInt) {
      ofRow[row] = unknownBin;
      continue;
    }
    const slot = Math.min(slots - 1, Math.max(0, (value - low) * perValue)) | 0;
    let bin = firstBin[slot] ?? 0;
    while (bin < binCount - 1 && value >= (edges[bin + 1] ?? 0)) bin++;
    ofRow[row] = bin;
  }
  return { edges, ofRow };
}

const slots = 2048;

/** The lowest bin that each of many even slots reaches into: one step or two from the right one. */
function lookUp(edges: Int32Array): { firstBin: Uint8Array; low: number; perValue: number } {
  const low = edges[0] ?? 0;
  const perValue = slots / Math.max(1, (edges[binCount] ?? 0) - low);
  const firstBin = Uint8Array.from({ length: slots }, (_, slot) =>
    binOf(low + Math.floor(slot / perValue), edges),
  );
  return { firstBin, low, perValue };
}

function binOf(value: number, edges: Int32Array): number {
  let low = 0;
  let high = binCount;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (value >= (edges[middle] ?? 0)) low = middle;
    else high = middle;
  }
  return low;
}

const sampleSize = 20_000;

function edgesOf(field: RangeField, values: Int32Array): Int32Array {
  const { scale, step, bins } = rangeSpecs[field];
  const unit = Math.max(1, Math.round(step * scale));
  const [low, high] = spread(values, unit);
  const edges = new Int32Array(binCount + 1);
  for (let edge = 0; edge <= binCount; edge++) {
    const share = edge / binCount;
    const raw = low + (high - low) * (bins === 'root' ? share * share : share);
    const wished = Math.round(raw / unit) * unit;
    edges[edge] = edge === 0 ? low : Math.max(wished, (edges[edge - 1] ?? 0) + 1);
  }
  return edges;
}

/** Smallest value and 99th percentile, on whole steps, at least one step a bin apart. */
function spread(values: Int32Array, unit: number): [number, number] {
  const stride = Math.max(1, Math.floor(values.length / sampleSize));
  const sample = new Int32Array(Math.ceil(values.length / stride));
  let size = 0;
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row] ?? unknownInt;
    if (value !== unknownInt) sample[size++] = value;
  }
  const sorted = sample.subarray(0, size).sort();
  const low = Math.floor((sorted[0] ?? 0) / unit) * unit;
  const top = sorted[Math.floor((size - 1) * 0.99)] ?? low;
  return [low, Math.max(Math.ceil(top / unit) * unit, low + unit * binCount)];
}
