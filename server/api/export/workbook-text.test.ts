import { expect, test } from 'vitest';
import { cellText, escapeXml, inlineString, mostCellCharacters } from './workbook-text.ts';

test.each([
  ['甲\u0000座\u0008', '甲座'],
  ['a\u000Bb\u001Fc\u007Fd\uFFFEe\uFFFF', 'abcde'],
  ['半\uD83D个', '半\uFFFD个'],
  ['整\u{1F3E2}个', '整\u{1F3E2}个'],
  ['一\r\n二\r三\n四\t五', '一\n二\n三\n四\t五'],
])('%j is written as %j, which XML can hold', (text, written) => {
  expect(cellText(text)).toBe(written);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', "=cmd|' /C calc'!A0"])(
  'a text that would be a formula in a CSV is defused: %j',
  (text) => {
    expect(cellText(text)[0]).toBe("'");
  },
);

test('a control character does not hide a formula', () => {
  expect(cellText('\u0000=1+1')).toBe("'=1+1");
});

test('a text longer than a cell is cut, never inside of a pair', () => {
  const cut = cellText('\u{1F3E2}'.repeat(20_000));
  expect(cut.length).toBe(mostCellCharacters);
  expect(cut.isWellFormed()).toBe(true);
  expect(cut.endsWith('…')).toBe(true);
});

test("what looks like an escape of the format's own is written so that it stays as it is", () => {
  expect(inlineString('_x0041_ _xyz_')).toBe('<is><t>_x005F_x0041_ _xyz_</t></is>');
});

test('tags and quotes are escaped, space at the ends is kept', () => {
  expect(escapeXml('a<b>&"c"')).toBe('a&lt;b&gt;&amp;&quot;c&quot;');
  expect(inlineString(' a ')).toBe('<is><t xml:space="preserve"> a </t></is>');
});
