/** Problems of an import in words: on the page, in the report and in answers of the API alike. */
import { columnLetter } from '../intake/cell.ts';
import { optionWord } from '../intake/choice-words.ts';
import type { FileReason } from '../intake/file-reason.ts';
import type { RowProblem } from '../intake/row-draft.ts';
import type { ImportEntity } from '../intake/targets/target.ts';
import { intakeWordsEn } from './intake-en.ts';
import { type IntakeWords, intakeWordsZh } from './intake-zh.ts';
import type { Locale } from './words.ts';

export const intakeWords: Readonly<Record<Locale, IntakeWords>> = { zh: intakeWordsZh, en: intakeWordsEn };

/** "不认识这个词：甲等（超甲级、甲级、乙级、丙级）。改为允许的词" */
export function problemInWords(entity: ImportEntity, problem: RowProblem, locale: Locale): string {
  const words = intakeWords[locale];
  const { reason, fix, value } = problem;
  const detail = detailInWords(entity, problem, locale);
  const [colon, open, close, stop] = locale === 'zh' ? ['：', '（', '）', '。'] : [': ', ' (', ')', '. '];
  const about = value === '' ? '' : colon + value;
  return words.reason[reason] + about + (detail === '' ? '' : open + detail + close) + stop + words.fix[fix];
}

function detailInWords(
  entity: ImportEntity,
  { reason, field, detail, near }: RowProblem,
  locale: Locale,
): string {
  const words = intakeWords[locale];
  const separator = locale === 'zh' ? '、' : ', ';
  if (near.length > 0) return near.map(({ id, name }) => `${name} ${id}`).join(separator);
  switch (reason) {
    case 'unknownValue':
      return detail
        .replaceAll(/[[\]]/g, '')
        .split(' | ')
        .map((option) => optionWord(entity, field ?? '', option, locale))
        .join(separator);
    case 'otherDatum':
      return Object.hasOwn(words.datum, detail) ? words.datum[detail as keyof typeof words.datum] : detail;
    case 'duplicateKey':
      return words.place(Number(detail), null);
    case 'missing':
      return '';
    default:
      return detail;
  }
}

/** Why a file was refused, where, beside which limit, and what mends it. */
export function fileProblemInWords(
  problem: {
    readonly reason: FileReason;
    readonly part: string;
    readonly row: number | null;
    readonly found: number | null;
    readonly most: number | null;
  },
  locale: Locale,
): { readonly what: string; readonly where: string; readonly fix: string } {
  const words = intakeWords[locale];
  const [what = '', fix = ''] = words.file[problem.reason];
  const { found, most, row, part } = problem;
  const number = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en');
  const limit = found !== null && most !== null ? words.found(number.format(found), number.format(most)) : '';
  const place = row === null ? '' : words.place(row, null);
  return { what, where: [part, place, limit].filter((text) => text !== '').join(' · '), fix };
}

/** "C12", or "row 12" where no column is to blame. */
export function placeInWords({ row, column }: Pick<RowProblem, 'row' | 'column'>, locale: Locale): string {
  return intakeWords[locale].place(row, column === null ? null : columnLetter(column));
}
