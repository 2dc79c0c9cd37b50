/** Texts that were not written for a log: what may be a secret or tell of a person is taken out of them. */

const mask = '…';
const mostCharacters = 500;

/** A quoted name of a table, a column, a file is worth reading; anything else in quotes is somebody's input. */
const identifier = /^[A-Za-z_$][\w.$-]{0,40}$/;

const rules: readonly (readonly [RegExp, string | ((match: string, ...groups: string[]) => string)])[] = [
  // What our own errors say of a value: `invalid vacancy rate: 1.7`.
  [/\b(invalid|missing|unknown|no such) ([^:\n]{1,60}): .*/gs, `$1 $2: ${mask}`],
  [/\/\/[^\s/@]+@/g, `//${mask}@`],
  [/(?<=[\w/])\?[^\s"'<>]+/g, `?${mask}`],
  [/[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi, mask],
  [/\b(bearer|basic|digest)\s+\S+/gi, `$1 ${mask}`],
  [
    /\b(\w*(?:pass|secret|token|cookie|authorization|session|code|phone|name)\w*)\s*[=:]\s*\S+/gi,
    `$1=${mask}`,
  ],
  [/(["'`])((?:(?!\1).)*)\1/gs, (match, _, inner) => (identifier.test(inner ?? '') ? match : mask)],
  [/\p{Script=Han}+/gu, mask],
  [/\+?\d(?:[\s().-]?\d){6,}/g, mask],
  [/(?=[\w-]*\d)[\w-]{20,}/g, mask],
];

/** The text without values, tokens, addresses, phone numbers and Chinese names, at most 500 characters. */
export function redacted(text: string): string {
  let clean = text.slice(0, 4 * mostCharacters);
  for (const [pattern, instead] of rules) {
    clean =
      typeof instead === 'string' ? clean.replaceAll(pattern, instead) : clean.replaceAll(pattern, instead);
  }
  return clean.slice(0, mostCharacters);
}

export interface LoggedError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  /** Functions and places; the lines of the message are left out. */
  readonly stack: readonly string[];
  readonly cause: LoggedError | null;
}

const mostFrames = 12;
const mostCauses = 3;

/** What a log may keep of something that was thrown. */
export function loggedError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) {
    return { name: typeof thrown, code: null, message: redacted(String(thrown)), stack: [], cause: null };
  }
  // `JSON.parse` quotes the beginning of a body.
  const message = thrown instanceof SyntaxError && /JSON/.test(thrown.message) ? 'not JSON' : thrown.message;
  const code = 'code' in thrown ? redacted(String(thrown.code)) : null;
  const { cause } = thrown;
  return {
    name: thrown.name,
    code,
    message: redacted(message),
    stack: (thrown.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
      .slice(0, mostFrames)
      .map((line) => line.trim().slice(0, 300)),
    cause: cause === undefined || depth >= mostCauses ? null : loggedError(cause, depth + 1),
  };
}
