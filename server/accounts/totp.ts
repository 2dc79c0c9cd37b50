/** Time-based one-time codes: RFC 6238 with SHA-1, six digits and steps of 30 s, as every app has them. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMs = 30_000;
/** Steps by which a clock may be ahead or behind. */
const skew = 1;

/** 160 random bits in base32. */
export function newSecret(): string {
  return toBase32(randomBytes(20));
}

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / stepMs);
}

/** The six digits of one step. */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/**
 * The step that a code belongs to; null when it is wrong or not later than one already taken.
 * @param after step of the last code that was taken
 */
export function matchingStep(secret: string, code: string, now: Date, after: number | null): number | null {
  const digits = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const current = stepAt(now);
  for (let step = current - skew; step <= current + skew; step++) {
    const isEqual = timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(digits));
    if (isEqual && (after === null || step > after)) return step;
  }
  return null;
}

export function otpauthUri(secret: string, login: string): string {
  const issuer = '楼览 Loulan';
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
