/** What happened in a building and what is to come, as far as it is on file. Nothing is inferred. */
import type { IsoDate, IsoMonth, SquareMetres } from '#domain/measure.ts';
import type { BuildingStatus } from '#domain/model/building.ts';

/** What the timeline reads of a lease; area null where the unit is not on file. */
export interface TimelineLease {
  readonly enterpriseId: string;
  readonly enterprise: string | null;
  readonly area: SquareMetres | null;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

export interface TimelineUnit {
  readonly area: SquareMetres;
  readonly status: string;
  readonly marketed: boolean;
  readonly availableFrom: IsoDate | null;
}

export type TimelineEvent =
  | { readonly kind: 'completed'; readonly date: IsoDate | IsoMonth; readonly isPast: boolean }
  | {
      readonly kind: 'status';
      readonly date: IsoDate;
      readonly status: BuildingStatus;
      readonly isPast: true;
    }
  | {
      readonly kind: 'starts' | 'ends';
      readonly date: IsoDate;
      readonly enterprise: string | null;
      readonly area: SquareMetres;
      readonly isPast: boolean;
    }
  | {
      readonly kind: 'free';
      readonly date: IsoDate;
      readonly area: SquareMetres;
      readonly units: number;
      readonly isPast: false;
    };

export interface TimelineSource {
  readonly asOf: IsoDate;
  readonly status: BuildingStatus;
  readonly completedOn: IsoDate | IsoMonth | null;
  readonly units: readonly TimelineUnit[];
  /** null for a role that may not see them. */
  readonly leases: readonly TimelineLease[] | null;
}

const yearsAround = 3;
const mostOfAKind = 4;

/** In the order of time: completion, where things stand now, the largest moves, and dates at which space comes free. */
export function timelineEvents(source: TimelineSource): readonly TimelineEvent[] {
  const { asOf, completedOn, status, leases } = source;
  const events: readonly TimelineEvent[] = [
    ...(completedOn === null
      ? []
      : [{ kind: 'completed' as const, date: completedOn, isPast: isBefore(completedOn, asOf) }]),
    { kind: 'status', date: asOf, status, isPast: true },
    ...largest(movesOf(leases ?? [], 'start', asOf)),
    ...largest(movesOf(leases ?? [], 'end', asOf)),
    ...comingFree(source),
  ];
  return events.toSorted((a, b) => (a.date === b.date ? rank(a) - rank(b) : a.date < b.date ? -1 : 1));
}

/** What is known of a month lies in the past when the month does. */
function isBefore(date: IsoDate | IsoMonth, day: IsoDate): boolean {
  return date <= day.slice(0, date.length);
}

/** Where things stand comes after what happened on that day. */
const rank = ({ kind }: TimelineEvent) => (kind === 'status' ? 1 : 0);

type Move = Extract<TimelineEvent, { readonly kind: 'starts' | 'ends' }>;

/** One firm's leases that begin, or end, on one day are one event: it moves with all of them. */
function movesOf(leases: readonly TimelineLease[], side: 'start' | 'end', asOf: IsoDate): readonly Move[] {
  const [from, to] = [shifted(asOf, -yearsAround), shifted(asOf, yearsAround)];
  const near = leases.filter((lease) => lease[side] >= from && lease[side] <= to);
  return [...Map.groupBy(near, (lease) => `${lease.enterpriseId} ${lease[side]}`).values()].flatMap((own) => {
    const first = own[0];
    const areas = own.flatMap(({ area }) => area ?? []);
    if (!first || areas.length < own.length) return [];
    return {
      kind: side === 'start' ? ('starts' as const) : ('ends' as const),
      date: first[side],
      enterprise: first.enterprise,
      area: areas.reduce((sum, area) => sum + area, 0),
      isPast: first[side] < asOf || (side === 'start' && first[side] === asOf),
    };
  });
}

function shifted(day: IsoDate, years: number): IsoDate {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
}

function largest(moves: readonly Move[]): readonly Move[] {
  return moves.toSorted((a, b) => b.area - a.area || (a.date < b.date ? -1 : 1)).slice(0, mostOfAKind);
}

/** Space on offer that cannot be had yet, by day. */
function comingFree({ units, asOf }: TimelineSource): readonly TimelineEvent[] {
  const offered = units.flatMap(({ area, status, marketed, availableFrom }) =>
    availableFrom !== null &&
    availableFrom > asOf &&
    (status === 'vacant' || (status === 'leased' && marketed))
      ? [{ area, date: availableFrom }]
      : [],
  );
  return [...Map.groupBy(offered, ({ date }) => date)]
    .map(([date, own]) => ({
      kind: 'free' as const,
      date,
      area: own.reduce((sum, { area }) => sum + area, 0),
      units: own.length,
      isPast: false as const,
    }))
    .sort((a, b) => b.area - a.area)
    .slice(0, mostOfAKind);
}
