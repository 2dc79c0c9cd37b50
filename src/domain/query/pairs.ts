/** Query strings as pairs of name and value, for every grammar that shares the address bar. */

/** Splits and percent-decodes a query string; a broken escape is kept as it stands. */
export function pairsFrom(source: string): [string, string][] {
  const text = source.startsWith('?') ? source.slice(1) : source;
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=');
      const [name, value] = cut < 0 ? [part, ''] : [part.slice(0, cut), part.slice(cut + 1)];
      return [decode(name), decode(value)];
    });
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Keeps what a person can read in an address bar; escapes only what would break it. Half a character becomes �. */
export function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/%(2C|3B|3A|20)/g, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  );
}
