/** Secrets that are given out once. The database holds their hashes: who reads it cannot use them. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as 43 characters that fit a URL and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Random enough to need neither salt nor slowness. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function newId(): string {
  return randomBytes(12).toString('hex');
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{24}$/.test(text);
}
