/** Rules of what people set out to do: targets, and plans for buildings that do not fill. */
import type { Building } from '../model/building.ts';
import type { District } from '../model/portfolio.ts';
import type { RenewalPlan } from '../model/renewal-plan.ts';
import type { Target } from '../model/target.ts';
import type { Found } from './rules.ts';

/** A target is of this district or one of its circles, and lies after where it began. */
export function targetRules({ scope, baseMonth, dueMonth }: Target, { circles }: District): readonly Found[] {
  const isKnown = scope === null || circles.some(({ id }) => id === scope);
  return [
    isKnown ? null : ['scope', scope, 'noSuchRecord', circles.map(({ id }) => id).join(' | ')],
    baseMonth !== null && dueMonth <= baseMonth
      ? ['dueMonth', dueMonth, 'endBeforeStart', `> ${baseMonth}`]
      : null,
  ];
}

/** A plan ends after it begins, and renews no more than the building has. */
export function planRules(
  { startOn, dueOn, doneOn, areaSqm }: RenewalPlan,
  building: Building | undefined,
): readonly Found[] {
  const whole = building?.gfa ?? null;
  const most = whole === null || whole.bound === 'atLeast' || whole.bound === 'about' ? null : whole.value;
  const early = (field: string, day: string | null): Found =>
    startOn !== null && day !== null && day < startOn ? [field, day, 'endBeforeStart', `≥ ${startOn}`] : null;
  return [
    early('dueOn', dueOn),
    early('doneOn', doneOn),
    areaSqm !== null && most !== null && areaSqm > most
      ? ['areaSqm', areaSqm, 'partAboveWhole', `≤ ${most}`]
      : null,
  ];
}
