import type { IsoDate } from '#domain/measure.ts';
import type { Language } from '#format/locale.tsx';
import type { Line } from './opened-figure.tsx';

/** Of which day a figure made from the files is, and where it comes from. */
export function originLines(
  { asOf, synthetic }: { readonly asOf: IsoDate; readonly synthetic: boolean },
  { figures, messages }: Language,
): readonly Line[] {
  const { counters } = messages;
  const source = synthetic ? `${counters.fromFiles} · ${counters.sample}` : counters.fromFiles;
  return [
    { label: counters.asOf, value: figures.date(asOf) },
    { label: counters.source, value: source },
  ];
}
