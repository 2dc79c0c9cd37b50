/**
 * Seeded random numbers (sfc32). Every stream is named by integers (seed, building, purpose), so that drawing
 * one number more in one place changes nothing elsewhere. Not for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...keys: readonly number[]) {
    let state = 0x9e3779b9;
    for (const key of keys) state = scramble((state ^ key) + 0x9e3779b9);
    this.a = scramble(state + 1);
    this.b = scramble(state + 2);
    this.c = scramble(state + 3);
    for (let round = 0; round < 12; round++) this.next();
  }

  /** 0 ≤ x < 1. */
  next(): number {
    const sum = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number, both ends included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** About normal with mean 0 and deviation 1, never beyond ±3.5: a sum of four, exact on every machine. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.7320508;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new Error('invalid list: empty');
    return chosen;
  }

  /** One of a list of (thing, weight). */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of entries) {
      rest -= weight;
      if (rest < 0) return thing;
    }
    return this.pick(entries)[0];
  }
}

/** A 32-bit finaliser: near keys give far states. */
function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function roundTo(value: number, step: number): number {
  // Divided back by a whole number where possible, so that 4.2 stays 4.2.
  const inverse = Math.round(1 / step);
  return inverse >= 1 ? Math.round(value * inverse) / inverse : Math.round(value / step) * step;
}
