/** `2026/3/5`, `2026年3月`, `2026.03` as `2026-03-05`, `2026-03`; anything else as it was. */
export function isoDate(typed: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(typed.normalize('NFKC').trim());
  if (!match) return typed;
  const [, year, month = '', day] = match;
  const padded = (part: string) => part.padStart(2, '0');
  return [year, padded(month), ...(day ? [padded(day)] : [])].join('-');
}
