/** Where each figure that a write sets comes from: facts beside the changes of buildings. */
import type { IsoDate } from '../measure.ts';
import type { Building, Confidence, Fact } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { type Change, changeOf } from './change.ts';
import { fieldTables } from './fields.ts';
import { isSameValue } from './same-value.ts';

export interface Provenance {
  /** As the user calls it: "天泰物业 2026年9月报表". */
  readonly source: string;
  readonly asOf: IsoDate;
  readonly confidence: Confidence;
  readonly note: string | null;
}

/** What is no figure that a source could state. */
const unstated: readonly string[] = ['id', 'synthetic'];
const stated = Object.keys(fieldTables.building).filter(
  (field) => !unstated.includes(field),
) as (keyof Building)[];

/**
 * A fact for each field of a building that changes: what it now says comes from this source. A field that becomes
 * unknown loses its fact, and so does each where nobody says where it comes from (`provenance` null); one that stays as
 * it was keeps the source that it had. Made one by one while walked.
 */
export function* factChanges(
  portfolio: Portfolio,
  changes: Iterable<Change>,
  provenance: Provenance | null,
): Generator<Change> {
  const factsOf = Map.groupBy(portfolio.facts, ({ buildingId }) => buildingId);
  for (const change of changes) {
    if (change.entity !== 'building' || change.after === null) continue;
    const facts = factsOf.get(change.key);
    for (const field of stated) {
      const value = change.after[field];
      if (isSameValue(change.before?.[field] ?? emptyOf(field), value)) continue;
      const known = facts?.find((fact) => fact.field === field) ?? null;
      const fact: Fact | null =
        provenance === null || isSameValue(value, emptyOf(field))
          ? null
          : { buildingId: change.key, field, ...provenance };
      if (known !== null || fact !== null) yield changeOf('fact', known, fact);
    }
  }
}

const empty: Partial<Record<keyof Building, unknown>> = {
  aliases: [],
  remarks: [],
  floors: { above: null, below: null },
};

function emptyOf(field: keyof Building): unknown {
  return empty[field] ?? null;
}
