/** Which clause and which sentence each place of a text belongs to. */

export interface Clauses {
  /** Number of the clause at a place; clauses end at commas, too. */
  readonly clause: Int32Array;
  readonly sentence: Int32Array;
  readonly clauseStart: (at: number) => number;
  readonly clauseEnd: (at: number) => number;
  readonly sentenceStart: (at: number) => number;
  readonly sentenceEnd: (at: number) => number;
}

const hardMark = /[。！？!?;；\n|│]/;
const softMark = /[，、]/;

/** A heading that stands alone in its line goes on in the next. */
const openLine = /(?:^|\n)[^\n，。,]{1,16}[::]$/;

/** A table that was copied cell by cell: 层高, and 4.2米 in the next line. */
const wordLine = /(?:^|\n)[\p{Script=Han}()/㎡]{2,12}$/u;

function markAt(text: string, at: number): 'sentence' | 'clause' | null {
  const letter = text.charAt(at);
  if (letter === '\n' && openLine.test(text.slice(Math.max(0, at - 20), at))) return null;
  if (
    letter === '\n' &&
    /^[\d约超逾近¥]/.test(text.slice(at + 1, at + 2)) &&
    wordLine.test(text.slice(Math.max(0, at - 14), at))
  )
    return null;
  if (hardMark.test(letter)) return 'sentence';
  if (softMark.test(letter) || (letter === '/' && text.slice(at - 1, at + 2) === ' / ')) return 'clause';
  if (letter === ',')
    return /\d/.test(text.charAt(at - 1)) && /\d{3}/.test(text.slice(at + 1, at + 4)) ? null : 'clause';
  if (letter !== '.') return null;
  const isPoint =
    /[\d]/.test(text.charAt(at + 1)) ||
    /(?:sq|approx|no|\bco|\bc|\bca|\bmax|\bmin|\bsq\. ?m)$/i.test(text.slice(Math.max(0, at - 6), at));
  return !isPoint && /^(?:\s|$|\p{Script=Han})/u.test(text.slice(at + 1, at + 2)) ? 'sentence' : null;
}

export function clausesOf(text: string): Clauses {
  const clause = new Int32Array(text.length + 1);
  const sentence = new Int32Array(text.length + 1);
  const clauseStarts = [0];
  const sentenceStarts = [0];
  for (let at = 0; at < text.length; at++) {
    clause[at] = clauseStarts.length - 1;
    sentence[at] = sentenceStarts.length - 1;
    const mark = markAt(text, at);
    if (mark === null) continue;
    clauseStarts.push(at + 1);
    if (mark === 'sentence') sentenceStarts.push(at + 1);
  }
  clause[text.length] = clauseStarts.length - 1;
  sentence[text.length] = sentenceStarts.length - 1;
  const startOf = (numbers: Int32Array, starts: readonly number[]) => (at: number) =>
    starts[numbers[at] ?? 0] ?? 0;
  const endOf = (numbers: Int32Array, starts: readonly number[]) => (at: number) => {
    const next = starts[(numbers[at] ?? 0) + 1];
    return next === undefined ? text.length : next - 1;
  };
  return {
    clause,
    sentence,
    clauseStart: startOf(clause, clauseStarts),
    clauseEnd: endOf(clause, clauseStarts),
    sentenceStart: startOf(sentence, sentenceStarts),
    sentenceEnd: endOf(sentence, sentenceStarts),
  };
}
