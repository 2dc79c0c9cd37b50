/** Terms, industries and movements of the firms of many buildings. Only for a role that may see tenants. */
import type { Expiries, Industries, Movements } from '#contract/cockpit.ts';
import { plusMonths } from '#domain/calendar.ts';
import { expiryProfile } from '#domain/indicators/expiry-profile.ts';
import { industryMix } from '#domain/indicators/industry-mix.ts';
import { lettingsOf } from '#domain/indicators/lettings.ts';
import type { BuildingId } from '#domain/measure.ts';
import { movementKinds, movements } from '#domain/movements/movements.ts';
import { inSlices, type Pause } from '../in-slices.ts';
import type { MonthSpan } from '../month-span.ts';
import type { ReadModel } from '../read-model.ts';
import { type BuildingSet, ofSet } from './building-set.ts';

/** Names of a building that is on file. */
export function namesOfBuilding({ portfolio, rowOf }: ReadModel, buildingId: BuildingId) {
  const building = portfolio.buildings[rowOf.get(buildingId) ?? -1];
  return { buildingId, nameZh: building?.nameZh ?? buildingId, nameEn: building?.nameEn ?? null };
}

export function expiriesOf(model: ReadModel, set: BuildingSet): Expiries {
  const { portfolio, revision } = model;
  const { asOf } = portfolio;
  const leases = ofSet(set, portfolio.leases);
  const units = ofSet(set, portfolio.units);
  const { quarters, ...profile } = expiryProfile(leases, units, asOf);
  const { enterpriseOf } = model.records();
  const last = plusMonths(asOf, 12);
  const next = lettingsOf(leases, units, asOf).flatMap(({ unit, head }) =>
    head && head.end <= last
      ? [
          {
            ...namesOfBuilding(model, unit.buildingId),
            leaseId: head.id,
            unitLabel: unit.label,
            enterpriseId: head.enterpriseId,
            enterprise: enterpriseOf.get(head.enterpriseId)?.name ?? null,
            area: unit.area,
            end: head.end,
          },
        ]
      : [],
  );
  next.sort((a, b) => (a.end === b.end ? b.area - a.area : a.end < b.end ? -1 : 1));
  return { revision, asOf, profile: { quarters: [...quarters], ...profile }, next };
}

export function industriesOf({ portfolio, revision }: ReadModel, set: BuildingSet): Industries {
  const { leases, units, enterprises, asOf } = portfolio;
  const { industries, ...mix } = industryMix(ofSet(set, leases), enterprises, ofSet(set, units), asOf);
  return { revision, asOf, mix: { industries: [...industries], ...mix } };
}

export async function movementsOf(
  model: ReadModel,
  set: BuildingSet,
  span: MonthSpan,
  pause: Pause,
): Promise<Movements> {
  const { portfolio, revision } = model;
  const { asOf, leases, units } = portfolio;
  const { enterpriseOf } = model.records();
  const found = await inSlices(movements(leases, units, span, { asOf, buildings: set.ids }), pause);
  const counts = movementKinds.map((kind) => [kind, found.filter((one) => one.kind === kind).length]);
  return {
    revision,
    asOf,
    from: span.from,
    to: span.to,
    counts: Object.fromEntries(counts) as Movements['counts'],
    items: found.map(({ kind, month, enterpriseId, buildingId, fromBuildingId, area }) => ({
      kind,
      month,
      enterpriseId,
      enterprise: enterpriseOf.get(enterpriseId)?.name ?? null,
      industry: enterpriseOf.get(enterpriseId)?.industry ?? null,
      ...namesOfBuilding(model, buildingId),
      fromBuildingId,
      area,
    })),
  };
}
