import { describe, expect, it } from 'vitest';
import { monthFromNumber, monthNumber } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import { contiguousBlocks, spaceOf } from '#domain/space.ts';
import { generatePortfolio } from './generate.ts';

const portfolio = generatePortfolio();
const unitsOf = Map.groupBy(portfolio.units, (unit) => unit.buildingId);
const rows = portfolio.buildings.map((building) => {
  const units = unitsOf.get(building.id) ?? [];
  return { building, units, space: spaceOf(building, units) };
});
const stocked = rows.filter((row) => row.units.length > 0);
const offices = rows.filter((row) => row.building.carrierType === 'office');

const known = (values: readonly (number | null | undefined)[]) =>
  values.filter((value) => value !== null && value !== undefined);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every known value lies in the range, and there are some. */
function expectWithin(values: readonly (number | null | undefined)[], low: number, high: number): void {
  const present = known(values);
  expect(present.length).toBeGreaterThan(20);
  expect(Math.min(...present)).toBeGreaterThanOrEqual(low);
  expect(Math.max(...present)).toBeLessThanOrEqual(high);
}

function ofType(carrierType: Building['carrierType']) {
  return rows.filter((row) => row.building.carrierType === carrierType).map((row) => row.building);
}

/** Pearson's r. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const xMean = mean(pairs.map(([x]) => x));
  const yMean = mean(pairs.map(([, y]) => y));
  const sum = (of: (dx: number, dy: number) => number) =>
    pairs.reduce((total, [x, y]) => total + of(x - xMean, y - yMean), 0);
  return sum((dx, dy) => dx * dy) / Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
}

describe('shares', () => {
  it('has 210 buildings: 60 % offices, 20 % retail podiums, 20 % historic houses', () => {
    expect(
      [ofType('office'), ofType('retailPodium'), ofType('heritageHouse')].map((list) => list.length),
    ).toEqual([126, 42, 42]);
  });

  it('leaves about 8 % without units, about half of those with a stated area', () => {
    const bare = rows.filter((row) => row.units.length === 0 && row.building.status !== 'planned');
    expect(bare.length / rows.length).toBeCloseTo(0.08, 1);
    const stating = bare.filter((row) => row.building.statedAvailableArea !== null).length;
    expect(stating / bare.length).toBeGreaterThan(0.25);
    expect(stating / bare.length).toBeLessThan(0.75);
    const stated = stocked.filter((row) => row.building.statedAvailableArea !== null);
    expect(stated).toEqual([]);
  });

  it('has a few buildings without any asking rent and two or three without a position', () => {
    const silent = stocked.filter((row) => row.units.every((unit) => unit.askingRent === null));
    expect(silent.length).toBeGreaterThan(3);
    expect(silent.length).toBeLessThan(40);
    const lost = rows.filter((row) => row.building.position === null).length;
    expect(lost).toBeGreaterThanOrEqual(2);
    expect(lost).toBeLessThanOrEqual(3);
  });

  it('leaves fields out at rates between 1 and 30 %', () => {
    const fields = ['nameEn', 'gfa', 'rentableArea', 'floorPlate', 'clearHeight', 'efficiency'] as const;
    const more = ['columnFree', 'greenCertificate', 'tenure', 'targetIndustries', 'managementFee'] as const;
    for (const field of [...fields, ...more]) {
      const share = rows.filter(({ building }) => building[field] === null).length / rows.length;
      expect(share, field).toBeGreaterThan(0.01);
      expect(share, field).toBeLessThan(0.32);
    }
  });

  it('has figures that are bounds', () => {
    const bounds = portfolio.buildings.flatMap((building) => building.gfa?.bound ?? []);
    expect(new Set(bounds)).toEqual(new Set(['exact', 'atLeast', 'about']));
  });
});

describe('ranges', () => {
  it('keeps vacancy of delivered buildings between 2 and 60 %, about 20–30 % by area', () => {
    const delivered = stocked.filter((row) => row.space.vacancyRate !== null);
    expectWithin(
      delivered.map((row) => row.space.vacancyRate),
      0.0199,
      0.6,
    );
    const sum = (of: (row: (typeof rows)[number]) => number | null) =>
      delivered.reduce((total, row) => total + (of(row) ?? 0), 0);
    const rate = sum((row) => row.space.vacantArea) / sum((row) => row.building.rentableArea?.value ?? 0);
    expect(rate).toBeGreaterThan(0.2);
    expect(rate).toBeLessThan(0.3);
  });

  it('asks 60–140 元/㎡/月', () => {
    expectWithin(
      portfolio.units.map((unit) => unit.askingRent),
      60,
      140,
    );
  });

  it.each([
    ['office', 900, 2_600, 3, 4.5],
    ['retailPodium', 1_000, 4_000, 4.5, 6.5],
    ['heritageHouse', 100, 600, 3.2, 4.2],
  ] as const)('builds %s with plates of %d–%d ㎡ and storeys of %d–%d m', (type, low, high, min, max) => {
    const buildings = ofType(type);
    expectWithin(
      buildings.map((building) => building.floorPlate?.value),
      low,
      high,
    );
    expectWithin(
      buildings.map((building) => building.floorToFloorHeight?.min),
      min,
      max,
    );
    expectWithin(
      buildings.map((building) => building.floorToFloorHeight?.max),
      min,
      max,
    );
  });

  it('has a good number of offices with the large plates that headquarters ask for', () => {
    const large = offices.filter(({ building }) => {
      const plate = building.floorPlate?.value ?? 0;
      return plate >= 2_000 && plate <= 2_500;
    });
    expect(large.length).toBeGreaterThan(20);
  });

  it('keeps the clear height below the storey height, and the efficiency at 62–82 %', () => {
    const both = portfolio.buildings.filter((one) => one.clearHeight && one.floorToFloorHeight);
    expect(both.length).toBeGreaterThan(100);
    for (const { clearHeight, floorToFloorHeight, id } of both) {
      expect(clearHeight?.value, id).toBeLessThan(floorToFloorHeight?.min ?? 0);
    }
    expectWithin(
      portfolio.buildings.map((building) => building.efficiency?.value),
      0.6,
      0.82,
    );
  });

  it('has houses of 1905–1940 and everything else of 1990–2026', () => {
    const years = (type: Building['carrierType']) =>
      ofType(type).map((one) => one.completedOn && Number(one.completedOn.slice(0, 4)));
    expectWithin(years('heritageHouse').map(Number).filter(Boolean), 1905, 1940);
    expectWithin(years('office').map(Number).filter(Boolean), 1990, 2026);
    expectWithin(years('retailPodium').map(Number).filter(Boolean), 1990, 2026);
  });

  it('keeps the floor area close to plate × floors', () => {
    for (const { gfa, floorPlate, floors, id } of portfolio.buildings) {
      if (!gfa || !floorPlate || floors.above === null) continue;
      const ratio = gfa.value / (floorPlate.value * floors.above);
      expect(ratio, id).toBeGreaterThan(0.8);
      expect(ratio, id).toBeLessThan(1.12);
    }
  });
});

describe('what hangs together', () => {
  const rank = { premium: 3, A: 2, B: 1, C: 0 };

  it('grade and asking rent rise together', () => {
    const pairs = offices.flatMap(({ building, space }) =>
      building.grade && space.askingRent !== null ? [[rank[building.grade], space.askingRent] as const] : [],
    );
    expect(correlation(pairs)).toBeGreaterThan(0.5);
  });

  it('grade and vacancy move apart', () => {
    const pairs = offices.flatMap(({ building, space }) =>
      building.grade && space.vacancyRate !== null
        ? [[rank[building.grade], space.vacancyRate] as const]
        : [],
    );
    expect(correlation(pairs)).toBeLessThan(-0.15);
  });

  it('newer offices are better graded', () => {
    const pairs = offices.flatMap(({ building }) =>
      building.grade && building.completedOn
        ? [[rank[building.grade], Number(building.completedOn.slice(0, 4))] as const]
        : [],
    );
    expect(correlation(pairs)).toBeGreaterThan(0.3);
  });

  it('better offices yield more tax per ㎡', () => {
    const since = monthFromNumber((monthNumber(portfolio.asOf) ?? 0) - 12);
    const tax = new Map<string, number>();
    for (const { buildingId, month, totalTax } of portfolio.months) {
      if (month >= since) tax.set(buildingId, (tax.get(buildingId) ?? 0) + (totalTax ?? 0));
    }
    const pairs = offices.flatMap(({ building }) => {
      const paid = tax.get(building.id);
      return building.grade && building.rentableArea && paid
        ? [[rank[building.grade], Math.log(paid / building.rentableArea.value)] as const]
        : [];
    });
    expect(correlation(pairs)).toBeGreaterThan(0.2);
    const tower = Math.max(...tax.values()) / 100;
    expect(tower).toBeGreaterThan(100_000_000);
  });

  it('offers whole floors on end, runs of neighbours, and single units', () => {
    const blocks = stocked.flatMap((row) => contiguousBlocks(row.units));
    expect(blocks.filter((block) => block.floors.length >= 2).length).toBeGreaterThan(15);
    expect(
      blocks.filter((block) => block.floors.length === 1 && block.unitIds.length >= 2).length,
    ).toBeGreaterThan(50);
  });
});
