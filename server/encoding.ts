export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** File name endings of what `scripts/compress.ts` makes beside each file. */
export const endingOf: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/**
 * The best encoding that a client takes: the highest weight, brotli before gzip where they are equal.
 * null: as it is.
 */
export function bestEncoding(acceptEncoding: string | undefined): Encoding | null {
  const weights = new Map<string, number>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const q = weight === undefined ? 1 : Number(weight.slice(2));
    if (name !== '') weights.set(name, Number.isFinite(q) ? q : 0);
  }
  let best: Encoding | null = null;
  let bestWeight = 0;
  for (const encoding of encodings) {
    const weight = weights.get(encoding) ?? weights.get('*') ?? 0;
    if (weight > bestWeight) [best, bestWeight] = [encoding, weight];
  }
  return best;
}
