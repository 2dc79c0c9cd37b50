/** What forms and lists of records know of their surroundings. */
import { createContext, useContext } from 'react';
import type { Me } from '#contract/session.ts';
import type { Fact } from '#domain/model/building.ts';
import type { NameOfId } from '#format/record-text.ts';
import type { StatusQueue } from '#ui/status-queue.ts';

export interface PlaceOption {
  readonly value: string;
  readonly text: string;
}

export interface RecordSurroundings {
  readonly me: Pick<Me, 'role' | 'account'>;
  readonly status: StatusQueue;
  /** What ids stand for, as far as it is known here. */
  readonly nameOf: NameOfId;
  /** The district's places to choose from, by field; empty while they load. */
  readonly places: Readonly<Record<'circleId' | 'subdistrictId', readonly PlaceOption[]>>;
  /** Sources of the fields of the building at hand. */
  readonly facts: ReadonlyMap<string, Fact>;
}

const RecordContext = createContext<RecordSurroundings | null>(null);
export const RecordProvider = RecordContext.Provider;

export function useSurroundings(): RecordSurroundings {
  const value = useContext(RecordContext);
  if (!value) throw new Error('useSurroundings is used outside of RecordProvider');
  return value;
}
