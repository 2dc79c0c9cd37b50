import {
  isInsideRing,
  type LonLat,
  latFromMercator,
  lonFromMercator,
  mercatorX,
  mercatorY,
} from '#domain/geo.ts';
import type { Basemap, RoadClass } from './basemap.ts';
import { labelPx, stationRadius } from './basemap-labels.ts';
import type { MapColours } from './colours.ts';
import type { LabelStyle, PlacedLabel } from './label-placement.ts';
import { type Frame, worldSize } from './world.ts';

type Context = CanvasRenderingContext2D;

const roadPx: Readonly<Record<RoadClass, number>> = {
  primary: 6.5,
  secondary: 4.5,
  pedestrian: 4,
  tertiary: 3,
};
/** Wide roads over narrow ones. */
const roadsUpwards: readonly RoadClass[] = ['tertiary', 'pedestrian', 'secondary', 'primary'];

export interface Brush {
  readonly context: Context;
  readonly frame: Frame;
  readonly colours: MapColours;
}

/** Over online tiles only the district's outline is drawn: the tiles show the rest. */
export function paintBasemap(brush: Brush, basemap: Basemap, overTiles: boolean): void {
  const { context, colours } = brush;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (!overTiles) {
    paintGround(brush, basemap);
    paintRoads(brush, basemap);
    paintMetro(brush, basemap);
  }
  stroke(brush, colours.boundary, overTiles ? 2 : 1.25, () => {
    for (const { rings } of basemap.districts) for (const ring of rings) trace(brush, ring, true);
  });
  if (!overTiles) paintStations(brush, basemap);
}

function paintGround(brush: Brush, basemap: Basemap): void {
  const { context, colours } = brush;
  fill(brush, colours.district, () => {
    for (const { rings } of basemap.districts) for (const ring of rings) trace(brush, ring, true);
  });
  fill(brush, colours.water, () => {
    for (const { rings } of basemap.waterSurfaces) for (const ring of rings) trace(brush, ring, true);
  });
  if (basemap.waterSurfaces.length === 0) {
    stroke(brush, colours.water, zoomed(brush, 14), () => {
      for (const { line } of basemap.waterLines) trace(brush, line, false);
    });
  }
  if (brush.frame.zoom < 13.5) return;
  context.setLineDash([5, 4]);
  stroke(brush, colours.quietBoundary, 1, () => {
    for (const { rings } of basemap.subdistricts) for (const ring of rings) trace(brush, ring, true);
  });
  context.setLineDash([1, 5]);
  stroke(brush, colours.quietBoundary, 1.25, () => {
    for (const circle of basemap.circles) traceCircle(brush, circle.at, circle.radiusM);
  });
  context.setLineDash([]);
}

function paintRoads(brush: Brush, basemap: Basemap): void {
  for (const cased of [true, false]) {
    for (const roadClass of roadsUpwards) {
      if (brush.frame.zoom < 12.5 && roadClass === 'tertiary') continue;
      const width = zoomed(brush, roadPx[roadClass]) + (cased ? 2 : 0);
      stroke(brush, cased ? brush.colours.roadCase : brush.colours.road, width, () => {
        for (const road of basemap.roads) if (road.roadClass === roadClass) trace(brush, road.line, false);
      });
    }
  }
}

function paintMetro(brush: Brush, basemap: Basemap): void {
  const { context, colours } = brush;
  context.setLineDash([0.1, 5]);
  stroke(brush, colours.metro, 2.25, () => {
    for (const { line } of basemap.metroLines) trace(brush, line, false);
  });
  context.setLineDash([]);
}

function paintStations(brush: Brush, basemap: Basemap): void {
  if (brush.frame.zoom < 12.5) return;
  const rings = () => {
    for (const { at } of basemap.stations) {
      const [x, y] = onCanvas(brush.frame, at);
      brush.context.moveTo(x + stationRadius, y);
      brush.context.arc(x, y, stationRadius, 0, 2 * Math.PI);
    }
  };
  fill(brush, brush.colours.panel, rings);
  stroke(brush, brush.colours.metro, 1.75, rings);
}

const fonts: Readonly<Record<LabelStyle, string>> = {
  district: '600',
  neighbour: '400',
  circle: '600',
  station: '400',
  water: 'italic 400',
  road: '400',
  subdistrict: '400',
};

export function fontOf(style: LabelStyle, colours: MapColours): string {
  return `${fonts[style]} ${labelPx[style]}px ${colours.font}`;
}

export function paintLabels(brush: Brush, basemap: Basemap, labels: readonly PlacedLabel[]): void {
  const { context, frame, colours } = brush;
  const size = worldSize(frame.zoom);
  const [district] = basemap.districts;
  const inDistrict = (x: number, y: number) =>
    isInsideRing(lonFromMercator(x / size), latFromMercator(y / size), district?.rings[0] ?? []);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { style, runs } of labels) {
    const [first] = runs;
    if (!first || !isNear(frame, first.x, first.y)) continue;
    context.font = fontOf(style, colours);
    context.fillStyle = style === 'water' ? colours.waterInk : colours.muted;
    context.strokeStyle = inDistrict(first.x, first.y) ? colours.district : colours.land;
    context.lineWidth = 3;
    context.globalAlpha = style === 'circle' ? 0.8 : 1;
    for (const pass of style === 'water' ? (['fill'] as const) : (['halo', 'fill'] as const)) {
      for (const run of runs) {
        context.save();
        context.translate(run.x - frame.left, run.y - frame.top);
        context.rotate(run.angle);
        if (pass === 'halo') context.strokeText(run.text, 0, 0);
        else context.fillText(run.text, 0, 0);
        context.restore();
      }
    }
  }
  context.globalAlpha = 1;
}

/** Labels reach a little into the canvas from beyond its edge. */
function isNear({ left, top, width, height }: Frame, x: number, y: number): boolean {
  const reach = 160;
  return x > left - reach && x < left + width + reach && y > top - reach && y < top + height + reach;
}

/** Widths are given for zoom 15 and grow by half as fast as the map. */
function zoomed({ frame }: Brush, width: number): number {
  return Math.min(40, Math.max(1.25, width * 2 ** ((frame.zoom - 15) * 0.6)));
}

function onCanvas({ zoom, left, top }: Frame, [lon, lat]: LonLat): readonly [number, number] {
  const size = worldSize(zoom);
  return [mercatorX(lon) * size - left, mercatorY(lat) * size - top];
}

function trace({ context, frame }: Brush, line: readonly LonLat[], closed: boolean): void {
  line.forEach((point, index) => {
    const [x, y] = onCanvas(frame, point);
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  if (closed) context.closePath();
}

function traceCircle({ context, frame }: Brush, at: LonLat, radiusM: number): void {
  const [x, y] = onCanvas(frame, at);
  const metresAround = 40_075_016.7 * Math.cos((at[1] * Math.PI) / 180);
  const radius = (radiusM / metresAround) * worldSize(frame.zoom);
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function fill({ context }: Brush, colour: string, path: () => void): void {
  context.beginPath();
  path();
  context.fillStyle = colour;
  context.fill();
}

function stroke({ context }: Brush, colour: string, width: number, path: () => void): void {
  context.beginPath();
  path();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
