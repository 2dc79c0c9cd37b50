/** One line a figure: what, how much, and the limit beside it. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function report(what: string, value: number, unit: string, limit: number | null, isMost = true): void {
  const figure = `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`.padStart(12);
  if (limit === null) {
    console.log(`${what.padEnd(58)}${figure}`);
    return;
  }
  const isWithin = isMost ? value <= limit : value >= limit;
  const bound = `${isMost ? '≤' : '≥'} ${limit} ${unit}`;
  console.log(`${what.padEnd(58)}${figure}   ${bound.padEnd(12)} ${isWithin ? 'reached' : 'MISSED'}`);
}
