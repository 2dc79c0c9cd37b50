import type { IndicatorUnit } from '../indicators/spec.ts';
import { type BriefPart, filled, joined, type NoteKey, name } from './parts.ts';
import type { BriefWriter } from './writer.ts';

/** How far a target is. */
export interface BriefTarget {
  readonly id: string;
  /** In the language of the brief. */
  readonly name: string;
  readonly unit: IndicatorUnit;
  readonly targetValue: number;
  readonly actual: number | null;
  /** What is missing, in the unit of the indicator; below zero beyond the target. */
  readonly gap: number | null;
  /** 0–1 */
  readonly coverage: number | null;
  readonly forecast: { readonly value: number; readonly reaches: boolean } | null;
}

/** As many as there is room for on one sheet. */
export const mostTargets = 4;

export function targetSentences(
  targets: readonly BriefTarget[],
  writer: BriefWriter,
): readonly (readonly BriefPart[])[] {
  const shown = targets.slice(0, mostTargets).map((target) => targetSentence(target, writer));
  return targets.length > mostTargets ? [...shown, filled(writer.words.moreTargets)] : shown;
}

function targetSentence(target: BriefTarget, writer: BriefWriter): readonly BriefPart[] {
  const { words } = writer;
  const note: NoteKey = `target:${target.id}`;
  const { unit, actual, gap, coverage, forecast } = target;
  const given = { name: name(target.name), target: writer.value(unit, target.targetValue, note) };
  if (actual === null || gap === null) return filled(words.targetUnknown, given);
  const head = filled(words.target, {
    ...given,
    actual: writer.value(unit, actual, note),
    covered: writer.covered(coverage, note),
  });
  const size = Math.abs(gap);
  const form = unit === 'ratio' ? 'points' : 'amount';
  const by = { gap: writer.change(unit, { direction: 'rose', size, form }, note) };
  const distance = gap === 0 ? filled(words.reached) : filled(gap > 0 ? words.gap : words.exceeded, by);
  const end = forecast
    ? filled(words.forecast[forecast.reaches ? 'reaches' : 'misses'], {
        value: writer.value(unit, forecast.value, note),
      })
    : filled(words.forecast.none);
  return joined([head, distance, end], words.comma);
}
