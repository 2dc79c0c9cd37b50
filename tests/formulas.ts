/**
 * Works out the formulas of our workbooks as a spreadsheet does: the operators and functions that they use, and no
 * others. An empty cell is 0 in arithmetic and "" beside a text; a text in arithmetic is `#VALUE!`.
 */
import { columnLetters } from '#server/api/export/workbook.ts';
import type { FormulaBook } from './formula-book.ts';

export type FormulaValue = number | string | boolean | null;

export class FormulaError extends Error {}

type Node =
  | { readonly kind: 'value'; readonly value: number | string }
  | {
      readonly kind: 'cell';
      readonly sheet: string | null;
      readonly from: string;
      readonly to: string | null;
    }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Node[] }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negative'; readonly of: Node };

/** Works out cells of a book anew, each once. Cells without a formula are what they hold. */
export function calculator(book: FormulaBook): (sheet: string, address: string) => FormulaValue {
  const known = new Map<string, FormulaValue>();
  const of = (sheet: string, address: string): FormulaValue => {
    const key = `${sheet}!${address}`;
    const done = known.get(key);
    if (done !== undefined) return done;
    const cells = book.get(sheet);
    if (!cells) throw new FormulaError(`no sheet ${sheet}`);
    const cell = cells.get(address);
    const value =
      cell?.formula === undefined ? (cell?.value ?? null) : evaluate(parsed(cell.formula), sheet, of);
    known.set(key, value);
    return value;
  };
  return of;
}

type CellReader = (sheet: string, address: string) => FormulaValue;

function evaluate(node: Node, sheet: string, read: CellReader): FormulaValue {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'cell':
      if (node.to !== null) throw new FormulaError('a range outside of a function');
      return read(node.sheet ?? sheet, node.from);
    case 'negative':
      return -number(evaluate(node.of, sheet, read));
    case 'binary':
      return operated(node.sign, evaluate(node.left, sheet, read), evaluate(node.right, sheet, read));
    case 'call':
      return called(node.name, node.parts, (part) => evaluate(part, sheet, read), {
        list: (part) => (part.kind === 'cell' ? listed(part, sheet, read) : [evaluate(part, sheet, read)]),
      });
  }
}

function listed(node: Node & { readonly kind: 'cell' }, sheet: string, read: CellReader): FormulaValue[] {
  const [from, to] = [place(node.from), place(node.to ?? node.from)];
  const values: FormulaValue[] = [];
  for (let row = from.row; row <= to.row; row++)
    for (let column = from.column; column <= to.column; column++)
      values.push(read(node.sheet ?? sheet, `${columnLetters(column)}${row}`));
  return values;
}

function place(address: string): { readonly column: number; readonly row: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (!match) throw new FormulaError(`no address: ${address}`);
  const column = [...(match[1] ?? '')].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

function number(value: FormulaValue): number {
  if (value === null) return 0;
  if (typeof value === 'string') throw new FormulaError(`#VALUE!: ${JSON.stringify(value)} is no number`);
  return Number(value);
}

function text(value: FormulaValue): string {
  return value === null ? '' : String(value);
}

/** Numbers are less than texts, whatever they are; an empty cell is 0 or "" as the other side wants it. */
function compared(a: FormulaValue, b: FormulaValue): number {
  const isText = (value: FormulaValue) => typeof value === 'string';
  if (isText(a) || isText(b)) {
    if ((isText(a) || a === null) && (isText(b) || b === null)) {
      const [left, right] = [text(a).toLowerCase(), text(b).toLowerCase()];
      return left < right ? -1 : Number(left > right);
    }
    return isText(a) ? 1 : -1;
  }
  return number(a) - number(b);
}

function operated(sign: string, a: FormulaValue, b: FormulaValue): FormulaValue {
  switch (sign) {
    case '+':
      return number(a) + number(b);
    case '-':
      return number(a) - number(b);
    case '*':
      return number(a) * number(b);
    case '/':
      if (number(b) === 0) throw new FormulaError('#DIV/0!');
      return number(a) / number(b);
    case '^':
      return number(a) ** number(b);
    case '&':
      return text(a) + text(b);
    case '=':
      return compared(a, b) === 0;
    case '<>':
      return compared(a, b) !== 0;
    case '<':
      return compared(a, b) < 0;
    case '<=':
      return compared(a, b) <= 0;
    case '>':
      return compared(a, b) > 0;
    case '>=':
      return compared(a, b) >= 0;
    default:
      throw new FormulaError(`no operator ${sign}`);
  }
}

function called(
  name: string,
  parts: readonly Node[],
  value: (part: Node) => FormulaValue,
  { list }: { readonly list: (part: Node) => readonly FormulaValue[] },
): FormulaValue {
  const part = (index: number): Node => {
    const found = parts[index];
    if (!found) throw new FormulaError(`${name} lacks part ${index + 1}`);
    return found;
  };
  const all = () => parts.flatMap(list);
  const numbers = () => all().filter((one) => typeof one === 'number');
  switch (name) {
    case 'IF':
      return value(part(0)) ? value(part(1)) : value(part(2));
    case 'AND':
      return parts.map(value).every(Boolean);
    case 'OR':
      return parts.map(value).some(Boolean);
    case 'NOT':
      return !value(part(0));
    case 'ISNUMBER':
      return typeof value(part(0)) === 'number';
    case 'SUM':
      return numbers().reduce((sum, one) => sum + one, 0);
    case 'MIN':
      return Math.min(...parts.map((one) => number(value(one))));
    case 'MAX':
      return Math.max(...parts.map((one) => number(value(one))));
    case 'INT':
      return Math.floor(number(value(part(0))));
    case 'ROUND':
      return rounded(number(value(part(0))), number(value(part(1))));
    case 'MID': {
      const start = number(value(part(1))) - 1;
      return text(value(part(0))).slice(start, start + number(value(part(2))));
    }
    default:
      throw new FormulaError(`no function ${name}`);
  }
}

/** Half away from zero, by the fifteen digits that spreadsheets go by. */
function rounded(value: number, digits: number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** digits;
}

const trees = new Map<string, Node>();

function parsed(formula: string): Node {
  const known = trees.get(formula);
  if (known) return known;
  const parser = new Parser(formula);
  const tree = parser.expression(0);
  if (parser.peek() !== undefined) throw new FormulaError(`left over in ${formula}: ${parser.peek()}`);
  trees.set(formula, tree);
  return tree;
}

const token =
  /\s*("(?:[^"]|"")*"|'(?:[^']|'')*'!|\$?[A-Z]+\$?\d+|[A-Z]+(?=\()|\d+\.?\d*|<>|<=|>=|[-+*/^&=<>(),:])/y;
const strength: Readonly<Record<string, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
};

class Parser {
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(formula: string) {
    token.lastIndex = 0;
    while (token.lastIndex < formula.length) {
      const from = token.lastIndex;
      const match = token.exec(formula);
      if (!match) throw new FormulaError(`cannot read ${formula} at ${from}`);
      this.#tokens.push(match[1] ?? '');
    }
  }

  peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(expected?: string): string {
    const found = this.#tokens[this.#at++];
    if (found === undefined || (expected !== undefined && found !== expected))
      throw new FormulaError(`${expected ?? 'more'} expected, not ${found}`);
    return found;
  }

  /** Operators of one strength from left to right. */
  expression(weakest: number): Node {
    let left = this.#operand();
    for (;;) {
      const sign = this.peek() ?? '';
      const own = strength[sign] ?? 0;
      if (own <= weakest) return left;
      this.#take();
      left = { kind: 'binary', sign, left, right: this.expression(own) };
    }
  }

  #operand(): Node {
    const found = this.#take();
    if (found === '-') return { kind: 'negative', of: this.#operand() };
    if (found === '(') {
      const inner = this.expression(0);
      this.#take(')');
      return inner;
    }
    if (found.startsWith('"')) return { kind: 'value', value: found.slice(1, -1).replaceAll('""', '"') };
    if (/^\d/.test(found)) return { kind: 'value', value: Number(found) };
    if (found.endsWith('!')) return this.#cell(this.#take(), found.slice(1, -2).replaceAll("''", "'"));
    return this.peek() === '(' ? this.#call(found) : this.#cell(found, null);
  }

  #cell(address: string, sheet: string | null): Node {
    const bare = (text: string) => text.replaceAll('$', '');
    if (this.peek() !== ':') return { kind: 'cell', sheet, from: bare(address), to: null };
    this.#take(':');
    return { kind: 'cell', sheet, from: bare(address), to: bare(this.#take()) };
  }

  #call(name: string): Node {
    this.#take('(');
    const parts: Node[] = [this.expression(0)];
    while (this.peek() === ',') {
      this.#take();
      parts.push(this.expression(0));
    }
    this.#take(')');
    return { kind: 'call', name, parts };
  }
}
