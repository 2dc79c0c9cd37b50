/** Where made-up buildings may stand: street fronts inside the district, off the river and off real landmarks. */
import { isInsideRing } from '#domain/geo.ts';
import type { CarrierType } from '#domain/model/building.ts';
import type { Circle } from '#domain/model/portfolio.ts';
import { heping, landmarks, outline, river, roads } from './heping.ts';
import {
  distanceToRing,
  type Foot,
  footOn,
  type Point,
  planePath,
  pointAlong,
  toLonLat,
  toPlane,
} from './plane.ts';
import type { Random } from './random.ts';

export interface Plot {
  readonly lon: number;
  readonly lat: number;
  readonly circleId: string;
  readonly subdistrictId: string;
  readonly address: string;
}

/** Half the width that a building claims; two plots keep the sum of theirs apart. */
const reach = { office: 25, retailPodium: 22, heritageHouse: 14 } as const;
const landmarkReach = 32;
const clearOfRoad = 18;
const clearOfEdge = 12;
const attempts = 800;
/** After so many misses another part of the district is tried. */
const triesInQuarter = 80;

const circleWeights: Readonly<Record<CarrierType, Readonly<Record<string, number>>>> = {
  office: {
    nanjinglu: 30,
    xiaobailou: 24,
    jiefangbei: 20,
    haihe: 14,
    binjiangdao: 5,
    nanshi: 5,
    wudadao: 2,
  },
  retailPodium: {
    binjiangdao: 34,
    nanshi: 24,
    nanjinglu: 22,
    xiaobailou: 8,
    haihe: 6,
    jiefangbei: 4,
    wudadao: 2,
  },
  heritageHouse: {
    wudadao: 58,
    jiefangbei: 26,
    haihe: 5,
    binjiangdao: 5,
    nanshi: 3,
    xiaobailou: 2,
    nanjinglu: 1,
  },
};

const outlinePath = planePath(outline);
const riverPath = planePath(river);
const roadPaths = roads.map((road) => ({ nameZh: road.nameZh, path: planePath(road.line) }));
const subdistrictPaths = heping.subdistricts.map((one) => ({ one, path: planePath(one.outline) }));

interface Street extends Foot {
  readonly nameZh: string;
}

function nearestStreet(point: Point): Street {
  let nearest: Street | null = null;
  for (const { nameZh, path } of roadPaths) {
    const foot = footOn(point, path);
    if (!nearest || foot.distance < nearest.distance) nearest = { nameZh, ...foot };
  }
  if (!nearest) throw new Error('invalid map: no roads');
  return nearest;
}

/** By outline where one holds the point (they are schematic and overlap a little), else the nearest. */
export function subdistrictAt(lon: number, lat: number): string {
  const around = heping.subdistricts.find((one) => isInsideRing(lon, lat, one.outline));
  if (around) return around.id;
  const point = toPlane(lon, lat);
  const [first, ...rest] = subdistrictPaths.map(({ one, path }) => ({
    id: one.id,
    away: distanceToRing(point, path),
  }));
  if (!first) throw new Error('invalid district: no subdistricts');
  return rest.reduce((best, next) => (next.away < best.away ? next : best), first).id;
}

export interface Lots {
  place(carrierType: CarrierType, random: Random): Plot;
}

/** Plots within Heping, one after another; a few hundred fit. */
export function createLots(): Lots {
  const taken: { readonly at: Point; readonly reach: number }[] = landmarks.map(([lon, lat]) => ({
    at: toPlane(lon, lat),
    reach: landmarkReach,
  }));
  const addresses = new Set<string>();
  const isFree = (at: Point, own: number) =>
    taken.every((other) => Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) >= other.reach + own);
  return {
    place(carrierType, random) {
      const own = reach[carrierType];
      let quarter = pickQuarter(carrierType, random);
      for (let attempt = 1; attempt <= attempts; attempt++) {
        if (attempt % triesInQuarter === 0) quarter = pickQuarter(carrierType, random);
        const at = toStreetFront(quarter.draw(random), carrierType, random);
        const [lon, lat] = toLonLat(at);
        // A full district gives way in the end: crowded is better than lost.
        const isRoomy = attempt > attempts * 0.9 || isFree(at, own);
        if (!isRoomy || !isBuildable(at, lon, lat)) continue;
        taken.push({ at, reach: own });
        const circleId = quarter.circleId ?? nearestCircle(lon, lat).id;
        return {
          lon,
          lat,
          circleId,
          subdistrictId: subdistrictAt(lon, lat),
          address: addressOf(at, addresses),
        };
      }
      throw new Error('invalid map: no room for another building');
    },
  };
}

/** A part of the district to build in; without a circle of its own the nearest one counts. */
interface Quarter {
  readonly circleId: string | null;
  draw(random: Random): Point;
}

/** Share of the buildings that stand off the circles, in the two quiet subdistricts of the south-west. */
const quietShare = 0.09;
const quietSubdistricts = ['xinxing', 'nanyingmen'] as const;

function pickQuarter(carrierType: CarrierType, random: Random): Quarter {
  if (random.chance(quietShare)) {
    const id = random.pick(quietSubdistricts);
    const ring = subdistrictPaths.find(({ one }) => one.id === id)?.path ?? outlinePath;
    return { circleId: null, draw: (source) => pointInBox(ring, source) };
  }
  const circle = random.weighted(
    heping.circles.map((one) => [one, circleWeights[carrierType][one.id] ?? 0] as const),
  );
  return {
    circleId: circle.id,
    draw: (source) => pointOnStreet(circle, source) ?? pointInCircle(circle, source),
  };
}

/** The streets that give each circle its character. */
const homeStreets: Readonly<Record<string, readonly string[]>> = {
  xiaobailou: ['曲阜道', '徐州道', '大沽北路', '南京路'],
  nanjinglu: ['南京路'],
  binjiangdao: ['滨江道', '滨江道', '和平路', '赤峰道'],
  jiefangbei: ['解放北路', '解放北路', '大沽北路'],
  wudadao: ['重庆道', '睦南道', '大理道', '常德道', '马场道'],
  nanshi: ['和平路', '鞍山道', '多伦道', '南马路'],
  haihe: ['张自忠路', '台儿庄路', '解放北路'],
};
const homeShare = 0.65;

/** A point by one of the circle's own streets, or null when it falls outside the circle. */
function pointOnStreet(circle: Circle, random: Random): Point | null {
  if (!random.chance(homeShare)) return null;
  const name = random.pick(homeStreets[circle.id] ?? []);
  const street = random.pick(roadPaths.filter((road) => road.nameZh === name));
  const [x, y] = pointAlong(street.path, random.next());
  const at: Point = [x + random.between(-70, 70), y + random.between(-70, 70)];
  const [centreX, centreY] = toPlane(circle.centre[0], circle.centre[1]);
  return Math.hypot(at[0] - centreX, at[1] - centreY) <= circle.radiusM ? at : null;
}

function pointInBox(ring: readonly Point[], random: Random): Point {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [random.between(Math.min(...xs), Math.max(...xs)), random.between(Math.min(...ys), Math.max(...ys))];
}

function pointInCircle(circle: Circle, random: Random): Point {
  const [x, y] = toPlane(circle.centre[0], circle.centre[1]);
  const away = circle.radiusM * Math.sqrt(random.next());
  const turn = random.between(0, 2 * Math.PI);
  return [x + away * Math.cos(turn), y + away * Math.sin(turn)];
}

/** Most buildings face a street: moves the point square to its nearest street, to a plausible set-back. */
function toStreetFront(point: Point, carrierType: CarrierType, random: Random): Point {
  const share = carrierType === 'office' ? 0.75 : 0.85;
  const setBack = reach[carrierType] + random.between(6, carrierType === 'office' ? 34 : 22);
  const street = nearestStreet(point);
  const isFar = street.distance > 160 || street.distance < 1;
  if (isFar || !random.chance(share)) return point;
  const stretch = setBack / street.distance;
  return [
    street.at[0] + (point[0] - street.at[0]) * stretch,
    street.at[1] + (point[1] - street.at[1]) * stretch,
  ];
}

function isBuildable(at: Point, lon: number, lat: number): boolean {
  return (
    isInsideRing(lon, lat, outline) &&
    !isInsideRing(lon, lat, river) &&
    distanceToRing(at, outlinePath) >= clearOfEdge &&
    distanceToRing(at, riverPath) >= clearOfEdge &&
    nearestStreet(at).distance >= clearOfRoad
  );
}

/** A real street with a made-up number: numbers rise along the street, odd on one side, even on the other. */
function addressOf(at: Point, used: Set<string>): string {
  const street = nearestStreet(at);
  const side = (at[0] - street.at[0]) * 0.6 + (at[1] - street.at[1]) * 0.8 > 0 ? 1 : 0;
  let number = 1 + 2 * Math.round(street.along / 14) + side;
  while (used.has(`${street.nameZh}${number}号`)) number += 2;
  const address = `${street.nameZh}${number}号`;
  used.add(address);
  return address;
}

/** For benchmarks: any number of plots, spread evenly over a box of 0.3° × 0.24°, whatever lies there. */
export function createOpenField(): Lots {
  return {
    place(_, random) {
      const lon = Math.round((117.0445 + 0.3 * random.next()) * 1e6) / 1e6;
      const lat = Math.round((38.998 + 0.24 * random.next()) * 1e6) / 1e6;
      const circle = nearestCircle(lon, lat);
      return {
        lon,
        lat,
        circleId: circle.id,
        subdistrictId: subdistrictAt(lon, lat),
        address: `${circle.nameZh}示例路${random.integer(1, 999)}号`,
      };
    },
  };
}

/** The circle whose centre is nearest, measured in its own radii. */
export function nearestCircle(lon: number, lat: number): Circle {
  const point = toPlane(lon, lat);
  const away = (circle: Circle) => {
    const [x, y] = toPlane(circle.centre[0], circle.centre[1]);
    return Math.hypot(point[0] - x, point[1] - y) / circle.radiusM;
  };
  return heping.circles.reduce((best, circle) => (away(circle) < away(best) ? circle : best));
}
