import type { EnterpriseId, IsoDate, Ratio, SquareMetres } from '../measure.ts';
import type { Enterprise, Lease, Unit } from '../model/unit.ts';
import { isOccupied } from '../space.ts';
import { areaOf, distinctUnits, lettingsOf } from './lettings.ts';

export interface Tenant {
  readonly enterpriseId: EnterpriseId;
  /** null when the firm is not on file. */
  readonly name: string | null;
  /** Section of GB/T 4754; null when not known. */
  readonly industry: string | null;
  readonly area: SquareMetres;
  readonly units: number;
  /** Of all occupied area, 0–1. */
  readonly share: Ratio;
}

export interface TenantMix {
  /** Largest first; of equal size by id. */
  readonly tenants: readonly Tenant[];
  /** Let and owner-occupied, ㎡. */
  readonly occupiedArea: SquareMetres;
  /** Occupied by the status of the unit, but no running lease says by whom, ㎡. */
  readonly unknownArea: SquareMetres;
  /** Share of the occupied area whose occupier is on file; null when nothing is occupied. */
  readonly coverage: Ratio | null;
}

/**
 * 租户组合: who occupies how much. One firm with several units is one tenant.
 *
 * - unit: ㎡ and shares of the occupied area; all shares and that of `unknownArea` add up to 1
 * - coverage: by area, occupied units with a known occupier ÷ all occupied units
 * - edges: where a unit is sublet, whoever sits there is the tenant; the firm of a lease that has ended is not
 *   taken to be there still; owner-occupied space is of an unknown firm, since no record names the owner
 */
export function tenantMix(
  leases: readonly Lease[],
  enterprises: readonly Enterprise[],
  units: readonly Unit[],
  asOf: IsoDate,
): TenantMix {
  const firms = new Map(enterprises.map((firm) => [firm.id, firm]));
  const occupied = lettingsOf(leases, units, asOf).flatMap(({ unit, occupier }) =>
    occupier ? [{ unit, firm: occupier.enterpriseId }] : [],
  );
  const occupiedArea = areaOf(distinctUnits(units).filter(isOccupied));
  const tenants = [...Map.groupBy(occupied, ({ firm }) => firm)].map(([id, own]): Tenant => {
    const area = areaOf(own.map(({ unit }) => unit));
    const firm = firms.get(id);
    return {
      enterpriseId: id,
      name: firm?.name ?? null,
      industry: firm?.industry ?? null,
      area,
      units: own.length,
      share: occupiedArea > 0 ? area / occupiedArea : 0,
    };
  });
  const known = areaOf(tenants);
  return {
    tenants: tenants.sort((a, b) => b.area - a.area || (a.enterpriseId < b.enterpriseId ? -1 : 1)),
    occupiedArea,
    unknownArea: areaOf([{ area: occupiedArea - known }]),
    coverage: occupiedArea > 0 ? known / occupiedArea : null,
  };
}
