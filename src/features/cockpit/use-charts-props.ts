import { useMemo } from 'react';
import { filterInWords } from '#domain/words/describe.ts';
import type { ChartOrigin } from '#views/cockpit/cockpit-frame.tsx';
import type { KpiTime } from '#views/cockpit/kpi-card.tsx';
import { periodName } from '#views/cockpit/period-name.ts';
import { toggleValue } from '#views/filters/clauses.ts';
import type { ChartsProps } from './charts-section.tsx';
import type { SectionsProps } from './sections.tsx';
import { type GroupedBy, groupings } from './shown-figures.ts';
import { usePageWords } from './use-page-words.ts';

/** What every chart is given: where its figures come from, the time, and how a press narrows. */
export function useChartsProps(props: SectionsProps, time: KpiTime): ChartsProps {
  const language = usePageWords();
  const { answer, address, district, names, change, figures, shown, onAt } = props;
  const { locale } = language;
  const { query } = address;
  const scope = useMemo(() => {
    const name = locale === 'zh' ? district.nameZh : district.nameEn;
    return `${name} · ${filterInWords(query, language.figures, names)}`;
  }, [query, district, locale, language.figures, names]);
  const period = periodName(answer.periods[time.at], language);
  const { asOf } = answer;
  const origin = useMemo(
    (): ChartOrigin => ({ scope, period, asOf, synthetic: figures.isSample }),
    [scope, period, asOf, figures.isSample],
  );
  const narrowed = useMemo(() => {
    const by = groupings.find((one) => query.sets[one]?.length === 1);
    const id = by && query.sets[by]?.[0];
    return by && id !== undefined ? { by, id } : null;
  }, [query]);
  const onNarrow = useMemo(
    () => (by: GroupedBy, id: string) => {
      if (id === 'unknown') return;
      const others = (query.sets[by] ?? []).filter((one) => one !== id);
      change({ query: toggleValue(query, by, id, [...others, id]) });
    },
    [query, change],
  );
  return {
    shown,
    periods: answer.periods,
    time,
    onAt,
    bounds: district.bounds,
    names,
    origin,
    narrowed,
    onNarrow,
  };
}
