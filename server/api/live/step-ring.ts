/** The last steps of the data, each as every role saw it. */
import { mostNamed } from '#contract/events.ts';
import type { BuildingId, IsoDate } from '#domain/measure.ts';
import type { Role } from '#domain/visibility.ts';
import type { Step } from '../read-models.ts';
import type { Revision } from '../store.ts';

/** What a role sees of some steps. */
export interface News {
  readonly buildings: ReadonlySet<BuildingId> | 'all';
}

export interface Position {
  readonly revision: Revision;
  readonly asOf: IsoDate;
}

interface Kept extends Position {
  /** null where everything was loaded anew. */
  readonly seen: ReadonlyMap<Role, News['buildings']> | null;
  readonly hasNewDay: boolean;
}

export class StepRing {
  readonly #most: number;
  readonly #kept: Kept[] = [];

  /** @param most how many steps are kept; whoever missed more is told that anything may have changed */
  constructor(most: number) {
    this.#most = most;
  }

  /** Where the data stand; null before they were first loaded. */
  position(): Position | null {
    return this.#kept.at(-1) ?? null;
  }

  /** Returns whether the data are others than before. */
  add({ to, seen }: Step): boolean {
    const last = this.position();
    const { revision, portfolio } = to;
    if (last?.revision === revision) return false;
    const { asOf } = portfolio;
    this.#kept.push({
      revision,
      asOf,
      seen: seen && named(seen),
      hasNewDay: last !== null && last.asOf !== asOf,
    });
    if (this.#kept.length > this.#most) this.#kept.shift();
    return last !== null;
  }

  /** What a role has missed that knows the data of a revision; null when it has missed nothing. */
  since(revision: Revision, role: Role): News | null {
    const known = this.#kept.findLastIndex((kept) => kept.revision === revision);
    if (known < 0) return { buildings: 'all' };
    const missed = this.#kept.slice(known + 1);
    const buildings = new Set<BuildingId>();
    for (const { seen } of missed) {
      const named = seen?.get(role) ?? 'all';
      if (named === 'all') return { buildings: 'all' };
      for (const id of named) buildings.add(id);
    }
    return buildings.size > 0 || missed.some(({ hasNewDay }) => hasNewDay) ? { buildings } : null;
  }
}

/** More buildings than an event names are all of them. */
function named(seen: ReadonlyMap<Role, ReadonlySet<BuildingId>>): ReadonlyMap<Role, News['buildings']> {
  return new Map(
    [...seen].map(([role, buildings]) => [role, buildings.size > mostNamed ? 'all' : buildings]),
  );
}
