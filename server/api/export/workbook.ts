/** A workbook (ECMA-376) whose rows are written as they are made. See decision 014. */
import { createStyles, type StyleId, type Styles } from './workbook-styles.ts';
import { escapeXml, inlineString } from './workbook-text.ts';
import type { ZipEntry } from './zip.ts';

/** A number or a text with its style; null leaves the cell empty. */
export type SheetCell = {
  readonly value: string | number;
  readonly style: StyleId;
  /** Without `=`, in English names of functions; `value` is what it comes to. Never made of what people typed. */
  readonly formula?: string;
} | null;

/** What a program for workbooks lets somebody type. */
export interface Validation {
  /** `C5:C9` */
  readonly cells: string;
  readonly allowed:
    | { readonly kind: 'list'; readonly words: readonly string[] }
    | { readonly kind: 'whole' | 'decimal'; readonly min: number; readonly max: number };
  /** Said of anything else. */
  readonly refusal: string;
}

export interface Paper {
  readonly orientation: 'portrait' | 'landscape';
  /** Pages from top to bottom; as many as it takes when not given. */
  readonly pages?: number;
  /** So many rows are printed; all when not given. */
  readonly rows?: number;
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`, unique in the workbook. */
  readonly name: string;
  /** Of each column, in digits. */
  readonly widths: readonly number[];
  /** A table's first row holds headings: it stays in sight with the first columns, and filters hang on it. */
  readonly table: { readonly frozenColumns: number } | null;
  /** How it is laid on A4, as wide as the paper; left to the program when not given. */
  readonly paper?: Paper;
  readonly validations?: readonly Validation[];
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
  const definedNames: string[] = [];
  return (function* () {
    yield part('[Content_Types].xml', contentTypes(sheets.length));
    yield part('_rels/.rels', relationships([[`${relations}/officeDocument`, 'xl/workbook.xml']]));
    for (const [place, sheet] of sheets.entries()) {
      yield {
        path: `xl/worksheets/sheet${place + 1}.xml`,
        pieces: sheetPieces(sheet, place === 0, (name, range) =>
          definedNames.push(definedName(name, sheet.name, place, range)),
        ),
      };
    }
    yield part('xl/workbook.xml', workbookXml(sheets, definedNames));
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

/** `_FilterDatabase`: Excel finds a filter by this name; without it some versions leave the filter out. */
type BuiltInName = '_FilterDatabase' | 'Print_Area' | 'Print_Titles';

function definedName(name: BuiltInName, sheet: string, place: number, range: string): string {
  const quoted = escapeXml(`'${sheet.replaceAll("'", "''")}'`);
  const absolute = range.replaceAll(/([A-Z]*)(\d+)/g, (_, letters: string, row: string) =>
    letters === '' ? `$${row}` : `$${letters}$${row}`,
  );
  const hidden = name === '_FilterDatabase' ? ' hidden="1"' : '';
  return `<definedName name="_xlnm.${name}" localSheetId="${place}"${hidden}>${quoted}!${absolute}</definedName>`;
}

function* sheetPieces(
  { widths, table, rows, paper, validations = [] }: Sheet,
  isFirst: boolean,
  define: (name: BuiltInName, range: string) => void,
): Generator<string> {
  const letters = widths.map((_, column) => columnLetters(column));
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  const fit = paper ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  yield `${declaration}<worksheet xmlns="${main}">${fit}<sheetViews>${viewXml(table, isFirst)}</sheetViews>`;
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
    define('_FilterDatabase', range);
    if (paper) define('Print_Titles', '1:1');
    yield `<autoFilter ref="${range}"/>`;
  }
  if (validations.length > 0) {
    const each = validations.map(validationXml).join('');
    yield `<dataValidations count="${validations.length}">${each}</dataValidations>`;
  }
  if (paper) {
    const { orientation, pages = 0, rows: printed } = paper;
    if (printed !== undefined) define('Print_Area', `A1:${letters.at(-1)}${printed}`);
    yield `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${pages}"/>`;
  }
  yield '</worksheet>';
}

function validationXml({ cells, allowed, refusal }: Validation): string {
  const [operator, first, second] =
    allowed.kind === 'list'
      ? ['', `"${allowed.words.join(',').replaceAll('"', '""')}"`, null]
      : [' operator="between"', String(allowed.min), String(allowed.max)];
  const formulas = `<formula1>${escapeXml(first)}</formula1>${second === null ? '' : `<formula2>${second}</formula2>`}`;
  const error = ` showErrorMessage="1" error="${escapeXml(refusal)}"`;
  return `<dataValidation type="${allowed.kind}"${operator} allowBlank="1"${error} sqref="${cells}">${formulas}</dataValidation>`;
}

/** Two sheets selected at once would be edited at once. */
function viewXml(table: Sheet['table'], isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : '';
  if (!table) return `<sheetView${selected} workbookViewId="0" showGridLines="0"/>`;
  const { frozenColumns } = table;
  const columns = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const corner = `${columnLetters(frozenColumns)}2`;
  return (
    `<sheetView${selected} workbookViewId="0">` +
    `<pane${columns} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView>`
  );
}

function cellXml(reference: string, cell: SheetCell): string {
  if (cell === null) return '';
  const { value, style, formula } = cell;
  if (formula !== undefined) return formulaXml(reference, { value, style, formula });
  return typeof value === 'number'
    ? `<c r="${reference}" s="${style}"><v>${value}</v></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr">${inlineString(value)}</c>`;
}

/** With what it comes to, for whoever shows workbooks without working them out. */
function formulaXml(
  reference: string,
  { value, style, formula }: { value: string | number; style: StyleId; formula: string },
): string {
  const type = typeof value === 'number' ? '' : ' t="str"';
  const shown = typeof value === 'number' ? value : escapeXml(value);
  return `<c r="${reference}" s="${style}"${type}><f>${escapeXml(formula)}</f><v>${shown}</v></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
