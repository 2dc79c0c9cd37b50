/** Squarified treemap (Bruls, Huizing, van Wijk 2000): areas as rectangles that are as square as may be. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Rectangles of the areas of `sizes`, which fill `box`.
 * @param sizes none below zero, largest first
 * @returns in the order of `sizes`; what has no size has a box without area
 */
export function treemap(sizes: readonly number[], box: Box): readonly Box[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= 0 || box.width <= 0 || box.height <= 0)
    return sizes.map(() => ({ ...box, width: 0, height: 0 }));
  const scale = (box.width * box.height) / total;
  const areas = sizes.map((size) => size * scale);
  const placed: Box[] = [];
  let rest = box;
  let at = 0;
  while (at < areas.length) {
    const side = Math.min(rest.width, rest.height);
    let count = 1;
    while (
      at + count < areas.length &&
      worst(areas.slice(at, at + count + 1), side) <= worst(areas.slice(at, at + count), side)
    ) {
      count++;
    }
    const row = areas.slice(at, at + count);
    const { boxes, left } = layRow(row, rest);
    placed.push(...boxes);
    rest = left;
    at += count;
  }
  return placed;
}

/** The most stretched rectangle of a row along a side: 1 is a square. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((total, area) => total + area, 0);
  const [most, least] = [Math.max(...row), Math.min(...row)];
  if (least <= 0 || sum <= 0) return Number.POSITIVE_INFINITY;
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least));
}

/** One row along the shorter side, and what is left beside it. */
function layRow(row: readonly number[], box: Box): { readonly boxes: readonly Box[]; readonly left: Box } {
  const sum = row.reduce((total, area) => total + area, 0);
  const isColumn = box.width >= box.height;
  const side = isColumn ? box.height : box.width;
  const depth = side > 0 ? sum / side : 0;
  let offset = 0;
  const boxes = row.map((area): Box => {
    const length = depth > 0 ? area / depth : 0;
    const start = offset;
    offset += length;
    return isColumn
      ? { x: box.x, y: box.y + start, width: depth, height: length }
      : { x: box.x + start, y: box.y, width: length, height: depth };
  });
  const left = isColumn
    ? { ...box, x: box.x + depth, width: Math.max(0, box.width - depth) }
    : { ...box, y: box.y + depth, height: Math.max(0, box.height - depth) };
  return { boxes, left };
}
