/** What is written in a unit's box: as much as fits, never more. */
import { fitted, type Measure } from './text-width.ts';

export interface BoxWords {
  readonly label: string;
  readonly area: string;
  /** Who is in it, or that nobody is. */
  readonly note: string;
}

export interface BoxLine {
  readonly part: 'head' | 'note';
  readonly text: string;
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** px; the size of the text is in the style sheet of the plan. */
export const boxTextPx = 11;
const oneLine = 13;
const twoLines = 29;
const lineHeight = 14;
const padding = 4;
const between = 6;

/** Whether any text could fit: it is not worth making where none does. */
export function hasRoomForText({ width, height }: Box): boolean {
  return height >= oneLine && width >= padding * 2 + boxTextPx;
}

/**
 * Lines of text for a box. One that is high enough has name and area above, the note below; a low one has all in a
 * line. The area is left out before the name, the note is cut before it is left out, and a name is never cut: half
 * a number is another number.
 */
export function boxLines(box: Box, words: BoxWords, measure: Measure): readonly BoxLine[] {
  const room = box.width - padding * 2;
  if (!hasRoomForText(box) || measure(words.label) > room) return [];
  const x = box.x + padding;
  const middle = box.y + box.height / 2;
  const head = headOf(words, room, measure);
  if (box.height >= twoLines) {
    const note = fitted(words.note, room, measure);
    if (note === '') return [{ part: 'head', text: head, x, y: middle }];
    return [
      { part: 'head', text: head, x, y: middle - lineHeight / 2 },
      { part: 'note', text: note, x, y: middle + lineHeight / 2 },
    ];
  }
  const used = measure(head) + between * 2;
  const note = fitted(words.note, room - used, measure);
  const line: BoxLine = { part: 'head', text: head, x, y: middle };
  return note === '' ? [line] : [line, { part: 'note', text: note, x: x + used, y: middle }];
}

function headOf({ label, area }: BoxWords, room: number, measure: Measure): string {
  const both = `${label} · ${area}`;
  return measure(both) <= room ? both : label;
}

const legalForms =
  /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|,?\s*(?:co\.?,?\s*ltd\.?|ltd\.?|inc\.?|llc))$/i;

/** A firm without its legal form: what people call it. */
export function shortFirm(name: string): string {
  const short = name.replace(legalForms, '').trim();
  return short === '' ? name : short;
}
