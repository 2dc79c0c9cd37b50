/** As much XML as the parts of a workbook need: elements found by name, attributes, character references. */

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text between tags with its references resolved; only the five of XML itself and numbers are known. */
export function textOf(xml: string): string {
  const plain = xml.includes('<![CDATA[')
    ? xml.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw) => escaped(raw))
    : xml;
  if (!plain.includes('&')) return plain;
  return plain.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

function escaped(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Office writes characters that XML cannot hold as _x0000_. */
export function officeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The value of an attribute in the text of a tag; null when it has none of this name. */
export function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? textOf(match[1] ?? match[2] ?? '') : null;
}

/** The tags of all elements of a name, whatever their prefix, without what is in them. */
export function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?/?>`, 'g'))].map(([, tag]) => tag ?? '');
}

/** The text between a whole element's tags; null when there is no such element. */
export function insideOf(xml: string, name: string): string | null {
  return (
    new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1] ?? null
  );
}

/** Cuts a stream of bytes at the ends of the elements of one name; what stands between them is given along. */
export async function* elementsOf(
  chunks: AsyncIterable<Uint8Array>,
  end: RegExp,
  mostLength: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    end.lastIndex = 0;
    for (let match = end.exec(rest); match; match = end.exec(rest)) {
      yield rest.slice(from, end.lastIndex);
      from = end.lastIndex;
    }
    rest = rest.slice(from);
    if (rest.length > mostLength) throw new RangeError('an element without an end');
  }
  yield rest + decoder.decode();
}
