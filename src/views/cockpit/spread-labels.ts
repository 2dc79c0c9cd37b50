/**
 * Moves labels of a column apart as little as needed, in their own order: each `gap` px from the next, all between
 * `low` and `high` as long as there is room.
 * @param wanted where each label would stand by itself, px
 * @returns places in the order of `wanted`
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const places = new Array<number>(wanted.length).fill(0);
  let least = low;
  for (const index of order) {
    const place = Math.max(least, wanted[index] ?? low);
    places[index] = place;
    least = place + gap;
  }
  let most = high;
  for (const index of order.toReversed()) {
    if ((places[index] ?? 0) <= most) break;
    places[index] = most;
    most -= gap;
  }
  return places;
}
