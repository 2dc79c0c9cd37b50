/** How wide a text is, without asking the page to lay it out. */

export type Measure = (text: string) => number;

const known = new Map<string, Measure>();

/**
 * Widths in px, glyph by glyph and remembered: a plan has thousands of labels and a few hundred signs. All digits
 * count as the widest, since figures are set in one width.
 * @param font as CSS writes it: "11px system-ui"
 */
export function measureIn(font: string): Measure {
  const before = known.get(font);
  if (before) return before;
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  const widths = new Map<string, number>();
  const widthOf = (sign: string): number => {
    const width = widths.get(sign) ?? context?.measureText(sign).width ?? 0;
    widths.set(sign, width);
    return width;
  };
  const digit = Math.max(...[...'0123456789'].map(widthOf));
  for (const sign of '0123456789') widths.set(sign, digit);
  const measure = (text: string) => {
    let sum = 0;
    for (const sign of text) sum += widthOf(sign);
    return sum;
  };
  known.set(font, measure);
  return measure;
}

const ellipsis = '…';
/** Fewer signs of a name say nothing. */
const fewestSigns = 2;

/** The text, or its beginning with an ellipsis, within `room` px; '' when hardly anything of it would be left. */
export function fitted(text: string, room: number, measure: Measure): string {
  if (measure(text) <= room) return text;
  const left = room - measure(ellipsis);
  let width = 0;
  let kept = '';
  for (const sign of text) {
    width += measure(sign);
    if (width > left) break;
    kept += sign;
  }
  return [...kept].length >= fewestSigns ? kept.trimEnd() + ellipsis : '';
}
