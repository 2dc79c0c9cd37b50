/** The name that somebody signs in by: an e-mail address or a user name. */
import { mostLoginLength } from '#contract/accounts.ts';

const shape = /^[\p{L}\p{N}._%+-]+(@[\p{L}\p{N}.-]+)?$/u;

/** As it is compared and kept; null when it can be nobody's. */
export function loginFrom(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const isPossible = plain.length >= 2 && plain.length <= mostLoginLength && shape.test(plain);
  return isPossible ? plain : null;
}
