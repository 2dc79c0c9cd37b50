import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInsideBbox, isInsideRing } from '#domain/geo.ts';
import { heping, outline, river, roads } from './heping.ts';

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

const text = readFileSync(new URL('../../public/basemap.geojson', import.meta.url), 'utf8');
const basemap = JSON.parse(text) as { note: string; noteZh: string; features: readonly Feature[] };
const inLayer = (layer: string) =>
  basemap.features.filter((feature) => feature.properties['layer'] === layer);
const ids = (layer: string) => inLayer(layer).map((feature) => feature.properties['id']);

describe('Heping District', () => {
  it('has seven circles, six subdistricts and twelve stations under readable ids', () => {
    expect(heping.circles.map((circle) => circle.id)).toEqual([
      'xiaobailou',
      'nanjinglu',
      'binjiangdao',
      'jiefangbei',
      'wudadao',
      'nanshi',
      'haihe',
    ]);
    expect(heping.subdistricts.map((one) => one.id)).toEqual([
      'xiaobailou',
      'quanyechang',
      'nanshi',
      'nanyingmen',
      'wudadao',
      'xinxing',
    ]);
    expect(heping.stations).toHaveLength(12);
    expect(new Set(heping.stations.map((station) => station.id)).size).toBe(12);
  });

  it('lies within its bounds and holds its circles', () => {
    expect(outline.every(([lon, lat]) => isInsideBbox(lon, lat, heping.bounds))).toBe(true);
    const outside = heping.circles.filter(({ centre }) => !isInsideRing(centre[0], centre[1], outline));
    // 小白楼 reaches over the boundary, yet its centre is this side of it.
    expect(outside.map((circle) => circle.id)).toEqual([]);
  });
});

describe('the base map that ships', () => {
  it('calls itself schematic and replaceable, in both languages', () => {
    expect(basemap.note).toMatch(/schematic.*replace/is);
    expect(basemap.noteZh).toMatch(/示意.*替换/s);
  });

  it('names everything in both languages and states its precision', () => {
    for (const { properties } of basemap.features) {
      expect(properties['name'], JSON.stringify(properties)).toEqual(expect.any(String));
      expect(properties['nameEn'], JSON.stringify(properties)).toMatch(/^[A-Za-z]/);
      expect(properties['precisionM'], JSON.stringify(properties)).toBeGreaterThan(0);
    }
  });

  it('agrees with the sample district', () => {
    const ring = (layer: string, kind?: string) => {
      const found = inLayer(layer).find(
        ({ properties }) => kind === undefined || properties['kind'] === kind,
      );
      const rings = found?.geometry.coordinates as number[][][] | undefined;
      return rings?.[0];
    };
    expect(ring('district')).toEqual([...outline, outline[0]]);
    expect(ring('water', 'surface')).toEqual([...river, river[0]]);
    expect(ids('circle')).toEqual(heping.circles.map((circle) => circle.id));
    expect(ids('metro_station')).toEqual(heping.stations.map((station) => station.id));
    expect(new Set(ids('subdistrict'))).toEqual(new Set(heping.subdistricts.map((one) => one.id)));
    expect(inLayer('road').map(({ geometry }) => geometry.coordinates)).toEqual(
      roads.map((road) => road.line),
    );
  });

  it('is small and has every layer', () => {
    expect(text.length).toBeLessThan(24_000);
    const layers = new Set(basemap.features.map((feature) => feature.properties['layer']));
    expect([...layers].sort()).toEqual([
      'circle',
      'district',
      'label',
      'metro_line',
      'metro_station',
      'road',
      'subdistrict',
      'water',
    ]);
  });
});
