import { describe, expect, it } from 'vitest';
import { isInsideRing } from '#domain/geo.ts';
import type { Building } from '#domain/model/building.ts';
import { spaceOf } from '#domain/space.ts';
import { outline } from './heping.ts';
import { nearestCircle, subdistrictAt } from './plots.ts';
import { samplePortfolio } from './portfolio.ts';
import { realBuildings, realFacts } from './real.ts';

function named(id: string): Building {
  const found = realBuildings.find((building) => building.id === id);
  if (!found) throw new Error(`invalid id: ${id}`);
  return found;
}

describe('五号院写字楼', () => {
  const building = named('wuhaoyuan');

  it('keeps the bounds of its figures', () => {
    expect(building.gfa).toEqual({ value: 85_000, bound: 'atLeast' });
    expect(building.efficiency).toEqual({ value: 0.75, bound: 'atLeast' });
    expect(building.floorToFloorHeight).toEqual({ min: 4.2, max: 4.2 });
    expect([building.grade, building.gradeBasis]).toEqual(['A', 'claim']);
  });

  it('does not know what the article does not say', () => {
    const { completedOn, rentableArea, statedAvailableArea, statedAskingRent, managementFee } = building;
    expect([completedOn, rentableArea, statedAvailableArea, statedAskingRent, managementFee]).toEqual(
      Array(5).fill(null),
    );
    const space = spaceOf(building, []);
    expect([space.vacancyRate, space.availableArea, space.askingRent]).toEqual([null, null, null]);
  });
});

describe('现代城写字楼底商', () => {
  const building = named('xiandaicheng');

  it('offers 54.1 % of its floor area and has no vacancy, being undelivered', () => {
    const space = spaceOf(building, []);
    expect(space.availabilityRate).toBeCloseTo(0.541, 3);
    expect(space.vacancyRate).toBeNull();
    expect(building.status).toBe('toppedOut');
  });

  it('does not know what the article does not say', () => {
    const { tenure, grade, efficiency, columnFree, statedAskingRent, clearHeight, completedOn } = building;
    expect([tenure, grade, efficiency, columnFree, statedAskingRent, clearHeight, completedOn]).toEqual(
      Array(7).fill(null),
    );
  });
});

describe('the real records', () => {
  it('are not marked as made up, and have no units, leases, reports or tax', () => {
    const sample = samplePortfolio();
    for (const { id, synthetic } of realBuildings) {
      expect(synthetic).toBe(false);
      const records = [sample.floors, sample.units, sample.leases, sample.months, sample.taxRecords];
      expect(records.map((list) => list.filter((entry) => entry.buildingId === id).length)).toEqual(
        Array(5).fill(0),
      );
    }
  });

  it('have a fact of 2025-08-15 for each field that is known, and for no other', () => {
    const untold = new Set<keyof Building>(['id', 'aliases', 'synthetic', 'gradeBasis', 'floors']);
    for (const building of realBuildings) {
      const known = (Object.keys(building) as (keyof Building)[]).filter(
        (field) => building[field] !== null && !untold.has(field),
      );
      const facts = realFacts.filter((fact) => fact.buildingId === building.id);
      expect(facts.map((fact) => fact.field).sort()).toEqual(known.sort());
      expect(new Set(facts.map((fact) => fact.asOf))).toEqual(new Set(['2025-08-15']));
    }
  });

  it('are counted to the circle and subdistrict of their approximate position', () => {
    for (const { position, circleId, subdistrictId } of realBuildings) {
      const { lon, lat } = position ?? { lon: 0, lat: 0 };
      expect(isInsideRing(lon, lat, outline)).toBe(true);
      expect(nearestCircle(lon, lat).id).toBe(circleId);
      expect(subdistrictAt(lon, lat)).toBe(subdistrictId);
      expect(position?.precisionM).toBeGreaterThanOrEqual(50);
    }
  });
});

describe('the sample portfolio', () => {
  it('is made once and holds the real records among the made-up ones, by id', () => {
    const sample = samplePortfolio();
    expect(samplePortfolio()).toBe(sample);
    const ids = sample.buildings.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(212);
    expect(sample.buildings.filter(({ synthetic }) => !synthetic)).toEqual([...realBuildings]);
  });
});
