/** Equal data, equal text. Tells versions apart; it is no protection against somebody who forges one. */
import type { Portfolio } from '#domain/model/portfolio.ts';

/** Two independent 32-bit FNV-style hashes over UTF-16 code units. */
class Hash {
  #a = 0x811c9dc5;
  #b = 0x01000193;

  add(text: string): void {
    let a = this.#a;
    let b = this.#b;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b) + 0x9e3779b9;
    }
    this.#a = a ^ (a >>> 15);
    this.#b = b ^ (b >>> 13);
  }

  text(): string {
    return [this.#a, this.#b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

const chunk = 1_000;

/** 16 hexadecimal digits over all of a portfolio; some 100 ms for 210 buildings with their history. */
export function fingerprint(portfolio: Portfolio): string {
  const hash = new Hash();
  for (const [name, part] of Object.entries(portfolio)) {
    hash.add(name);
    if (!Array.isArray(part)) hash.add(JSON.stringify(part));
    else for (let i = 0; i < part.length; i += chunk) hash.add(JSON.stringify(part.slice(i, i + chunk)));
  }
  return hash.text();
}

/** 16 hexadecimal digits over one text. */
export function textFingerprint(text: string): string {
  const hash = new Hash();
  hash.add(text);
  return hash.text();
}
