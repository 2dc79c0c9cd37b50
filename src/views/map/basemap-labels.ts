/** Which names the base map wants at a zoom, in order of importance. Places are world pixels: they hold while panning. */
import { type LonLat, mercatorX, mercatorY } from '#domain/geo.ts';
import { type Basemap, nameOn, type RoadClass } from './basemap.ts';
import {
  type Box,
  flatPlace,
  type LabelRequest,
  type LabelStyle,
  type PlacedLabel,
  placeLabels,
  placesAround,
} from './label-placement.ts';
import { linePlaces, type Path } from './line-labels.ts';
import { worldSize } from './world.ts';

export const labelPx: Readonly<Record<LabelStyle, number>> = {
  district: 17,
  neighbour: 13,
  circle: 13.5,
  station: 12,
  water: 12.5,
  road: 11,
  subdistrict: 11,
};

/** Width of a text in a style, CSS pixels. */
export type Measure = (text: string, style: LabelStyle) => number;

const roadFrom: Readonly<Record<RoadClass, number>> = {
  primary: 13,
  pedestrian: 14,
  secondary: 14,
  tertiary: 15,
};
const roadOrder: readonly RoadClass[] = ['primary', 'pedestrian', 'secondary', 'tertiary'];
/** Clear of its own ring. */
const stationGap = 8;
export const stationRadius = 4;

export function labelBasemap(
  basemap: Basemap,
  zoom: number,
  locale: 'zh' | 'en',
  measure: Measure,
): readonly PlacedLabel[] {
  const writer = new Writer(zoom, locale, measure);
  const requests: LabelRequest[] = [];
  if (zoom < 14)
    requests.push(...basemap.districts.map(({ rings, ...area }) => writer.inside('district', area, rings)));
  requests.push(...basemap.labels.map((label) => writer.around('neighbour', label)));
  if (zoom >= 12.5) requests.push(...basemap.circles.map((circle) => writer.around('circle', circle)));
  if (zoom >= 13) requests.push(...basemap.stations.map((station) => writer.beside('station', station)));
  requests.push(...basemap.waterLines.flatMap((water) => writer.along('water', water)));
  for (const roadClass of roadOrder) {
    if (zoom < roadFrom[roadClass]) continue;
    const roads = basemap.roads.filter((road) => road.roadClass === roadClass);
    requests.push(...roads.flatMap((road) => writer.along('road', road)));
  }
  if (zoom >= 14 && zoom < 17) {
    requests.push(
      ...basemap.subdistricts.map(({ rings, ...area }) => writer.inside('subdistrict', area, rings)),
    );
  }
  const obstacles = zoom >= 13 ? basemap.stations.map(({ at }) => writer.ring(at)) : [];
  return placeLabels(requests, obstacles);
}

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

class Writer {
  readonly #size: number;
  readonly #locale: 'zh' | 'en';
  readonly #measure: Measure;

  constructor(zoom: number, locale: 'zh' | 'en', measure: Measure) {
    this.#size = worldSize(zoom);
    this.#locale = locale;
    this.#measure = measure;
  }

  #at([lon, lat]: LonLat): readonly [number, number] {
    return [mercatorX(lon) * this.#size, mercatorY(lat) * this.#size];
  }

  #box(style: LabelStyle, feature: Named) {
    const text = nameOn(feature, this.#locale);
    return { text, width: this.#measure(text, style) + 6, height: labelPx[style] * 1.35 };
  }

  ring(at: LonLat): Box {
    const [x, y] = this.#at(at);
    const reach = stationRadius + 1;
    return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
  }

  /** Beside a mark. */
  beside(style: LabelStyle, feature: Named & { readonly at: LonLat }): LabelRequest {
    const { text, width, height } = this.#box(style, feature);
    const [x, y] = this.#at(feature.at);
    return { style, places: placesAround(text, width, height, x, y, stationGap) };
  }

  /** On a point that has no mark, or a little off it. */
  around(style: LabelStyle, feature: Named & { readonly at: LonLat }): LabelRequest {
    const { text, width, height } = this.#box(style, feature);
    const [x, y] = this.#at(feature.at);
    const steps = [0, -1, 1, -2, 2, -3, 3];
    return { style, places: steps.map((step) => flatPlace(text, width, height, x, y + step * height * 0.8)) };
  }

  /** In the middle of an area. */
  inside(style: LabelStyle, feature: Named, rings: readonly (readonly LonLat[])[]): LabelRequest {
    return this.around(style, { ...feature, at: middleOf(rings[0] ?? []) });
  }

  along(style: LabelStyle, feature: Named & { readonly line: readonly LonLat[] }): readonly LabelRequest[] {
    const text = nameOn(feature, this.#locale);
    const path: Path = feature.line.map((point) => this.#at(point));
    const chinese = this.#locale === 'zh';
    const spaced = chinese ? labelPx[style] * (style === 'water' ? 0.9 : 0.12) : 0;
    const advances = [...text].map((character) => this.#measure(character, style) + spaced);
    const stacked = chinese ? (style === 'water' ? 'always' : 'whenSteep') : 'never';
    const stretches = linePlaces(path, { text, advances, height: labelPx[style] * 1.3, stacked });
    return stretches.map((places) => ({ style, places }));
  }
}

/** Centre of gravity of a ring's area. */
function middleOf(ring: readonly LonLat[]): LonLat {
  const [origin = [0, 0] as const] = ring;
  let area = 0;
  let lon = 0;
  let lat = 0;
  ring.forEach(([aLon, aLat], index) => {
    const [bLon, bLat] = ring[index + 1] ?? origin;
    const cross = (aLon - origin[0]) * (bLat - origin[1]) - (bLon - origin[0]) * (aLat - origin[1]);
    area += cross;
    lon += cross * (aLon + bLon - 2 * origin[0]);
    lat += cross * (aLat + bLat - 2 * origin[1]);
  });
  return area === 0 ? origin : [origin[0] + lon / (3 * area), origin[1] + lat / (3 * area)];
}
