/** A page as it comes out of the printer. */
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

export interface Printed {
  /** The text of each sheet, white space as one space. */
  readonly sheets: readonly string[];
  /** Points; A4 is 595 × 842. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Prints a page as its own style sheet wants it. */
export async function printed(page: Page): Promise<Printed> {
  const file = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(pdf, { mergePages: false });
  const first = await pdf.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  return { sheets: text.map(asSearched), size: { width, height } };
}

/**
 * White space as one space, and radicals as the characters that they look like: where a font has one glyph for both,
 * the browser writes the radical into the file, and readers that search fold the two.
 */
function asSearched(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2e80-\u2eff]/g, (radical) => radicals.get(radical) ?? radical)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Those of the supplement, which NFKC leaves alone: each radical before its character. */
const pairs =
  '⻋车 ⻓长 ⻔门 ⻜飞 ⻢马 ⻅见 ⻚页 ⻛风 ⻝食 ⻥鱼 ⻦鸟 ⻩黄 ⻬齐 ⻰龙 ⻁虎 ⻄西 ⻉贝 ⻘青 ⻮齿 ⻳龟 ⺟母 ⺠民 ⻆角';
const radicals = new Map(
  pairs.split(' ').map(([radical = '', character = '']) => [radical, character] as const),
);

/** What stands on a sheet besides the number that every sheet has. */
export function isBlank(sheet: string): boolean {
  return sheet.replace(/\d+ ?\/ ?\d+/, '').trim().length === 0;
}
