/** What is wrong with a field, in words, with what may stand there instead. */
import type { FieldError } from '#contract/problem.ts';
import { shownFigure } from '#format/record-text.ts';
import type { Spec, Trouble } from './draft.ts';
import type { EditingLanguage } from './use-words.ts';

type Reason = FieldError['reason'] | Trouble['reason'];

/** @param wrong as the API has it, or as the page found it itself */
export function reasonText(
  language: EditingLanguage,
  where: Spec,
  { reason, allowed }: { readonly reason: Reason; readonly allowed: string },
): string {
  const { reasons } = language.editing;
  switch (reason) {
    case 'outOfRange':
      return reasons.outOfRange(rangeText(language, where) ?? allowed);
    case 'tooLong':
      return tooLongText(language, where, allowed);
    case 'notADate':
      return reasons.notADate(dateHint(language, where));
    case 'badCharacters':
      return where.spec.kind === 'id' ? reasons.badId : reasons.badCharacters;
    case 'floorOverfull': {
      const [, sum, area] = /Σ ([\d.]+) ≤ ([\d.]+)/.exec(allowed) ?? [];
      const shown = (figure: string) => language.figures.withUnit('sqm', Number(figure));
      return sum && area ? reasons.floorOverfull(shown(sum), shown(area)) : reasons.floorOverfullPlain;
    }
    case 'endBeforeStart':
      return reasons.endBeforeStart(allowed.replace('≥ ', ''));
    case 'leasesOverlap':
      return reasons.leasesOverlap(allowed.replace(/^[^:]*: /, ''));
    case 'partAboveWhole':
      return reasons.partAboveWhole(wholeText(language, where, allowed));
    case 'otherUnit':
      return reasons.otherUnit(allowed, unitText(language, where));
    default:
      return reasons[reason];
  }
}

function tooLongText({ editing, figures }: EditingLanguage, { spec }: Spec, allowed: string): string {
  const most = Number(allowed.replace(/\D/g, ''));
  const isCount = spec.kind === 'texts' && most === spec.count;
  return (isCount ? editing.reasons.tooMany : editing.reasons.tooLong)(figures.number(most));
}

function unitText({ records, editing }: EditingLanguage, { unit }: Spec): string {
  return unit === null ? editing.reasons.notANumber : records.units[unit];
}

function rangeText({ figures, records }: EditingLanguage, { spec, unit }: Spec): string | null {
  if (!('min' in spec)) return null;
  const [low, high] = [spec.min, spec.max].map((end) => figures.number(shownFigure(unit, end)));
  return `${low}–${high}${unit === null ? '' : ` ${records.units[unit]}`}`;
}

/** `≤ 1200` in the unit that people use. */
function wholeText({ figures, records }: EditingLanguage, { unit }: Spec, allowed: string): string {
  const whole = Number(allowed.replace(/[^\d.-]/g, ''));
  if (!Number.isFinite(whole)) return allowed;
  return `≤ ${figures.number(shownFigure(unit, whole))}${unit === null ? '' : ` ${records.units[unit]}`}`;
}

/** How a date of this field is written. */
export function dateHint({ editing }: EditingLanguage, { spec }: Spec): string {
  if (spec.kind === 'month') return editing.monthHint;
  return spec.kind === 'dateOrMonth' ? editing.dateOrMonthHint : editing.dateHint;
}
