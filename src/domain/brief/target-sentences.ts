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
  readonly forecast: { readonly value: number; readonly reaches: boolean | null } | null;
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
  const { unit, actual, coverage, forecast } = target;
  const given = { name: name(target.name), target: writer.value(unit, target.targetValue, note) };
  if (actual === null) return filled(words.targetUnknown, given);
  const head = filled(words.target, {
    ...given,
    actual: writer.value(unit, actual, note),
    covered: writer.covered(coverage, note),
  });
  const end = forecast
    ? filled(words.forecast[endOf(forecast.reaches)], {
        value: writer.value(unit, forecast.value, note),
      })
    : filled(words.forecast.none);
  return joined([head, ...distanceParts(target, note, writer), end], words.comma);
}

/** How much is missing; nothing where that is not known. */
function distanceParts(
  { unit, gap }: BriefTarget,
  note: NoteKey,
  writer: BriefWriter,
): readonly (readonly BriefPart[])[] {
  const { words } = writer;
  if (gap === null) return [];
  if (gap === 0) return [filled(words.reached)];
  const form = unit === 'ratio' ? 'points' : 'amount';
  const by = writer.change(unit, { direction: 'rose', size: Math.abs(gap), form }, note);
  return [filled(gap > 0 ? words.gap : words.exceeded, { gap: by })];
}

function endOf(reaches: boolean | null): 'reaches' | 'misses' | 'open' {
  if (reaches === null) return 'open';
  return reaches ? 'reaches' : 'misses';
}
