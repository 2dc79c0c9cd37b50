/** Which known name a mistyped one may mean. */

/** Letters to insert, drop, replace or swap with their neighbour until `a` is `b`. */
function distance(a: string, b: string): number {
  let [twoAbove, above]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (twoAbove[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [twoAbove, above] = [above, row];
  }
  return above[b.length] ?? 0;
}

/** @param most how many letters may differ; null when no name is as near as that */
export function nearest(name: string, known: readonly string[], most: number): string | null {
  const [best] = known
    .map((candidate) => ({ candidate, letters: distance(name.toUpperCase(), candidate) }))
    .filter(({ letters }) => letters <= most)
    .sort((a, b) => a.letters - b.letters);
  return best?.candidate ?? null;
}
