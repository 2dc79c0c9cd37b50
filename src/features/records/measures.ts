/** Measures of a plan as they are typed: one draft text holds all of them. */

import type { PlanMeasure } from '#domain/model/renewal-plan.ts';
import { isObject } from '#domain/plain-object.ts';
import type { Draft } from './draft.ts';

export interface TypedMeasure {
  readonly text: string;
  readonly due: string;
  readonly doneOn: string;
}

export const noMeasure: TypedMeasure = { text: '', due: '', doneOn: '' };

export function measuresText(measures: readonly (PlanMeasure | TypedMeasure)[]): string {
  const typed = measures.map(({ text, due, doneOn }) => ({ text, due: due ?? '', doneOn: doneOn ?? '' }));
  return typed.length === 0 ? '' : JSON.stringify(typed);
}

/** What is typed so far; nothing where a draft that was kept cannot be read any more. */
export function typedMeasures({ value = '' }: Draft): readonly TypedMeasure[] {
  if (value === '') return [];
  try {
    const parsed: unknown = JSON.parse(value);
    if (!Array.isArray(parsed)) return [];
    return parsed.filter(isObject).map((item) => ({
      text: String(item['text'] ?? ''),
      due: String(item['due'] ?? ''),
      doneOn: String(item['doneOn'] ?? ''),
    }));
  } catch {
    return [];
  }
}
