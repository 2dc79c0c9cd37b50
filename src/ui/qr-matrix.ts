/**
 * QR codes (ISO/IEC 18004) of short texts: bytes in UTF-8, versions 1–10, error correction L, which screens need
 * no more of.
 */

/** By version: codewords in all, codewords of correction in a block, blocks. */
const versions: readonly (readonly [number, number, number])[] = [
  [26, 7, 1],
  [44, 10, 1],
  [70, 15, 1],
  [100, 20, 1],
  [134, 26, 1],
  [172, 18, 2],
  [196, 20, 2],
  [242, 24, 2],
  [292, 30, 2],
  [346, 18, 4],
];

/** Middle of the alignment patterns beside the first at 6 and the last at size − 7. */
const middles: Readonly<Record<number, number>> = { 7: 22, 8: 24, 9: 26, 10: 28 };

/** Rows of modules, true for dark, without the quiet zone of four. @throws when the text is too long */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  const bytes = [...new TextEncoder().encode(text)];
  const version =
    1 +
    versions.findIndex(([all, correction, blocks], index) => {
      const header = index < 9 ? 12 : 20;
      return bytes.length * 8 + header <= (all - correction * blocks) * 8;
    });
  if (version === 0) throw new Error(`invalid text for a QR code: ${bytes.length} bytes`);
  const canvas = frame(version);
  fill(canvas, codewords(bytes, version));
  return canvas.dark;
}

interface Canvas {
  readonly size: number;
  readonly dark: boolean[][];
  /** Modules that are no data. */
  readonly fixed: boolean[][];
}

function codewords(bytes: readonly number[], version: number): number[] {
  const [all = 0, correction = 0, blocks = 0] = versions[version - 1] ?? [];
  const capacity = all - correction * blocks;
  const lengthBits = version < 10 ? 8 : 16;
  const bits = [4, bytes.length, ...bytes]
    .map((value, index) => value.toString(2).padStart(index === 0 ? 4 : index === 1 ? lengthBits : 8, '0'))
    .join('');
  const closed = bits.padEnd(Math.min(capacity * 8, bits.length + 4), '0');
  const whole = closed.padEnd(Math.ceil(closed.length / 8) * 8, '0');
  const data = (whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  for (let pad = 0; data.length < capacity; pad++) data.push(pad % 2 === 0 ? 0xec : 0x11);
  const short = Math.floor(capacity / blocks);
  const longer = capacity % blocks;
  const parts = Array.from({ length: blocks }, (_, block) => {
    const extra = Math.max(0, block - (blocks - longer));
    const start = block * short + extra;
    return data.slice(start, start + short + (block >= blocks - longer ? 1 : 0));
  });
  return [...interleaved(parts), ...interleaved(parts.map((part) => remainder(part, correction)))];
}

function interleaved(parts: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat();
}

/** Product in GF(256) under x⁸ + x⁴ + x³ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** Reed–Solomon codewords of a block. */
function remainder(data: readonly number[], count: number): number[] {
  let generator = [1];
  for (let power = 1, i = 0; i < count; i++, power = times(power, 2)) {
    const longer = [...generator, 0];
    generator = longer.map((value, at) => value ^ times(generator[at - 1] ?? 0, power));
  }
  const rest = [...data, ...Array.from({ length: count }, () => 0)];
  for (let i = 0; i < data.length; i++) {
    const lead = rest[i] ?? 0;
    for (const [at, value] of generator.entries()) rest[i + at] = (rest[i + at] ?? 0) ^ times(value, lead);
  }
  return rest.slice(data.length);
}

function frame(version: number): Canvas {
  const size = 17 + 4 * version;
  const blank = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const canvas = { size, dark: blank(), fixed: blank() };
  const last = size - 7;
  for (let i = 0; i < size; i++)
    for (const [x, y] of [
      [6, i],
      [i, 6],
    ] as const)
      set(canvas, x, y, i % 2 === 0);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(canvas, x, y, 4, [0, 1, 3]);
  const lines = version === 1 ? [] : [6, middles[version] ?? [], last].flat();
  for (const x of lines) {
    for (const y of lines) {
      const isCorner = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6);
      if (!isCorner) square(canvas, x, y, 2, [0, 2]);
    }
  }
  writeFormat(canvas);
  if (version >= 7) writeVersion(canvas, version);
  return canvas;
}

/** Rings around a middle, dark at some distances. */
function square(canvas: Canvas, x: number, y: number, radius: number, darkAt: readonly number[]): void {
  for (let dx = -radius; dx <= radius; dx++) {
    for (let dy = -radius; dy <= radius; dy++) {
      set(canvas, x + dx, y + dy, darkAt.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

function set({ size, dark, fixed }: Canvas, x: number, y: number, isDark: boolean): void {
  const [row, marks] = [dark[y], fixed[y]];
  if (!row || !marks || x < 0 || x >= size) return;
  row[x] = isDark;
  marks[x] = true;
}

/** Correction L under mask 0, with its code words already worked out: 111011111000100. */
function writeFormat(canvas: Canvas): void {
  const { size } = canvas;
  const bits = [...'111011111000100'].reverse().map((bit) => bit === '1');
  for (const [i, bit] of bits.entries()) {
    set(canvas, 8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, bit);
    set(canvas, i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i, 8, bit);
  }
  set(canvas, 8, size - 8, true);
}

function writeVersion(canvas: Canvas, version: number): void {
  let rest = version << 12;
  for (let bit = 17; bit >= 12; bit--) if ((rest >> bit) & 1) rest ^= 0x1f25 << (bit - 12);
  const code = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const [near, far] = [Math.floor(i / 3), canvas.size - 11 + (i % 3)];
    set(canvas, near, far, ((code >> i) & 1) === 1);
    set(canvas, far, near, ((code >> i) & 1) === 1);
  }
}

/** Up and down in columns of two from the right, masked as on a chess board. */
function fill({ size, dark, fixed }: Canvas, words: readonly number[]): void {
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = dark[y];
        if (!row || fixed[y]?.[x]) continue;
        const bit = ((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
        at++;
        row[x] = (bit === 1) !== ((x + y) % 2 === 0);
      }
    }
  }
}
