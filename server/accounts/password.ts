/** What a password must be, and how it is kept: scrypt, by better-auth. */
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { mostPasswordLength } from '#contract/accounts.ts';

export type PasswordReason = 'tooShort' | 'tooLong' | 'isName' | 'tooCommon';

/** The most usual that are long enough; lists of leaks beyond them belong to a sign-in service. */
const common = new Set(
  `1234567890 12345678901 123456789012 0123456789 1234567891 0987654321 9876543210 1111111111 0000000000
  qwertyuiop qwerty12345 1q2w3e4r5t 1qaz2wsx3edc asdfghjkl1 password123 password1234 passw0rd123 admin12345
  administrator adminadmin letmein123 iloveyou12 woaini1314 woaini5201314 5201314520 a123456789 aa123456789
  abc123456789 1234567890a qq123456789 tianjin123 loulan1234 welcome123 changeme123 zaq12wsxcde3`.split(
    /\s+/,
  ),
);

/**
 * Length and no name of one's own: rules of composition make passwords worse.
 * @param least characters
 */
export function whyNotPassword(
  password: string,
  own: readonly string[],
  least: number,
): PasswordReason | null {
  const plain = password.normalize('NFKC');
  const { length } = [...plain];
  if (length < least) return 'tooShort';
  if (length > mostPasswordLength) return 'tooLong';
  const lower = plain.toLowerCase();
  if (own.some((name) => isMadeOf(lower, name.normalize('NFKC').toLowerCase()))) return 'isName';
  if (common.has(lower) || new Set(lower).size < 3) return 'tooCommon';
  return null;
}

/** The name itself, or with nothing but digits and signs around it. */
function isMadeOf(password: string, name: string): boolean {
  const names = [name, name.split('@')[0] ?? ''].filter((part) => part.length >= 3);
  return names.some((part) => password.includes(part) && !/\p{L}/u.test(password.replaceAll(part, '')));
}

export function hash(password: string): Promise<string> {
  return turns.take(() => hashPassword(password));
}

/** As long for an account that there is not as for one that there is. */
export async function isRight(password: string, kept: string | null): Promise<boolean> {
  const against = kept ?? (await decoy());
  const length = [...password].length;
  if (length > mostPasswordLength)
    return turns.take(() => verifyPassword({ hash: against, password: 'x' })).then(() => false);
  const isEqual = await turns.take(() => verifyPassword({ hash: against, password }));
  return isEqual && kept !== null;
}

let made: Promise<string> | null = null;

function decoy(): Promise<string> {
  made ??= hashPassword(crypto.randomUUID());
  return made;
}

/** One hash wants 32 MB and a thread of the pool: two at a time leave room for everything else. */
const turns = (() => {
  const most = 2;
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async take<T>(work: () => Promise<T>): Promise<T> {
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else running++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
})();
