/** Blocks as lines around their units: stacked floors are one shape. */
import type { PlanBlock } from '#domain/stacking/storey.ts';
import type { Cell, LaidRow } from './layout.ts';

export interface Outline {
  readonly block: PlanBlock;
  readonly isLargest: boolean;
  /** Of an SVG path, closed. */
  readonly path: string;
}

interface Band {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The block with the most area, the first of equals. */
export function largestBlock(blocks: readonly PlanBlock[]): PlanBlock | null {
  return blocks.reduce<PlanBlock | null>((most, one) => (most && most.area >= one.area ? most : one), null);
}

/** Blocks of more than one unit, and the largest of all; the largest last, so that its line lies on top. */
export function outlinesOf(
  blocks: readonly PlanBlock[],
  rows: readonly LaidRow[],
  cellOf: ReadonlyMap<string, Cell>,
): readonly Outline[] {
  const largest = largestBlock(blocks);
  return blocks
    .filter((block) => block === largest || block.unitIds.length > 1)
    .toSorted((a, b) => Number(a === largest) - Number(b === largest))
    .map((block) => ({
      block,
      isLargest: block === largest,
      path: shapesOf(bandsOf(block, cellOf), rows).map(pathAround).join(''),
    }))
    .filter(({ path }) => path !== '');
}

/** One band a floor, from the top down. */
function bandsOf(block: PlanBlock, cellOf: ReadonlyMap<string, Cell>): readonly Band[] {
  const cells = block.unitIds.flatMap((id) => cellOf.get(id) ?? []);
  return [...Map.groupBy(cells, (cell) => cell.row)]
    .sort(([a], [b]) => a - b)
    .map(([row, own]) => ({
      row,
      left: Math.min(...own.map(({ x }) => x)),
      right: Math.max(...own.map(({ x, width }) => x + width)),
      top: own[0]?.y ?? 0,
      bottom: (own[0]?.y ?? 0) + (own[0]?.height ?? 0),
    }));
}

/** Bands that lie on each other; floors that a gap parts are two shapes. */
function shapesOf(bands: readonly Band[], rows: readonly LaidRow[]): readonly (readonly Band[])[] {
  const shapes: Band[][] = [];
  for (const band of bands) {
    const shape = shapes.at(-1);
    const above = shape?.at(-1);
    const touches = above && above.row + 1 === band.row && rows[band.row]?.kind === 'floor';
    if (shape && touches) shape.push(band);
    else shapes.push([band]);
  }
  return shapes;
}

/** Down the right edges, up the left ones. */
function pathAround(bands: readonly Band[]): string {
  const [first] = bands;
  if (!first) return '';
  const down = bands.map(({ right, bottom }) => `H${px(right)}V${px(bottom)}`);
  const up = bands.toReversed().map(({ left, top }) => `H${px(left)}V${px(top)}`);
  return `M${px(first.left)} ${px(first.top)}${[...down, ...up].join('')}Z`;
}

/** To a tenth of a pixel: finer is not seen, and makes files large. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
