import { describe, expect, it } from 'vitest';
import { distanceM, isInsideRing } from '#domain/geo.ts';
import { generatePortfolio } from './generate.ts';
import { heping, landmarks, outline, river, roads } from './heping.ts';
import { footOn, planePath, toLonLat, toPlane } from './plane.ts';
import { nearestCircle, subdistrictAt } from './plots.ts';

const { buildings } = generatePortfolio({ historyMonths: 0 });
const placed = buildings.flatMap((building) =>
  building.position ? [{ ...building, position: building.position }] : [],
);
const plots = [...new Map(placed.map((one) => [`${one.position.lon},${one.position.lat}`, one])).values()];
const shareIn = (type: string, circles: readonly string[]) => {
  const all = buildings.filter((building) => building.carrierType === type);
  return all.filter((building) => circles.includes(building.circleId ?? '')).length / all.length;
};

describe('plots', () => {
  it('lie inside the district and out of the river', () => {
    const stray = plots.filter(
      ({ position: { lon, lat } }) => !isInsideRing(lon, lat, outline) || isInsideRing(lon, lat, river),
    );
    expect(stray).toEqual([]);
    expect(plots.length).toBeGreaterThan(180);
  });

  it('keep 17 m from every road’s centreline', () => {
    const paths = roads.map((road) => planePath(road.line));
    const near = plots.filter(({ position }) =>
      paths.some((path) => footOn(toPlane(position.lon, position.lat), path).distance < 17),
    );
    expect(near).toEqual([]);
  });

  it('keep 27 m from each other and from real landmarks', () => {
    for (const [index, { position, id }] of plots.entries()) {
      for (const other of plots.slice(index + 1)) {
        const away = distanceM(position.lon, position.lat, other.position.lon, other.position.lat);
        expect(away, `${id} ${other.id}`).toBeGreaterThan(27);
      }
      const toLandmark = landmarks.map(([lon, lat]) => distanceM(position.lon, position.lat, lon, lat));
      expect(Math.min(...toLandmark), id).toBeGreaterThan(27);
    }
  });

  it('are shared by tower and podium several times', () => {
    const pairs = [
      ...Map.groupBy(placed, ({ position }) => `${position.lon},${position.lat}`).values(),
    ].filter((onPlot) => onPlot.length > 1);
    expect(pairs.length).toBeGreaterThan(8);
    for (const pair of pairs) {
      expect(pair.map((one) => one.carrierType).sort()).toEqual(['office', 'retailPodium']);
      const [tower = '', podium = ''] = pair.map((one) => one.nameZh).sort((a, b) => a.length - b.length);
      expect(podium.startsWith(tower)).toBe(true);
    }
  });

  it('lie in the circle they are counted to, off the quiet south-west', () => {
    const off = placed.filter(({ circleId, position }) => {
      const circle = heping.circles.find((one) => one.id === circleId);
      if (!circle) return true;
      return distanceM(position.lon, position.lat, ...circle.centre) > circle.radiusM * 1.15;
    });
    expect(off.length / placed.length).toBeLessThan(0.12);
    expect(off.every((one) => one.circleId === nearestCircle(one.position.lon, one.position.lat).id)).toBe(
      true,
    );
  });

  it('are counted to the subdistrict they lie in, all six of them', () => {
    for (const { subdistrictId, position, id } of placed) {
      expect(subdistrictId, id).toBe(subdistrictAt(position.lon, position.lat));
    }
    expect(new Set(placed.map((one) => one.subdistrictId)).size).toBe(6);
    expect(new Set(placed.map((one) => one.circleId)).size).toBe(7);
  });

  it('put houses, podiums and towers where they belong', () => {
    expect(shareIn('heritageHouse', ['wudadao', 'jiefangbei'])).toBeGreaterThan(0.6);
    expect(shareIn('retailPodium', ['binjiangdao', 'nanshi', 'nanjinglu'])).toBeGreaterThan(0.5);
    expect(shareIn('office', ['nanjinglu', 'xiaobailou', 'jiefangbei', 'haihe'])).toBeGreaterThan(0.75);
  });

  it('have addresses on real streets, each number once', () => {
    const streets = new Set(roads.map((road) => road.nameZh));
    const known = plots.flatMap((one) => one.address ?? []);
    expect(known.filter((address) => !streets.has(address.replace(/\d+号$/, '')))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });
});

describe('subdistrictAt', () => {
  it('takes the nearest where the schematic outlines leave a gap', () => {
    expect(subdistrictAt(117.2105, 39.128)).toBe('xiaobailou');
  });
});

describe('the plane', () => {
  it('is true to a fifth of a percent and finds its way back', () => {
    const [x, y] = toPlane(117.21, 39.13);
    const metres = Math.hypot(x, y);
    expect(Math.abs(metres / distanceM(117.1945, 39.118, 117.21, 39.13) - 1)).toBeLessThan(0.002);
    expect(toLonLat([x, y])).toEqual([117.21, 39.13]);
  });
});
