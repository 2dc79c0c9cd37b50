/**
 * The catalogue on the wire: the columns as they are, so that reading it back is a view on its bytes.
 *
 *     0  u32  magic "LOUL"        8  u32  bytes in all
 *     4  u32  format version     12  u32  bytes of the header
 *     16  header, JSON in UTF-8; then, each on a multiple of 8, the sections that it lists
 *
 * Little-endian, as every machine that runs a browser today.
 */
import type { IsoDate } from '../measure.ts';
import type { District } from '../model/portfolio.ts';
import { type RangeField, rangeFields, type SetField, setFields } from '../query/fields.ts';
import { textFromUtf8, utf8FromText } from '../text-coding.ts';
import type { Role } from '../visibility.ts';
import { type Columns, type RangeColumn, type SetColumn, type SumField, sumFields } from './columns.ts';

export const snapshotVersion = 2;
const magic = 0x4c554f4c;
const preamble = 16;

/** What a page must know besides the columns. */
export interface SnapshotHeader {
  readonly revision: string;
  readonly asOf: IsoDate;
  readonly role: Role;
  /** Whether the data are the sample district. */
  readonly isSample: boolean;
  readonly district: District;
}

export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly columns: Columns;
}

export type SnapshotTrouble = 'notASnapshot' | 'otherVersion' | 'truncated';

export type DecodedSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly reason: SnapshotTrouble };

type TypedArray = Int32Array | Uint32Array | Uint8Array | Float64Array;

const makers = {
  i32: Int32Array,
  u32: Uint32Array,
  u8: Uint8Array,
  f64: Float64Array,
} as const;
type Kind = keyof typeof makers | 'json';

interface Section {
  readonly name: string;
  readonly kind: Kind;
  /** From the first byte after the header, rounded up to a multiple of 8. */
  readonly start: number;
  readonly bytes: number;
}

interface WireHeader extends SnapshotHeader {
  readonly rowCount: number;
  readonly setLabels: Readonly<Record<SetField, readonly string[]>>;
  readonly sections: readonly Section[];
}

const plainArrays = [
  'columnFree',
  'metro',
  'availableFrom',
  'lon',
  'lat',
  'nameRank',
  'gradeClaimed',
  'synthetic',
  'positionPrecisionM',
] as const;
const textLists = ['searchText', 'ids', 'namesZh', 'namesEn'] as const;

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function kindOf(array: TypedArray): Kind {
  if (array instanceof Int32Array) return 'i32';
  if (array instanceof Uint32Array) return 'u32';
  return array instanceof Uint8Array ? 'u8' : 'f64';
}

function namedArrays(columns: Columns): [string, TypedArray][] {
  const arrays: [string, TypedArray][] = plainArrays.map((name) => [name, columns[name]]);
  // Nothing but zeros is not written, so that the sums of a hidden field leave not even their name.
  for (const field of sumFields) {
    const values = columns.sums[field];
    if (values.some((value) => value !== 0)) arrays.push([`sum.${field}`, values]);
  }
  for (const field of rangeFields) {
    const column = columns.ranges[field];
    if (!column) continue;
    arrays.push([`range.${field}`, column.values]);
    if (column.upper) arrays.push([`range.${field}.upper`, column.upper]);
    if (column.bound) arrays.push([`range.${field}.bound`, column.bound]);
  }
  for (const field of setFields) {
    const column = columns.sets[field];
    arrays.push([`set.${field}`, column.kind === 'code' ? column.codes : column.bits]);
  }
  return arrays;
}

/** Writes a snapshot; what it contains is what {@link decodeSnapshot} gives back. */
export function encodeSnapshot({ header, columns }: Snapshot): Uint8Array<ArrayBuffer> {
  const parts: { section: Section; bytes: Uint8Array }[] = [];
  let start = 0;
  const add = (name: string, kind: Kind, bytes: Uint8Array) => {
    parts.push({ section: { name, kind, start, bytes: bytes.byteLength }, bytes });
    start += aligned(bytes.byteLength);
  };
  for (const [name, array] of namedArrays(columns)) {
    add(name, kindOf(array), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  for (const name of textLists) add(name, 'json', utf8FromText(JSON.stringify(columns[name])));
  const setLabels = Object.fromEntries(
    setFields.map((field) => [field, columns.sets[field].labels]),
  ) as WireHeader['setLabels'];
  const sections = parts.map((part) => part.section);
  const wire: WireHeader = { ...header, rowCount: columns.rowCount, setLabels, sections };
  const headerBytes = utf8FromText(JSON.stringify(wire));
  const body = preamble + aligned(headerBytes.byteLength);
  const bytes = new Uint8Array(body + start);
  const view = new DataView(bytes.buffer);
  [magic, snapshotVersion, bytes.byteLength, headerBytes.byteLength].forEach((word, i) => {
    view.setUint32(i * 4, word, true);
  });
  bytes.set(headerBytes, preamble);
  for (const part of parts) bytes.set(part.bytes, body + part.section.start);
  return bytes;
}

/**
 * Reads a snapshot without copying its columns; never throws.
 * Refuses what is not one, is of another version, or is shorter than it says.
 */
export function decodeSnapshot(source: ArrayBuffer): DecodedSnapshot {
  const view = new DataView(source);
  if (source.byteLength < 4 || view.getUint32(0, true) !== magic)
    return { ok: false, reason: 'notASnapshot' };
  if (source.byteLength < preamble) return { ok: false, reason: 'truncated' };
  if (view.getUint32(4, true) !== snapshotVersion) return { ok: false, reason: 'otherVersion' };
  if (view.getUint32(8, true) !== source.byteLength) return { ok: false, reason: 'truncated' };
  try {
    return { ok: true, snapshot: snapshotFrom(source, view.getUint32(12, true)) };
  } catch {
    return { ok: false, reason: 'notASnapshot' };
  }
}

/** @throws when the header is not JSON, or a section is missing or lies outside of the bytes */
function snapshotFrom(source: ArrayBuffer, headerBytes: number): Snapshot {
  const { rowCount, setLabels, sections, ...header } = JSON.parse(
    textFromUtf8(new Uint8Array(source, preamble, headerBytes)),
  ) as WireHeader;
  const reader = new SectionReader(source, preamble + aligned(headerBytes), sections);
  return { header, columns: columnsFrom(reader, rowCount, setLabels) };
}

class SectionReader {
  readonly #source: ArrayBuffer;
  readonly #body: number;
  readonly #sections: ReadonlyMap<string, Section>;

  constructor(source: ArrayBuffer, body: number, sections: readonly Section[]) {
    this.#source = source;
    this.#body = body;
    this.#sections = new Map(sections.map((section) => [section.name, section]));
  }

  array<T extends TypedArray>(name: string): T | null {
    const section = this.#sections.get(name);
    if (!section || section.kind === 'json') return null;
    const make = makers[section.kind];
    return new make(this.#source, this.#body + section.start, section.bytes / make.BYTES_PER_ELEMENT) as T;
  }

  must<T extends TypedArray>(name: string): T {
    const array = this.array<T>(name);
    if (!array) throw new Error(`invalid catalogue: no column ${name}`);
    return array;
  }

  texts(name: string): readonly string[] {
    const section = this.#sections.get(name);
    if (section?.kind !== 'json') throw new Error(`invalid catalogue: no column ${name}`);
    const bytes = new Uint8Array(this.#source, this.#body + section.start, section.bytes);
    return JSON.parse(textFromUtf8(bytes)) as readonly string[];
  }
}

function columnsFrom(reader: SectionReader, rowCount: number, setLabels: WireHeader['setLabels']): Columns {
  const ranges: Partial<Record<RangeField, RangeColumn>> = {};
  for (const field of rangeFields) {
    const values = reader.array<Int32Array>(`range.${field}`);
    if (!values) continue;
    const upper = reader.array<Int32Array>(`range.${field}.upper`);
    ranges[field] = { values, upper, bound: reader.array<Uint8Array>(`range.${field}.bound`) };
  }
  const sets = Object.fromEntries(
    setFields.map((field): [SetField, SetColumn] => {
      const labels = setLabels[field];
      const array = reader.must<Uint8Array | Uint32Array>(`set.${field}`);
      return array instanceof Uint32Array
        ? [field, { kind: 'bits', labels, bits: array }]
        : [field, { kind: 'code', labels, codes: array }];
    }),
  ) as Record<SetField, SetColumn>;
  const sums = Object.fromEntries(
    sumFields.map((field) => [field, reader.array<Int32Array>(`sum.${field}`) ?? new Int32Array(rowCount)]),
  ) as Record<SumField, Int32Array>;
  return {
    rowCount,
    ranges,
    sets,
    columnFree: reader.must('columnFree'),
    metro: reader.must('metro'),
    availableFrom: reader.must('availableFrom'),
    lon: reader.must('lon'),
    lat: reader.must('lat'),
    sums,
    nameRank: reader.must('nameRank'),
    gradeClaimed: reader.must('gradeClaimed'),
    synthetic: reader.must('synthetic'),
    positionPrecisionM: reader.must('positionPrecisionM'),
    searchText: reader.texts('searchText'),
    ids: reader.texts('ids'),
    namesZh: reader.texts('namesZh'),
    namesEn: reader.texts('namesEn'),
  };
}
