import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { overfullFloors } from '#domain/space.ts';
import { generatePortfolio } from './generate.ts';

const portfolio = generatePortfolio();
const unitsOf = Map.groupBy(portfolio.units, (unit) => unit.buildingId);
const leasesOf = Map.groupBy(portfolio.leases, (lease) => lease.unitId);
const monthsOf = Map.groupBy(portfolio.months, (month) => month.buildingId);

const cents = (areas: readonly { readonly area: number }[]) =>
  areas.reduce((sum, { area }) => sum + Math.round(area * 100), 0);
const hash = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** What is planned and corrected is no part of what is drawn. */
function drawn({ monthCorrections, renewalPlans, targets, ...others }: Portfolio) {
  expect([monthCorrections, renewalPlans, targets]).toEqual([[], [], []]);
  return others;
}

describe('determinism', () => {
  it('gives the same portfolio for the same seed, and the one that is pinned here', () => {
    expect(hash(generatePortfolio())).toBe(hash(portfolio));
    expect(hash(drawn(portfolio)).slice(0, 16)).toBe('e1d4e75d0997d03b');
  });

  it('gives another portfolio for another seed', () => {
    const [one, other] = [1, 2].map((seed) => generatePortfolio({ seed, buildings: 5, historyMonths: 0 }));
    expect(one?.buildings).not.toEqual(other?.buildings);
  });

  it('moves with the date it is true of', () => {
    const early = generatePortfolio({ asOf: '2025-03-31', buildings: 12 });
    expect(early.months.at(-1)?.month).toBe('2025-02');
    expect(early.leases.every((lease) => lease.start < '2025-03-31')).toBe(true);
  });

  it('refuses options that make no sense', () => {
    expect(() => generatePortfolio({ buildings: -1 })).toThrow('invalid buildings: -1');
    expect(() => generatePortfolio({ units: 1.5 })).toThrow('invalid units: 1.5');
    expect(() => generatePortfolio({ asOf: '2026-13-01' })).toThrow('invalid asOf: 2026-13-01');
  });
});

describe('references', () => {
  it('gives every record an id of its own', () => {
    for (const list of [portfolio.buildings, portfolio.units, portfolio.leases, portfolio.enterprises]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  it('refers only to what is there', () => {
    const buildings = new Set(portfolio.buildings.map(({ id }) => id));
    const units = new Map(portfolio.units.map((unit) => [unit.id, unit.buildingId]));
    const firms = new Set(portfolio.enterprises.map(({ id }) => id));
    expect(portfolio.leases.filter((lease) => units.get(lease.unitId) !== lease.buildingId)).toEqual([]);
    expect(portfolio.leases.filter((lease) => !firms.has(lease.enterpriseId))).toEqual([]);
    expect(portfolio.taxRecords.filter((tax) => !firms.has(tax.enterpriseId))).toEqual([]);
    for (const list of [portfolio.facts, portfolio.floors, portfolio.units, portfolio.months]) {
      expect(list.filter((entry) => !buildings.has(entry.buildingId))).toEqual([]);
    }
  });

  it('marks everything made up as made up, and says so in the source of every fact', () => {
    expect(portfolio.buildings.every((building) => building.synthetic)).toBe(true);
    expect(portfolio.enterprises.every((firm) => firm.synthetic && firm.name.includes('示例'))).toBe(true);
    expect(portfolio.facts.every((fact) => fact.source.startsWith('示例数据'))).toBe(true);
  });

  it('has a fact for a field only where the field is known', () => {
    const byId = new Map(portfolio.buildings.map((building) => [building.id, building]));
    expect(portfolio.facts.filter(({ buildingId, field }) => byId.get(buildingId)?.[field] === null)).toEqual(
      [],
    );
  });
});

describe('space', () => {
  it('never puts more units on a floor than the floor holds', () => {
    const [first] = portfolio.floors;
    expect(
      first && overfullFloors([first], [{ ...aUnitOn(first), area: (first.area ?? 0) + 1 }]),
    ).toHaveLength(1);
    for (const [buildingId, floors] of Map.groupBy(portfolio.floors, (floor) => floor.buildingId)) {
      expect(overfullFloors(floors, unitsOf.get(buildingId) ?? [])).toEqual([]);
    }
  });

  it('divides the rentable area exactly, and gives each unit of a floor its own place in a row', () => {
    for (const building of portfolio.buildings) {
      const units = unitsOf.get(building.id) ?? [];
      if (units.length > 0 && building.rentableArea) {
        expect(cents(units)).toBe(Math.round(building.rentableArea.value * 100));
      }
      for (const onFloor of Map.groupBy(units, (unit) => unit.floor).values()) {
        expect(onFloor.map((unit) => unit.position)).toEqual(onFloor.map((_, index) => index + 1));
      }
    }
  });

  it('has exactly one current lease on a leased unit and none on any other', () => {
    for (const unit of portfolio.units) {
      const leases = leasesOf.get(unit.id) ?? [];
      const current = leases.filter((lease) => lease.start <= portfolio.asOf && lease.end >= portfolio.asOf);
      expect(current.length, unit.id).toBe(unit.status === 'leased' ? 1 : 0);
    }
  });

  it('keeps leases in order: each ends before the next begins', () => {
    for (const leases of leasesOf.values()) {
      const sorted = [...leases].sort((a, b) => (a.start < b.start ? -1 : 1));
      for (const [index, lease] of sorted.entries()) {
        expect(lease.start < lease.end).toBe(true);
        const before = sorted[index - 1];
        expect(before === undefined || before.end < lease.start, lease.id).toBe(true);
      }
    }
  });

  it('lets nothing in a building that is not delivered', () => {
    const unfinished = portfolio.buildings.filter((building) => building.status !== 'delivered');
    expect(new Set(unfinished.map((building) => building.status)).size).toBe(3);
    for (const { id, completedOn } of unfinished) {
      const statuses = (unitsOf.get(id) ?? []).map((unit) => unit.status);
      expect(statuses.every((status) => status === 'vacant' || status === 'reserved')).toBe(true);
      expect(completedOn).toBeNull();
      expect(monthsOf.has(id)).toBe(false);
    }
  });
});

describe('history', () => {
  it('ends with the month before the portfolio’s date and reaches back 36 months', () => {
    const months = [...new Set(portfolio.months.map(({ month }) => month))].sort();
    expect(months).toHaveLength(36);
    expect([months[0], months.at(-1)]).toEqual(['2023-10', '2026-09']);
  });

  it('closes on what the units say today', () => {
    expect(monthsOf.size).toBeGreaterThan(180);
    for (const [buildingId, months] of monthsOf) {
      const units = unitsOf.get(buildingId) ?? [];
      const last = months.at(-1);
      const vacant = units.filter((unit) => unit.status === 'vacant');
      const occupied = units.filter((unit) => unit.status === 'leased' || unit.status === 'ownerOccupied');
      const marketed = units.filter((unit) => unit.marketed);
      const tenants = new Set(
        occupied.flatMap((unit) =>
          (leasesOf.get(unit.id) ?? [])
            .filter((lease) => lease.end >= portfolio.asOf)
            .map((lease) => lease.enterpriseId),
        ),
      );
      expect(last?.vacantArea).toBe(cents(vacant) / 100);
      expect(last?.occupiedArea).toBe(cents(occupied) / 100);
      expect(last?.availableArea).toBe((cents(vacant) + cents(marketed)) / 100);
      expect(last?.tenantCount).toBe(tenants.size);
    }
  });

  it('reports as tax of a building and month what its firms paid, to the 分', () => {
    const paid = new Map<string, number>();
    for (const { buildingId, month, totalTax } of portfolio.taxRecords) {
      const key = `${buildingId} ${month}`;
      expect(Number.isSafeInteger(totalTax)).toBe(true);
      paid.set(key, (paid.get(key) ?? 0) + totalTax);
    }
    const wrong = portfolio.months.filter(
      ({ buildingId, month, totalTax }) => totalTax !== (paid.get(`${buildingId} ${month}`) ?? 0),
    );
    expect(wrong).toEqual([]);
  });

  it('taxes a firm once a month in a building, and only firms that pay in the district', () => {
    const keys = portfolio.taxRecords.map((tax) => `${tax.enterpriseId} ${tax.buildingId} ${tax.month}`);
    expect(new Set(keys).size).toBe(keys.length);
    const payers = new Set(
      portfolio.enterprises.filter((firm) => firm.taxIn === '120101').map(({ id }) => id),
    );
    expect(portfolio.taxRecords.filter((tax) => !payers.has(tax.enterpriseId))).toEqual([]);
  });

  it('has firms that moved from one building to another', () => {
    const homes = Map.groupBy(portfolio.leases, (lease) => lease.enterpriseId);
    const movers = [...homes.values()].filter((leases) => new Set(leases.map((l) => l.buildingId)).size > 1);
    expect(movers.length).toBeGreaterThan(50);
  });
});

describe('scale', () => {
  it('makes exactly the units asked for, and no history when none is wanted', () => {
    const large = generatePortfolio({ buildings: 2_000, units: 20_000, historyMonths: 0 });
    expect(large.buildings).toHaveLength(2_000);
    expect(large.units).toHaveLength(20_000);
    expect([large.months, large.taxRecords]).toEqual([[], []]);
    expect(overfullFloors(large.floors.slice(0, 20), large.units.slice(0, 200))).toEqual([]);
  });
});

function aUnitOn(floor: Portfolio['floors'][number]): Portfolio['units'][number] {
  const unit = portfolio.units.find(
    (one) => one.buildingId === floor.buildingId && one.floor === floor.floor,
  );
  if (!unit) throw new Error(`invalid floor: ${floor.label}`);
  return unit;
}
