/** The vector base map: what the GeoJSON file may hold, and its parser. */
import type { LonLat } from '#domain/geo.ts';

export const roadClasses = ['primary', 'secondary', 'tertiary', 'pedestrian'] as const;
export type RoadClass = (typeof roadClasses)[number];

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}
export interface AreaFeature extends Named {
  readonly rings: readonly (readonly LonLat[])[];
}
export interface LineFeature extends Named {
  readonly line: readonly LonLat[];
}
export interface RoadFeature extends LineFeature {
  readonly roadClass: RoadClass;
}
export interface PointFeature extends Named {
  readonly at: LonLat;
}
export interface CircleFeature extends PointFeature {
  readonly radiusM: number;
}

export interface Basemap {
  readonly districts: readonly AreaFeature[];
  readonly subdistricts: readonly AreaFeature[];
  readonly waterSurfaces: readonly AreaFeature[];
  readonly waterLines: readonly LineFeature[];
  readonly roads: readonly RoadFeature[];
  readonly metroLines: readonly LineFeature[];
  readonly stations: readonly PointFeature[];
  readonly circles: readonly CircleFeature[];
  /** Names of what lies around; a river's name goes along its centreline instead. */
  readonly labels: readonly PointFeature[];
}

type Loose = { readonly [key: string]: unknown };

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function pointFrom(value: unknown): LonLat | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat] = value as readonly unknown[];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

function lineFrom(value: unknown): readonly LonLat[] {
  return Array.isArray(value) ? value.map(pointFrom).filter((point) => point !== null) : [];
}

function ringsFrom(type: unknown, coordinates: unknown): readonly (readonly LonLat[])[] {
  if (!Array.isArray(coordinates)) return [];
  if (type === 'Polygon') return coordinates.map(lineFrom);
  return type === 'MultiPolygon'
    ? coordinates.flatMap((polygon: unknown) => (Array.isArray(polygon) ? polygon.map(lineFrom) : []))
    : [];
}

function linesFrom(type: unknown, coordinates: unknown): readonly (readonly LonLat[])[] {
  if (type === 'LineString') return [lineFrom(coordinates)];
  return type === 'MultiLineString' && Array.isArray(coordinates) ? coordinates.map(lineFrom) : [];
}

/** GeoJSON FeatureCollection → base map. Features of a layer or geometry that is not drawn are passed over. */
export function parseBasemap(json: unknown): Basemap {
  const map = {
    districts: [] as AreaFeature[],
    subdistricts: [] as AreaFeature[],
    waterSurfaces: [] as AreaFeature[],
    waterLines: [] as LineFeature[],
    roads: [] as RoadFeature[],
    metroLines: [] as LineFeature[],
    stations: [] as PointFeature[],
    circles: [] as CircleFeature[],
    labels: [] as PointFeature[],
  };
  const { features } = loose(json);
  for (const feature of Array.isArray(features) ? features.map(loose) : []) {
    const { layer, kind, class: roadClass, name, nameEn, radiusM } = loose(feature['properties']);
    const { type, coordinates } = loose(feature['geometry']);
    const nameZh = typeof name === 'string' ? name : '';
    const named = { nameZh, nameEn: typeof nameEn === 'string' ? nameEn : nameZh };
    const rings = ringsFrom(type, coordinates);
    const lines = linesFrom(type, coordinates).map((line) => ({ ...named, line }));
    const at = type === 'Point' ? pointFrom(coordinates) : null;
    if (layer === 'district' && rings.length) map.districts.push({ ...named, rings });
    if (layer === 'subdistrict' && rings.length) map.subdistricts.push({ ...named, rings });
    if (layer === 'water' && rings.length) map.waterSurfaces.push({ ...named, rings });
    if (layer === 'water' && kind === 'centreline') map.waterLines.push(...lines);
    if (layer === 'metro_line') map.metroLines.push(...lines);
    if (layer === 'road') {
      const known = roadClasses.find((each) => each === roadClass) ?? 'tertiary';
      map.roads.push(...lines.map((line) => ({ ...line, roadClass: known })));
    }
    if (at && layer === 'metro_station') map.stations.push({ ...named, at });
    if (at && layer === 'circle' && typeof radiusM === 'number') map.circles.push({ ...named, at, radiusM });
    if (at && layer === 'label' && kind !== 'river') map.labels.push({ ...named, at });
  }
  return map;
}

/** A name as it is written on the map: without what an editor added in brackets. */
export function nameOn(feature: Named, locale: 'zh' | 'en'): string {
  return (locale === 'zh' ? feature.nameZh : feature.nameEn).replace(/\s*[（(][^）)]*[）)]\s*$/, '');
}
