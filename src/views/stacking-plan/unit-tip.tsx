import type { Cell } from './layout.ts';
import { cellName, unitFacts } from './plan-words.ts';
import css from './stacking-plan.module.css';
import type { StackingLanguage } from './use-words.ts';

/** Where a tip hangs, px from the top left of what holds the plan. */
export interface TipPlace {
  readonly id: string;
  readonly left: number;
  /** Of the piece that it speaks of. */
  readonly top: number;
  readonly bottom: number;
  readonly isAbove: boolean;
}

/** Half of the widest tip. */
const halfTip = 130;
/** A tip with all facts is about this high. */
const tipRoom = 190;

/** Beside a piece, where there is more room, within the width of what holds it. */
export function tipPlace(cell: Cell, region: HTMLElement): TipPlace {
  const middle = cell.x + cell.width / 2 - region.scrollLeft;
  const top = cell.y - region.scrollTop;
  const bottom = top + cell.height;
  const width = Math.max(region.clientWidth, halfTip * 2);
  return {
    id: cell.id,
    left: Math.min(width - halfTip, Math.max(halfTip, middle)),
    top,
    bottom,
    isAbove: bottom + tipRoom > region.clientHeight && top > region.clientHeight - bottom,
  };
}

/** The facts of a piece, for the eye: its name says them too. */
export function UnitTip({
  cell,
  place,
  language,
}: {
  readonly cell: Cell;
  readonly place: TipPlace;
  readonly language: StackingLanguage;
}) {
  const { unit } = cell;
  return (
    <div
      className={css['tip']}
      data-above={place.isAbove || undefined}
      aria-hidden="true"
      style={{ left: place.left, top: place.isAbove ? place.top : place.bottom }}
    >
      <p className={css['tipTitle']}>
        {unit ? `${cell.storey.label} · ${unit.label}` : `${cell.storey.label} · ${cellName(cell, language)}`}
      </p>
      {unit && (
        <dl className={css['tipFacts']}>
          {unitFacts(unit, language).map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
