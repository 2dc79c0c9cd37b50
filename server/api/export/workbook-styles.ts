/** The styles of a workbook, gathered while its sheets are written. */
import { escapeXml } from './workbook-text.ts';

/**
 * `muted` is for the word of what is not known: it must not look like a figure. `input` is for what a person may
 * change, `result` for what comes of it, `compared` for what stands beside its like.
 */
export type Look =
  | 'plain'
  | 'heading'
  | 'label'
  | 'title'
  | 'muted'
  | 'mutedNumber'
  | 'wrapped'
  | 'compared'
  | 'input'
  | 'mutedInput'
  | 'result';

/** Number of a style in its workbook. */
export type StyleId = number;

export interface Styles {
  /** @param format of numbers, as a spreadsheet writes it: `#,##0.00`; none for text */
  readonly of: (look: Look, format?: string) => StyleId;
  /** `xl/styles.xml` with all that were asked for until now. */
  readonly xml: () => string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const firstOwnFormat = 164;
const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const fonts = [
  font,
  `<b/>${font}`,
  '<sz val="11"/><color rgb="FF6B7280"/><name val="Calibri"/>',
  '<b/><sz val="14"/><name val="Calibri"/><family val="2"/>',
];
const fills = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/></patternFill>',
  '<patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill>',
];

const looks: Readonly<Record<Look, { font: number; fill: number; alignment: string }>> = {
  plain: { font: 0, fill: 0, alignment: '' },
  heading: { font: 1, fill: 2, alignment: 'vertical="center" wrapText="1"' },
  label: { font: 1, fill: 0, alignment: 'vertical="top"' },
  muted: { font: 2, fill: 0, alignment: '' },
  mutedNumber: { font: 2, fill: 0, alignment: 'horizontal="right"' },
  title: { font: 3, fill: 0, alignment: '' },
  compared: { font: 0, fill: 0, alignment: 'horizontal="right" vertical="top" wrapText="1"' },
  input: { font: 0, fill: 3, alignment: 'horizontal="right"' },
  mutedInput: { font: 2, fill: 3, alignment: 'horizontal="right"' },
  result: { font: 1, fill: 0, alignment: 'horizontal="right"' },
  wrapped: { font: 0, fill: 0, alignment: 'horizontal="left" vertical="top" wrapText="1"' },
};

export function createStyles(): Styles {
  const formats: string[] = [];
  const styles: { readonly look: Look; readonly format: string }[] = [{ look: 'plain', format: '' }];
  return {
    of: (look, format = '') => {
      const known = styles.findIndex((style) => style.look === look && style.format === format);
      if (known >= 0) return known;
      if (format !== '' && !formats.includes(format)) formats.push(format);
      return styles.push({ look, format }) - 1;
    },
    xml: () => {
      const own = formats.map(
        (code, place) => `<numFmt numFmtId="${firstOwnFormat + place}" formatCode="${escapeXml(code)}"/>`,
      );
      const cells = styles.map(({ look, format }) =>
        styleXml(look, format === '' ? 0 : firstOwnFormat + formats.indexOf(format)),
      );
      return [
        `<styleSheet xmlns="${main}">`,
        own.length > 0 ? listXml('numFmts', own) : '',
        listXml('fonts', fonts.map(within('font'))),
        listXml('fills', fills.map(within('fill'))),
        listXml('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
        listXml('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
        listXml('cellXfs', cells),
        listXml('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
        '</styleSheet>',
      ].join('');
    },
  };
}

function styleXml(look: Look, format: number): string {
  const { font, fill, alignment } = looks[look];
  const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"`;
  const applied = ' applyNumberFormat="1" applyFont="1" applyFill="1"';
  return alignment === ''
    ? `${start}${applied}/>`
    : `${start}${applied} applyAlignment="1"><alignment ${alignment}/></xf>`;
}

function within(tag: string): (content: string) => string {
  return (content) => `<${tag}>${content}</${tag}>`;
}

function listXml(tag: string, items: readonly string[]): string {
  return `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
}
