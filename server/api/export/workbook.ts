/** A workbook (ECMA-376) whose rows are written as they are made. See decision 014. */
import { createStyles, type StyleId, type Styles } from './workbook-styles.ts';
import { escapeXml, inlineString } from './workbook-text.ts';
import type { ZipEntry } from './zip.ts';

/** A number or a text with its style; null leaves the cell empty. */
export type SheetCell = { readonly value: string | number; readonly style: StyleId } | null;

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`, unique in the workbook. */
  readonly name: string;
  /** Of each column, in digits. */
  readonly widths: readonly number[];
  /** A table's first row holds headings: it stays in sight with the first columns, and filters hang on it. */
  readonly table: { readonly frozenColumns: number } | null;
  readonly rows: Iterable<readonly SheetCell[]>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Of a sheet, in Excel. */
const mostRows = 1_048_576;
const headingHeight = 32;

/**
 * The parts of a workbook, in an order that lets each be written without looking back.
 * @param sheetsWith makes the sheets with the workbook's styles
 * @throws while being read, when a sheet has more rows than a spreadsheet can hold
 */
export function workbookEntries(sheetsWith: (styles: Styles) => readonly Sheet[]): Iterable<ZipEntry> {
  const styles = createStyles();
  const sheets = sheetsWith(styles);
  const filtered: string[] = [];
  return (function* () {
    yield part('[Content_Types].xml', contentTypes(sheets.length));
    yield part('_rels/.rels', relationships([[`${relations}/officeDocument`, 'xl/workbook.xml']]));
    for (const [place, sheet] of sheets.entries()) {
      yield {
        path: `xl/worksheets/sheet${place + 1}.xml`,
        pieces: sheetPieces(sheet, (range) => filtered.push(definedFilter(sheet.name, place, range))),
      };
    }
    yield part('xl/workbook.xml', workbookXml(sheets, filtered));
    yield part(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, place): [string, string] => [
          `${relations}/worksheet`,
          `worksheets/sheet${place + 1}.xml`,
        ]),
        [`${relations}/styles`, 'styles.xml'],
      ]),
    );
    yield part('xl/styles.xml', styles.xml());
  })();
}

function part(path: string, xml: string): ZipEntry {
  return { path, pieces: [declaration, xml] };
}

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${spreadsheet}.${type}+xml"/>`;
  return [
    `<Types xmlns="${packaged}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    ...Array.from({ length: sheets }, (_, place) =>
      override(`/xl/worksheets/sheet${place + 1}.xml`, 'worksheet'),
    ),
    override('/xl/styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[], definedNames: readonly string[]): string {
  const each = sheets.map(
    ({ name }, place) => `<sheet name="${escapeXml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const names = definedNames.length > 0 ? `<definedNames>${definedNames.join('')}</definedNames>` : '';
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each.join('')}</sheets>${names}</workbook>`;
}

/** Excel finds a filter by this name; without it some versions leave the filter out. */
function definedFilter(sheet: string, place: number, range: string): string {
  const quoted = escapeXml(`'${sheet.replaceAll("'", "''")}'`);
  const absolute = range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">${quoted}!${absolute}</definedName>`;
}

function* sheetPieces({ widths, table, rows }: Sheet, onFilter: (range: string) => void): Generator<string> {
  const letters = widths.map((_, column) => columnLetters(column));
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews>${viewXml(table)}</sheetViews>`;
  yield `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`;
  let count = 0;
  for (const row of rows) {
    count++;
    if (count > mostRows) throw new Error(`invalid sheet: more than ${mostRows} rows`);
    const height = table && count === 1 ? ` ht="${headingHeight}" customHeight="1"` : '';
    yield `<row r="${count}"${height}>`;
    for (const [column, cell] of row.entries()) yield cellXml(`${letters[column]}${count}`, cell);
    yield '</row>';
  }
  yield '</sheetData>';
  if (table) {
    const range = `A1:${letters.at(-1)}${count}`;
    onFilter(range);
    yield `<autoFilter ref="${range}"/>`;
  }
  yield '</worksheet>';
}

function viewXml(table: Sheet['table']): string {
  if (!table) return '<sheetView workbookViewId="0" showGridLines="0"/>';
  const { frozenColumns } = table;
  const columns = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const corner = `${columnLetters(frozenColumns)}2`;
  return (
    '<sheetView tabSelected="1" workbookViewId="0">' +
    `<pane${columns} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView>`
  );
}

function cellXml(reference: string, cell: SheetCell): string {
  if (cell === null) return '';
  const { value, style } = cell;
  return typeof value === 'number'
    ? `<c r="${reference}" s="${style}"><v>${value}</v></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr">${inlineString(value)}</c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
