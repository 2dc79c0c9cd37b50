/** Secrets of second factors under the operator's key, so that a copy of the database alone does not give codes. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface Seal {
  readonly close: (text: string) => string;
  /** @throws when it was closed under another key */
  readonly open: (closed: string) => string;
}

const mark = 'sealed.';

/** @param secret of the operator; null: kept as they are */
export function createSeal(secret: string | null): Seal {
  const key = secret === null ? null : createHash('sha256').update(`loulan seal ${secret}`).digest();
  return {
    close(text) {
      if (!key) return text;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(closed) {
      if (!closed.startsWith(mark)) return closed;
      if (!key) throw new Error('missing LOULAN_SECRET: second factors were set up under one');
      const bytes = Buffer.from(closed.slice(mark.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
