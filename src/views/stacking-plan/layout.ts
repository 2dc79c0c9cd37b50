/** Where everything of a stacking plan lies, in px from the top left. No drawing. */
import type { PlanRow } from '#domain/stacking/plan-rows.ts';
import type { PlanBlock, PlanStorey, PlanUnit } from '#domain/stacking/storey.ts';
import { largestBlock, type Outline, outlinesOf } from './outlines.ts';
import { type PlanScale, planScale, plotWidth } from './plan-size.ts';
import { rowCells } from './row-cells.ts';

/** A piece of a floor: a unit, what no unit accounts for, or a floor of which no units are on file. */
export interface Cell {
  readonly kind: 'unit' | 'rest' | 'blank';
  /** Of the unit, else one made of the floor. */
  readonly id: string;
  readonly unit: PlanUnit | null;
  readonly storey: PlanStorey;
  /** ㎡; null when it is not known how large the floor is. */
  readonly area: number | null;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LaidFloor {
  readonly kind: 'floor';
  readonly storey: PlanStorey;
  readonly isOverfull: boolean;
  readonly y: number;
  readonly height: number;
  readonly cells: readonly Cell[];
}

export interface LaidGap {
  readonly kind: 'gap';
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

export type LaidRow = LaidFloor | LaidGap;

export interface PlanLayout {
  readonly width: number;
  readonly height: number;
  /** Right edge of the floor labels. */
  readonly left: number;
  /** Right edge of the widest floor. */
  readonly right: number;
  readonly rows: readonly LaidRow[];
  readonly cellOf: ReadonlyMap<string, Cell>;
  /** Where the ground is: the foot of floor 1. */
  readonly ground: number;
  /** Blocks of more than one unit, and the largest. */
  readonly outlines: readonly Outline[];
  readonly largest: LargestBlock | null;
}

export interface LargestBlock {
  readonly block: PlanBlock;
  /** Where its bracket stands, and what it spans. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LayoutInput {
  readonly rows: readonly PlanRow[];
  readonly blocks: readonly PlanBlock[];
  /** Room on the page, px. */
  readonly room: { readonly width: number; readonly height: number };
  /** 1: all floors in the room, as far as they stay visible. */
  readonly zoom: number;
  /** Width of the widest floor label, px. */
  readonly labelWidth: number;
}

const topRoom = 4;
const labelGap = 8;
/** Below the lowest floor, for the line of the ground. */
const footRoom = 6;
/** Right of the plan, for bracket and area of the largest block. */
const bracketRoom = 84;

export function layoutPlan({ rows, blocks, room, zoom, labelWidth }: LayoutInput): PlanLayout {
  const left = Math.ceil(labelWidth) + labelGap;
  const aside = blocks.length > 0 ? bracketRoom : 2;
  const scale = planScale(rows, room.height - topRoom - footRoom, zoom);
  const width = plotWidth(rows, room.width - left - aside, scale);
  const laid = layRows(rows, scale, left, width);
  const cellOf = new Map(
    laid.flatMap((row) => (row.kind === 'floor' ? row.cells : [])).map((cell) => [cell.id, cell]),
  );
  const foot = laid.at(-1);
  const bottom = foot ? foot.y + foot.height : topRoom;
  return {
    width: Math.ceil(left + width + aside),
    height: Math.ceil(bottom + footRoom),
    left,
    right: left + width,
    rows: laid,
    cellOf,
    ground: groundOf(laid) ?? bottom,
    outlines: outlinesOf(blocks, laid, cellOf),
    largest: largestOf(blocks, laid, cellOf),
  };
}

function layRows(rows: readonly PlanRow[], scale: PlanScale, left: number, width: number) {
  const widest = rows.reduce(
    (most, row) => (row.kind === 'floor' ? Math.max(most, row.extent ?? 0) : most),
    0,
  );
  const perSqm = widest > 0 ? width / widest : 0;
  const laid: LaidRow[] = [];
  let y = topRoom;
  for (const [index, row] of rows.entries()) {
    const height = row.kind === 'gap' ? scale.gap : scale.floor;
    laid.push(
      row.kind === 'gap'
        ? { ...row, y, height }
        : {
            kind: 'floor',
            storey: row.storey,
            isOverfull: row.isOverfull,
            y,
            height,
            cells: rowCells(row, perSqm, width).map((cell) => ({
              ...cell,
              storey: row.storey,
              row: index,
              x: left + cell.x,
              y,
              height,
            })),
          },
    );
    y += height;
  }
  return laid;
}

/** The foot of the lowest row above ground. */
function groundOf(rows: readonly LaidRow[]): number | null {
  const lowest = rows.findLast((row) => (row.kind === 'gap' ? row.from : row.storey.floor) > 0);
  if (lowest) return lowest.y + lowest.height;
  return rows[0]?.y ?? null;
}

function largestOf(
  blocks: readonly PlanBlock[],
  rows: readonly LaidRow[],
  cellOf: ReadonlyMap<string, Cell>,
): LargestBlock | null {
  const block = largestBlock(blocks);
  const cells = block?.unitIds.flatMap((id) => cellOf.get(id) ?? []) ?? [];
  if (!block || cells.length === 0) return null;
  const ends = [...new Set(cells.map(({ row }) => row))].map((row) => {
    const laid = rows[row];
    const last = laid?.kind === 'floor' ? laid.cells.at(-1) : undefined;
    return last ? last.x + last.width : 0;
  });
  return {
    block,
    x: Math.max(...ends) + 6,
    top: Math.min(...cells.map(({ y }) => y)),
    bottom: Math.max(...cells.map(({ y, height }) => y + height)),
  };
}
