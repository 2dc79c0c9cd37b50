/** The answers in the shape that the sentences are made from. */
import type { TargetStanding, Watchlist } from '#contract/cockpit.ts';
import type { IndicatorExplanation } from '#contract/indicators.ts';
import type { BriefFigure, BriefInput } from '#domain/brief/brief.ts';
import type { BriefTarget } from '#domain/brief/target-sentences.ts';
import { specOf } from '#domain/indicators/registry.ts';
import { targetUnit } from '../targets-panel.tsx';
import { nameIn } from '../use-page-words.ts';
import type { BriefAnswers } from './use-brief-answers.ts';

type Locale = 'zh' | 'en';

/** @param circleName what a circle is called */
export function briefInput(
  { circles, at, explanations, watch, watchBefore, targets }: BriefAnswers,
  circleName: (id: string) => string,
  locale: Locale,
): BriefInput {
  return {
    figures: explanations.map((explanation) => figureOf(explanation, locale)),
    circles: circles.groups.map(({ id, series }) => ({
      name: circleName(id),
      now: series.vacancyRate?.values[at] ?? null,
      before: series.vacancyRate?.values[at - 1] ?? null,
    })),
    watch: {
      threshold: watch.threshold,
      unknown: watch.unknown,
      of: watch.of,
      vacantArea: watch.vacantArea,
      items: buildingsOf(watch, locale),
      before: watchBefore && buildingsOf(watchBefore, locale),
    },
    targets: targets === null ? null : targets.items.map((standing) => targetOf(standing, locale)),
  };
}

function figureOf(explanation: IndicatorExplanation, locale: Locale): BriefFigure {
  const { id, value, coverage, before, yearBefore, withheld } = explanation;
  return {
    id,
    name: locale === 'zh' ? explanation.nameZh : explanation.nameEn,
    unit: specOf(id).unit,
    value,
    before: before?.value ?? null,
    yearBefore: yearBefore?.value ?? null,
    coverage,
    isWithheld: withheld !== null && withheld !== 'parts',
  };
}

function buildingsOf({ items }: Watchlist, locale: Locale) {
  return items.map((item) => ({ buildingId: item.buildingId, name: nameIn(locale, item) }));
}

function targetOf(standing: TargetStanding, locale: Locale): BriefTarget {
  const { id, indicator, targetValue, actual, gap, coverage, forecast } = standing;
  return {
    id,
    name: nameIn(locale, standing),
    unit: targetUnit(indicator),
    targetValue,
    actual,
    gap,
    coverage,
    forecast: forecast && { value: forecast.value, reaches: forecast.reaches },
  };
}
