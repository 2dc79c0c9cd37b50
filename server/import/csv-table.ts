/** Text tables: comma, semicolon or tab, quotes as in RFC 4180. */
import Papa from 'papaparse';
import type { Sheet } from '#domain/intake/cell.ts';
import { decodeText } from './decode.ts';
import { refuse } from './file-problem.ts';
import type { FileLimits } from './limits.ts';
import { SheetBuilder } from './sheet-builder.ts';

const delimiters = [',', '\t', ';', '|'];

/**
 * The table of a CSV file. Rows are counted as a spreadsheet counts them: a cell with line breaks is one row.
 * @throws UnreadableFile
 */
export function readCsv(bytes: Uint8Array, name: string, limits: FileLimits): Sheet {
  const { text } = decodeText(bytes);
  const builder = new SheetBuilder(name, limits, { rows: 0 });
  const told = /^sep=(.)\r?\n/.exec(text.slice(0, 16))?.[1];
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter: told ?? likelyDelimiter(text),
    step: ({ data, errors }) => {
      row++;
      // A quote that is never closed swallows all rows below it: the row where it opened is to blame.
      if (errors.some(({ type }) => type === 'Quotes')) refuse('brokenQuote', { row });
      if (row > 1 || told === undefined) builder.add(row, data);
    },
  });
  return builder.sheet();
}

/** The one by which most of the first lines that hold it fall into equally many parts; comma when none does. */
function likelyDelimiter(text: string): string {
  const lines = text.slice(0, 50_000).split(/\r\n?|\n/, 60);
  const scores = delimiters.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const parts = line.split(delimiter).length;
      if (parts > 1) counts.set(parts, (counts.get(parts) ?? 0) + 1);
    }
    const most = Math.max(0, ...[...counts].map(([parts, times]) => times * Math.min(parts, 20)));
    return { delimiter, most };
  });
  return scores.reduce((best, next) => (next.most > best.most ? next : best)).delimiter;
}
