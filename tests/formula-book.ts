/** The cells of our workbooks with their formulas, from sheets as they are made and from files as they are sent. */
import { columnLetters, type Sheet } from '#server/api/export/workbook.ts';
import { unzip } from './zip-reader.ts';

export interface FormulaCell {
  readonly value: number | string;
  readonly formula?: string;
}

/** Cells by sheet and address: `cells.get('Cost')?.get('C5')`. */
export type FormulaBook = ReadonlyMap<string, Map<string, FormulaCell>>;

export function bookOf(sheets: readonly Sheet[]): FormulaBook {
  return new Map(
    sheets.map(({ name, rows }) => {
      const cells = new Map<string, FormulaCell>();
      for (const [row, list] of [...rows].entries())
        for (const [column, cell] of list.entries())
          if (cell) cells.set(`${columnLetters(column)}${row + 1}`, cell);
      return [name, cells];
    }),
  );
}

/** The cells of a workbook as it was written, formulas and all. */
export function bookFrom(workbook: Uint8Array): FormulaBook {
  const files = new Map(unzip(workbook).map(({ path, content }) => [path, content.toString('utf8')]));
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)];
  return new Map(
    names.map(([, name = ''], place) => {
      const xml = files.get(`xl/worksheets/sheet${place + 1}.xml`) ?? '';
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs)];
      return [
        plainText(name),
        new Map(cells.map(([, address = '', type, inner]) => [address, cellFrom(type, inner)])),
      ];
    }),
  );
}

function cellFrom(type = '', inner = ''): FormulaCell {
  const part = (tag: string) => new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 's').exec(inner)?.[1];
  const value = plainText(part('v') ?? part('t') ?? '');
  const formula = part('f');
  return {
    value: type.includes('t="') ? value : Number(value),
    ...(formula === undefined ? {} : { formula: plainText(formula) }),
  };
}

function plainText(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return xml.replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => signs[name] ?? '');
}
