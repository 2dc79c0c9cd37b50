import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBasemap } from './basemap.ts';
import { labelBasemap, labelPx } from './basemap-labels.ts';
import {
  flatPlace,
  type LabelRequest,
  overlap,
  type PlacedLabel,
  placeLabels,
  placesAround,
} from './label-placement.ts';
import { linePlaces, repeatPx, uprightAngle } from './line-labels.ts';

function collisions(labels: readonly PlacedLabel[]): number {
  let found = 0;
  labels.forEach((a, index) => {
    for (const b of labels.slice(index + 1)) {
      if (a.boxes.some((box) => b.boxes.some((other) => overlap(box, other)))) found++;
    }
  });
  return found;
}

const basemap = parseBasemap(JSON.parse(readFileSync('public/basemap.geojson', 'utf8')));
/** As wide as the widest system fonts set it. */
const measure = (text: string, style: keyof typeof labelPx) =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.62) * labelPx[style], 0);

for (const locale of ['zh', 'en'] as const) {
  for (const zoom of [11, 12.5, 13, 14.25, 15, 16, 17.75, 19]) {
    test(`no two labels of the base map overlap at zoom ${zoom} (${locale})`, () => {
      const labels = labelBasemap(basemap, zoom, locale, measure);
      expect(labels.length).toBeGreaterThan(3);
      expect(collisions(labels)).toBe(0);
    });
  }
}

test('placed labels never overlap one another or an obstacle', () => {
  const near = fc.integer({ min: 0, max: 300 });
  const request = fc.record({ x: near, y: near, width: fc.integer({ min: 5, max: 90 }) });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 40 }), (list) => {
      const requests: LabelRequest[] = list.map(({ x, y, width }) => ({
        style: 'station',
        places: placesAround('营口道', width, 14, x, y, 6),
      }));
      const obstacle = { left: 100, top: 100, right: 160, bottom: 160 };
      const placed = placeLabels(requests, [obstacle]);
      expect(collisions(placed)).toBe(0);
      expect(placed.some(({ boxes }) => boxes.some((box) => overlap(box, obstacle)))).toBe(false);
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('the more important label keeps its place and the other one moves aside', () => {
  const placed = placeLabels([
    { style: 'circle', places: [flatPlace('五大道', 40, 14, 0, 0)] },
    { style: 'station', places: placesAround('西康路', 40, 14, -15, 0, 6) },
  ]);
  expect(placed.map(({ runs }) => runs[0]?.text)).toEqual(['五大道', '西康路']);
  expect(placed[0]?.runs[0]).toMatchObject({ x: 0, y: 0 });
  expect(placed[1]?.runs[0]?.x).toBe(-41);
});

test('a label without a free place is left out', () => {
  const places = [flatPlace('南京路', 40, 14, 0, 0)];
  expect(
    placeLabels([
      { style: 'road', places },
      { style: 'road', places },
    ]),
  ).toHaveLength(1);
});

const text = (length: number) => ({
  text: '路'.repeat(length),
  advances: Array.from({ length }, () => 12),
  height: 14,
  stacked: 'whenSteep' as const,
});

test('a road name runs along its road and is never upside down', () => {
  const leftwards = linePlaces(
    [
      [300, 100],
      [0, 40],
    ],
    text(3),
  );
  const angle = leftwards[0]?.[0]?.runs[0]?.angle ?? Number.NaN;
  expect(angle).toBeCloseTo(Math.atan2(60, 300));
  fc.assert(
    fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (any) => {
      const upright = uprightAngle(any);
      expect(Math.abs(upright)).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
      expect(Math.abs(Math.sin(upright - any))).toBeLessThan(1e-9);
    }),
    { seed: 7 },
  );
});

test('on a steep road Chinese characters stand upright, read downwards', () => {
  const runs =
    linePlaces(
      [
        [10, 300],
        [0, 0],
      ],
      { ...text(3), text: '卫津路' },
    )[0]?.[0]?.runs ?? [];
  expect(runs.map((run) => run.text)).toEqual(['卫', '津', '路']);
  expect(runs.every((run) => run.angle === 0)).toBe(true);
  const heights = runs.map((run) => run.y);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
});

test('a road shorter than its name has none', () => {
  expect(
    linePlaces(
      [
        [0, 0],
        [30, 0],
      ],
      text(3),
    ),
  ).toEqual([]);
});

test('a name is not set across a bend', () => {
  const bend = linePlaces(
    [
      [0, 0],
      [40, 0],
      [40, 40],
    ],
    text(4),
  );
  expect(bend.flat()).toEqual([]);
});

test('a long road repeats its name, no nearer than half the distance of repetition', () => {
  const stretches = linePlaces(
    [
      [0, 0],
      [repeatPx * 3.5, 0],
    ],
    text(3),
  );
  expect(stretches).toHaveLength(3);
  const xs = stretches.map((places) => places.map((place) => place.runs[0]?.x ?? 0));
  const gaps = xs.slice(1).map((next, index) => Math.min(...next) - Math.max(...(xs[index] ?? [])));
  expect(Math.min(...gaps)).toBeGreaterThan(repeatPx / 2);
});

test('features that are not drawn, or are broken, are passed over', () => {
  const feature = (layer: string, geometry: unknown) => ({
    type: 'Feature',
    properties: { layer },
    geometry,
  });
  const parsed = parseBasemap({
    features: [
      feature('road', null),
      feature('moon', { type: 'Point', coordinates: [117, 39] }),
      feature('metro_station', { type: 'Point', coordinates: ['117', 39] }),
      feature('circle', { type: 'Point', coordinates: [117, 39] }),
      null,
    ],
  });
  expect(Object.values(parsed).flat()).toEqual([]);
  expect(Object.values(parseBasemap('<html>')).flat()).toEqual([]);
});
