import type { IndicatorExplanation } from '#contract/indicators.ts';
import type { NoteKey } from '#domain/brief/parts.ts';
import { briefWords } from '#domain/brief/words.ts';
import { valueText } from '#domain/brief/writer.ts';
import { specOf } from '#domain/indicators/registry.ts';
import { periodName } from '#views/cockpit/period-name.ts';
import css from './brief.module.css';
import { useBriefWords } from './use-brief-words.ts';

/** The key indicators in the month, the month before and the year before. */
export function BriefTable({
  explanations,
  notes,
}: {
  readonly explanations: readonly IndicatorExplanation[];
  readonly notes: readonly NoteKey[];
}) {
  const language = useBriefWords();
  const { brief, figures, locale } = language;
  const first = explanations[0];
  if (!first) return null;
  const write = ({ id }: IndicatorExplanation, value: number | null | undefined) =>
    value == null ? figures.words.unknown : valueText(specOf(id).unit, value, briefWords[locale], figures);
  const period = (of: { readonly period: string } | null, otherwise: string) =>
    of ? periodName(of.period, language) : otherwise;
  return (
    <table className={css['table']}>
      <caption>{brief.table}</caption>
      <thead>
        <tr>
          <th scope="col">{brief.indicator}</th>
          <th scope="col">{periodName(first.period, language)}</th>
          <th scope="col">{period(first.before, brief.previous)}</th>
          <th scope="col">{period(first.yearBefore, brief.yearBefore)}</th>
          <th scope="col">{brief.note('')}</th>
        </tr>
      </thead>
      <tbody>
        {explanations.map((one) => {
          const place = notes.indexOf(`indicator:${one.id}`);
          const isWithheld = one.value === null && one.withheld !== null && one.withheld !== 'parts';
          return (
            <tr key={one.id}>
              <th scope="row">{locale === 'zh' ? one.nameZh : one.nameEn}</th>
              <td>{isWithheld ? brief.notPublished : write(one, one.value)}</td>
              <td>{write(one, one.before?.value)}</td>
              <td>{write(one, one.yearBefore?.value)}</td>
              <td>{place < 0 ? '' : figures.number(place + 1, 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
