/** Districts of four circles with two buildings each, and firms in them: for tests of what is told about firms. */
import fc from 'fast-check';
import { exactly } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Lease } from '#domain/model/unit.ts';
import { aBuilding, aDistrict, aLease, anEnterprise, aPortfolio, aUnit } from './builders.ts';

export const district = aDistrict();
const [north = null] = district.circles;
export const circles = ['north', 'south', 'east', 'west'];
export interface Firm {
  readonly circle: number;
  readonly building: number;
  readonly isLocal: boolean;
  readonly since: string;
  readonly until: string;
}

/** Two buildings a circle; each firm in a unit of its own. */
export function districtOf(firms: readonly Firm[]): Portfolio {
  const buildings = circles.flatMap((circleId) =>
    [0, 1].map((at) =>
      aBuilding({
        id: `${circleId}${at}`,
        nameZh: circleId,
        circleId,
        gfa: exactly(9_000),
        rentableArea: exactly(9_000),
      }),
    ),
  );
  const placed = firms.map((firm, at) => ({
    ...firm,
    id: `e${at}`,
    buildingId: `${circles[firm.circle]}${firm.building}`,
  }));
  return aPortfolio({
    district: { ...district, circles: circles.flatMap((id) => (north ? [{ ...north, id }] : [])) },
    buildings,
    units: placed.map(({ buildingId }, at) =>
      aUnit({ id: `u${at}`, label: `${at}`, position: at + 1, buildingId, status: 'leased' }),
    ),
    leases: placed.map(
      ({ id, buildingId, since, until }, at): Lease =>
        aLease({ id: `l${at}`, unitId: `u${at}`, buildingId, enterpriseId: id, start: since, end: until }),
    ),
    enterprises: placed.map(({ id, isLocal }, at) =>
      anEnterprise({
        id,
        name: `机密${at}`,
        industry: isLocal ? 'J' : 'I',
        registeredIn: isLocal ? district.adcode : '其他',
        taxIn: isLocal ? district.adcode : '其他',
      }),
    ),
  });
}

const firm = fc.record({
  circle: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  building: fc.constantFrom(0, 0, 1),
  isLocal: fc.boolean(),
  since: fc.constantFrom('2020-01-01', '2025-06-01', '2026-08-01', '2026-09-01'),
  until: fc.constantFrom('2026-08-31', '2030-01-01', '2030-01-01', '2030-01-01'),
});
/** Firms that come and go around the summer of 2026. */
export const anyFirms = fc.array(firm, { maxLength: 60, size: 'max' });
