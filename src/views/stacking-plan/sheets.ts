/** A drawing that is higher than a sheet of paper, cut between floors. */
import type { PlanLayout } from './layout.ts';

/** A part of a drawing, px from its top. */
export interface SheetPart {
  readonly top: number;
  readonly height: number;
}

/** About as high as each other, none higher than its share and one floor. */
export function sheetParts(
  { rows, height }: Pick<PlanLayout, 'rows' | 'height'>,
  sheets: number,
): readonly [SheetPart, ...SheetPart[]] {
  const feet = rows.map((row) => row.y + row.height);
  const cuts = Array.from({ length: sheets - 1 }, (_, at) => {
    const share = ((at + 1) * height) / sheets;
    return feet.findLast((foot) => foot <= share) ?? 0;
  });
  const tops = [...new Set([0, ...cuts])];
  const part = (top: number, at: number) => ({ top, height: (tops[at + 1] ?? height) - top });
  const [, ...further] = tops;
  return [part(0, 0), ...further.map((top, at) => part(top, at + 1))];
}
