import { memo } from 'react';
import type { PlanUnit } from '#domain/stacking/storey.ts';
import { boxLines, hasRoomForText } from './box-text.ts';
import { type Drawing, toneOfCell } from './cell-drawer.ts';
import type { Cell, LaidFloor, LaidRow, PlanLayout } from './layout.ts';
import { px } from './outlines.ts';
import { boxWords } from './plan-words.ts';
import css from './stacking-plan.module.css';
import type { Measure } from './text-width.ts';
import { isPatterned, type PlanTone } from './tones.tsx';
import type { StackingLanguage } from './use-words.ts';

/** What is in sight, px from the top of the drawing; null: all of it. */
export type Band = { readonly top: number; readonly bottom: number } | null;

/**
 * Labels of units, for the eye only: the cells have their names. Texts are what costs most to lay out,
 * so only those in sight are drawn.
 */
export const PlanTexts = memo(function PlanTexts({
  layout,
  toneOf,
  language,
  measure,
  band,
}: Omit<Drawing, 'patterns'> & { readonly band: Band }) {
  const isInSight = ({ y, height }: LaidRow) => band === null || (y + height >= band.top && y <= band.bottom);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus
    <g className={css['texts']} aria-hidden="true">
      {layout.rows.map((row) =>
        row.kind === 'floor' && isInSight(row) ? (
          <RowTexts key={row.storey.floor} row={row} toneOf={toneOf} language={language} measure={measure} />
        ) : null,
      )}
    </g>
  );
});

const RowTexts = memo(function RowTexts({
  row,
  toneOf,
  language,
  measure,
}: {
  readonly row: LaidFloor;
  readonly toneOf: (unit: PlanUnit) => PlanTone;
  readonly language: StackingLanguage;
  readonly measure: Measure;
}) {
  return row.cells.filter(hasRoomForText).flatMap((cell) => {
    const tone = toneOfCell(cell, toneOf);
    return linesOf(cell, language, measure).map(({ part, text, x, y }) => (
      <text
        key={`${cell.id} ${part}`}
        data-tone={tone}
        data-halo={isPatterned(tone) || undefined}
        x={px(x)}
        y={px(y)}
      >
        {text}
      </text>
    ));
  });
});

/** Lines around blocks, above the texts, and what the largest measures. */
export const PlanBlocks = memo(function PlanBlocks({
  layout,
  language,
}: {
  readonly layout: PlanLayout;
  readonly language: StackingLanguage;
}) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus
    <g className={css['texts']} aria-hidden="true">
      {layout.outlines.map(({ path, isLargest }) => (
        <path key={path} className={css['block']} data-largest={isLargest || undefined} d={path} />
      ))}
      <LargestBracket layout={layout} language={language} />
    </g>
  );
});

function linesOf(cell: Cell, language: StackingLanguage, measure: Measure) {
  if (cell.unit) return boxLines(cell, boxWords(cell.unit, language), measure);
  const { stacking, figures } = language;
  if (cell.kind === 'rest') {
    return boxLines(cell, { label: stacking.rest, area: areaText(cell, language), note: '' }, measure);
  }
  const area = cell.area === null ? figures.words.unknown : areaText(cell, language);
  return boxLines(cell, { label: stacking.blank, area, note: '' }, measure);
}

function areaText({ area }: Cell, { figures }: StackingLanguage): string {
  return `${figures.number(area ?? 0, 0)} ㎡`;
}

function LargestBracket({
  layout: { largest, height },
  language: { figures, stacking },
}: {
  readonly layout: PlanLayout;
  readonly language: StackingLanguage;
}) {
  if (!largest) return null;
  const { x, top, bottom, block } = largest;
  const middle = Math.min(height - 16, Math.max(16, (top + bottom) / 2));
  return (
    <>
      <path className={css['bracket']} d={`M${px(x)} ${px(top + 1)}h4V${px(bottom - 1)}h-4`} />
      <text className={css['bracketText']} x={px(x + 10)} y={px(middle - 7)}>
        {stacking.largest}
      </text>
      <text className={css['bracketArea']} x={px(x + 10)} y={px(middle + 7)}>
        {`${figures.number(block.area, 0)} ㎡`}
      </text>
    </>
  );
}
