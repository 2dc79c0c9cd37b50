/** Findings about the quality of the data, on the wire. */
import type { Findings } from '#contract/cockpit.ts';
import { findingWords } from '#domain/indicators/finding-words.ts';
import { type Finding, findingsOf } from '#domain/indicators/findings.ts';
import { maySeeTenants } from '#domain/visibility.ts';
import type { ReadModel } from '../read-model.ts';
import { type BuildingSet, ofSet } from './building-set.ts';

/** Somebody mends a few at a time. */
const most = 1_000;

function item({ rule, ...finding }: Finding): Findings['items'][number] {
  return { rule, ...finding, ...findingWords[rule] };
}

/** What a role may know of is found in what it may see; the public is told of none. */
function findingsIn({ portfolio, role }: ReadModel): readonly Finding[] {
  return maySeeTenants(role) ? findingsOf(portfolio) : [];
}

export function findingsAnswer(model: ReadModel, set: BuildingSet): Findings {
  const found = ofSet(set, findingsIn(model));
  const { revision, portfolio } = model;
  return { revision, asOf: portfolio.asOf, total: found.length, items: found.slice(0, most).map(item) };
}

const mostBeside = 200;

/** Those of some buildings that may have kept something out of a figure. @param months that the figure speaks of */
export function findingsBeside(
  model: ReadModel,
  buildings: ReadonlySet<string>,
  isConcerned: (month: string) => boolean,
): Findings['items'] {
  return findingsIn(model)
    .filter(({ buildingId, month }) => buildings.has(buildingId) && (month === null || isConcerned(month)))
    .slice(0, mostBeside)
    .map(item);
}
