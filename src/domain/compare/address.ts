/** The address of a comparison: what is compared, how it is looked at, and what others write beside it. */
import { encode, pairsFrom } from '../query/pairs.ts';
import { type Dropped, formatSubject, formatSubjects, parseSubjects, type Subject } from './ids.ts';

export const compareViews = ['table', 'radar'] as const;
export type CompareView = (typeof compareViews)[number];

export interface CompareAddress {
  /** In the order of the columns. */
  readonly subjects: readonly Subject[];
  readonly differencesOnly: boolean;
  readonly view: CompareView;
  /** The column that stays where there is room for two, as its id is written; null: the first. */
  readonly pinned: string | null;
  /** Pairs that are not this file's, such as the assumptions of costs; kept as they are. */
  readonly others: readonly (readonly [string, string])[];
}

export interface ParsedAddress extends CompareAddress {
  readonly dropped: readonly Dropped[];
}

/** Reads the query part of an address; never throws. A switch that is neither on nor off is off. */
export function parseAddress(search: string): ParsedAddress {
  const pairs = pairsFrom(search);
  const read = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
  const { subjects, dropped } = parseSubjects(read('ids'));
  return {
    subjects,
    dropped,
    differencesOnly: read('diff') === '1',
    view: compareViews.find((view) => view === read('view')) ?? 'table',
    pinned: stays(subjects, read('pin')),
    others: pairs.filter(([name]) => !own.has(name)),
  };
}

const own: ReadonlySet<string> = new Set(['ids', 'diff', 'view', 'pin']);

/** The first stays without being named; what is not among them cannot. */
function stays(subjects: readonly Subject[], id: string | null): string | null {
  return subjects.slice(1).some((subject) => formatSubject(subject) === id) ? id : null;
}

/** The query part without `?`; '' when there is nothing to say. */
export function formatAddress({ subjects, differencesOnly, view, pinned, others }: CompareAddress): string {
  const pairs: (readonly [string, string])[] = [];
  if (subjects.length > 0) pairs.push(['ids', formatSubjects(subjects)]);
  if (differencesOnly) pairs.push(['diff', '1']);
  if (view !== 'table') pairs.push(['view', view]);
  const kept = stays(subjects, pinned);
  if (kept !== null) pairs.push(['pin', kept]);
  return [...pairs, ...others].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

/** The subject `step` places further on; where it stands already at the end, nothing changes. */
export function moved(subjects: readonly Subject[], from: number, step: number): readonly Subject[] {
  const subject = subjects[from];
  const to = Math.min(subjects.length - 1, Math.max(0, from + step));
  return subject ? subjects.toSpliced(from, 1).toSpliced(to, 0, subject) : subjects;
}
