/** From a comparison back to 找楼: the search as it was left, with what is compared now put aside. */
import { formatSubjects, type Subject } from './ids.ts';

/** @param lastFind the query part of the last address of 找楼, kept as it stands; empty when there was none */
export function findAddress(lastFind: string, subjects: readonly Subject[]): string {
  const kept = lastFind.split('&').filter((part) => part !== '' && !part.startsWith('pick='));
  const parts = subjects.length === 0 ? kept : [...kept, `pick=${formatSubjects(subjects)}`];
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`;
}
