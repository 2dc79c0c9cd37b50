/** Where new values come from, as it is being typed. */
import type { Source } from '#contract/records.ts';
import type { Confidence } from '#domain/model/building.ts';
import { isoDate } from './iso-date.ts';

export interface SourceDraft {
  readonly source: string;
  readonly asOf: string;
  readonly confidence: Confidence;
  readonly note: string;
  /** What is wrong with it is shown. */
  readonly isChecked: boolean;
}

export function sourceFrom(source: Source | null): SourceDraft {
  return {
    source: source?.source ?? '',
    asOf: source?.asOf ?? '',
    confidence: source?.confidence ?? 'B',
    note: source?.note ?? '',
    isChecked: false,
  };
}

/** null: none is given, and none is needed. */
export function readSource({ source, asOf, confidence, note }: SourceDraft): Source | 'incomplete' | null {
  if (source.trim() === '' && asOf.trim() === '' && note.trim() === '') return null;
  const date = isoDate(asOf.trim());
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  if (source.trim() === '' || !isDay) return 'incomplete';
  return { source: source.trim(), asOf: date, confidence, note: note.trim() || null };
}
