import type { Language } from '#format/locale.tsx';

/** "2026-09" → "2026年9月"; quarters and years as they are written. */
export function periodName(
  period: string | undefined,
  { figures, locale }: Pick<Language, 'figures' | 'locale'>,
): string {
  if (period === undefined) return figures.words.unknown;
  if (/^\d{4}-\d{2}$/.test(period)) return figures.month(period);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return locale === 'zh' ? `${quarter[1]}年第${quarter[2]}季度` : `${quarter[1]} Q${quarter[2]}`;
  return locale === 'zh' ? `${period}年` : period;
}
