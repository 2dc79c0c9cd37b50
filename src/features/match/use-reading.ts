/** What was pasted and what was read of it; kept in the page alone, never in the address and never on the server. */
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { readRequirement } from '#client/matches.ts';
import type { Extraction } from '#domain/extract/found.ts';
import type { Requirement } from '#domain/matching/requirement.ts';
import {
  type NamedCircle,
  type RequirementRead,
  readAs,
  requirementFrom,
} from '#domain/matching/requirement-from.ts';
import type { RequirementField, Said } from '#views/match/form-field.tsx';
import type { FieldSpan } from '#views/match/segments.ts';

/** The field of the form that a field of a text becomes; its own name where there is none. */
export function formField(name: string): string {
  return Object.entries(readAs).find(([, names]) => names.includes(name))?.[0] ?? name;
}

export interface Reading {
  readonly text: string;
  readonly extraction: Extraction;
  /** Which of several enterprises. */
  readonly place: number;
}

export interface ReadingState {
  readonly reading: Reading | null;
  readonly read: RequirementRead | null;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly ask: (text: string) => void;
  readonly choose: (place: number) => void;
}

export function useReading(
  circles: readonly NamedCircle[],
  onRead: (requirement: Requirement) => void,
): ReadingState {
  const { api } = useClient();
  const [reading, setReading] = useState<Reading | null>(null);
  const item = reading?.extraction.items[reading.place] ?? null;
  const read = useMemo(() => item && requirementFrom(item, circles), [item, circles]);
  const take = (next: Reading) => {
    setReading(next);
    const chosen = next.extraction.items[next.place];
    if (chosen) onRead(requirementFrom(chosen, circles).requirement);
  };
  const asking = useMutation({
    mutationFn: (text: string) => readRequirement(api, text),
    onSuccess: (extraction, text) => take({ text, extraction, place: 0 }),
  });
  return {
    reading,
    read,
    isPending: asking.isPending,
    isError: asking.isError,
    ask: (text) => asking.mutate(text),
    choose: (place) => reading && take({ ...reading, place }),
  };
}

/** The stretches of the text that became fields of the enterprise that is looked at. */
export function spansIn({ extraction, place }: Reading): readonly FieldSpan[] {
  const fields = extraction.items[place]?.fields ?? {};
  return Object.entries(fields).map(([name, { span }]) => ({ field: formField(name), span }));
}

/** The words behind each field of the form, and whether it still says what they say. */
export function saidOf(
  { extraction, place }: Reading,
  read: RequirementRead,
  now: Requirement,
): Partial<Record<RequirementField, Said>> {
  const found = extraction.items[place]?.fields ?? {};
  const said: Partial<Record<RequirementField, Said>> = {};
  for (const [field, names] of Object.entries(readAs) as [RequirementField, readonly string[]][]) {
    const texts = names.flatMap((name) => found[name]?.text ?? []);
    if (texts.length === 0 || read.requirement[field] === null) continue;
    const isChanged = JSON.stringify(now[field]) !== JSON.stringify(read.requirement[field]);
    said[field] = { text: [...new Set(texts)].join(' … '), isChanged };
  }
  return said;
}
