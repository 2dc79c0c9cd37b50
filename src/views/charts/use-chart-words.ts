import { useLanguage } from '#format/locale.tsx';
import { type ChartsMessages, chartsMessages } from '#format/messages/charts.ts';

export function useChartWords(): ChartsMessages {
  return chartsMessages[useLanguage().locale];
}
