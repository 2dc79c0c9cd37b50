/** Symbols closer than this cannot be told apart by a pointer. */
export const coincidencePx = 5;

/**
 * Moves symbols that (nearly) coincide on to a small ring around the first of them, so that each shows a part
 * of itself that can be hit. The rest stay where they are. Entries are taken in the order given, so the same
 * symbols always land on the same places.
 *
 * @param order entries that may be moved; the first of a group is the ring's centre
 * @param x world pixels, changed in place
 */
export function nudgeCoinciding(
  order: readonly number[],
  x: Float64Array,
  y: Float64Array,
  radius: Float32Array,
): void {
  for (const group of coincidingGroups(order, x, y)) {
    const [leader = 0] = group;
    const mean = group.reduce((sum, entry) => sum + (radius[entry] ?? 0), 0) / group.length;
    const ring = Math.max(4, (0.8 * mean) / Math.sin(Math.PI / group.length));
    const centreX = x[leader] ?? 0;
    const centreY = y[leader] ?? 0;
    group.forEach((entry, place) => {
      const angle = Math.PI * (1 + (2 * place) / group.length);
      x[entry] = centreX + ring * Math.cos(angle);
      y[entry] = centreY + ring * Math.sin(angle);
    });
  }
}

function coincidingGroups(order: readonly number[], x: Float64Array, y: Float64Array): number[][] {
  const groupsByCell = new Map<number, number[][]>();
  const keyOf = (column: number, row: number) => column * 2 ** 26 + row;
  const groups: number[][] = [];
  for (const entry of order) {
    const atX = x[entry] ?? 0;
    const atY = y[entry] ?? 0;
    const column = Math.floor(atX / coincidencePx);
    const row = Math.floor(atY / coincidencePx);
    const near = (group: readonly number[]) => {
      const [leader = 0] = group;
      return Math.hypot((x[leader] ?? 0) - atX, (y[leader] ?? 0) - atY) < coincidencePx;
    };
    let group: number[] | undefined;
    for (let step = 0; step < 9 && !group; step++) {
      const key = keyOf(column - 1 + (step % 3), row - 1 + Math.floor(step / 3));
      group = groupsByCell.get(key)?.find(near);
    }
    if (group) {
      group.push(entry);
      continue;
    }
    const founded = [entry];
    groups.push(founded);
    const key = keyOf(column, row);
    const inCell = groupsByCell.get(key);
    if (inCell) inCell.push(founded);
    else groupsByCell.set(key, [founded]);
  }
  return groups.filter((group) => group.length > 1);
}
