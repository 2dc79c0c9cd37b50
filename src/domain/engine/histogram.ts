import { type RangeField, rangeSpecs } from '../query/fields.ts';
import { type RangeColumn, unknownInt } from './columns.ts';

const lastBin = 27;
export const binCount = lastBin + 1;
/** The bin of what is unknown, after the others. */
export const unknownBin = lastBin + 1;

/** Bins of one field: `edges[b] ≤ v < edges[b + 1]`; the first also takes all below, the last all above. */
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
  const { binOfSlot, low, shift } = lookUp(edges);
  const last = binOfSlot.length - 1;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? unknownInt;
    if (value === unknownInt) {
      ofRow[row] = unknownBin;
      continue;
    }
    const slot = (value - low) >> shift;
    let bin = binOfSlot[Math.min(Math.max(slot, 0), last)] ?? 0;
    if (bin >= mixed) bin = binOf(value, edges);
    ofRow[row] = bin;
  }
  return { edges, ofRow };
}

const mostSlots = 4096;
/** Marks a slot through which an edge runs. */
const mixed = 128;

interface LookUp {
  /** Bin of each even slot of 2^shift values, or {@link mixed}. */
  readonly binOfSlot: Uint8Array;
  readonly low: number;
  readonly shift: number;
}

function lookUp(edges: Int32Array): LookUp {
  const low = edges[0] ?? 0;
  const span = (edges[binCount] ?? 0) - low;
  const shift = Math.max(0, Math.ceil(Math.log2((span + 1) / mostSlots)));
  const binOfSlot = Uint8Array.from({ length: (span >> shift) + 1 }, (_, slot) => {
    const first = binOf(low + (slot << shift), edges);
    return first === binOf(low + ((slot + 1) << shift) - 1, edges) ? first : mixed;
  });
  return { binOfSlot, low, shift };
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
    edges[edge] = edge === 0 ? low : Math.max(wished, (edges[edge - 1] ?? 0) + unit);
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
