import { formatSubject } from '#domain/compare/ids.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { ShownColumn } from '#views/compare/shown-column.ts';
import type { CompareLanguage } from '#views/compare/use-compare-words.ts';
import type { Compared } from './use-compared.ts';

/** What stands above each column. */
export function shownColumns(
  compared: readonly Compared[],
  language: CompareLanguage,
  names: NamesOf,
): readonly ShownColumn[] {
  const { locale, figures, compare } = language;
  return compared.map(({ subject, column, state }) => {
    const key = formatSubject(subject);
    const href = `/buildings/${encodeURIComponent(subject.buildingId)}`;
    if (!column) {
      const absent = state === 'failed' ? 'failed' : 'loading';
      return { key, name: key, note: '', href, isSample: false, state: absent };
    }
    const { file, unit } = column;
    const name = locale === 'en' ? (file.nameEn ?? file.nameZh) : file.nameZh;
    const notes = [
      figures.words.carrierType[file.carrierType],
      figures.words.status[file.status],
      file.circleId === null ? null : names('circle', file.circleId),
    ];
    return {
      key,
      name: unit ? `${name} ${compare.unitOf(unit.label)}` : name,
      note: notes.filter(Boolean).join(' · '),
      href,
      isSample: file.synthetic,
      state,
    };
  });
}
