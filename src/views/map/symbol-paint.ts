import { vacancyClass } from '#domain/engine/answer.ts';
import { carrierTypes } from '#domain/model/building.ts';
import type { MapColours } from './colours.ts';
import type { SymbolLayout } from './symbol-layout.ts';
import { compactArea } from './symbol-size.ts';
import type { Frame } from './world.ts';

type Context = CanvasRenderingContext2D;

/** What the symbols are painted with: made once per theme, language and pixel ratio. */
export interface Palette {
  readonly colours: MapColours;
  readonly locale: 'zh' | 'en';
  readonly ratio: number;
  readonly hatch: CanvasPattern | string;
}

const hatchPx = 5;
const rimPx = 3.5;
/** Room around a symbol for its edge. */
const edgePx = 2;
/** A disc of this radius holds the area below the count. */
const twoLineRadius = 17;

export function createPalette(
  context: Context,
  colours: MapColours,
  locale: 'zh' | 'en',
  ratio: number,
): Palette {
  const tile = document.createElement('canvas');
  tile.width = Math.round(hatchPx * ratio);
  tile.height = tile.width;
  paintHatch(tile, colours);
  const hatch = context.createPattern(tile, 'repeat');
  hatch?.setTransform(new DOMMatrix().scale(hatchPx / tile.width));
  return { colours, locale, ratio, hatch: hatch ?? colours.unknown };
}

function paintHatch(tile: HTMLCanvasElement, colours: MapColours): void {
  const brush = tile.getContext('2d');
  if (!brush) return;
  brush.scale(tile.width / hatchPx, tile.width / hatchPx);
  brush.fillStyle = colours.unknown;
  brush.fillRect(0, 0, hatchPx, hatchPx);
  brush.strokeStyle = colours.unknownLine;
  brush.lineWidth = 1.4;
  brush.beginPath();
  for (const shift of [-hatchPx, 0, hatchPx]) {
    brush.moveTo(shift - 1, hatchPx + 1);
    brush.lineTo(shift + hatchPx + 1, -1);
  }
  brush.stroke();
}

/** All shapes first, then the figures font by font: changing the font costs more than writing. */
export function paintSymbols(context: Context, frame: Frame, layout: SymbolLayout, palette: Palette): void {
  const clusters: number[] = [];
  for (const entry of layout.order) {
    if (!isInFrame(frame, layout, entry)) continue;
    paintMark(context, frame, layout, entry, palette);
    if (isCluster(layout, entry)) clusters.push(entry);
  }
  paintFigures(context, frame, layout, clusters, palette);
}

export function paintSymbol(
  context: Context,
  frame: Frame,
  layout: SymbolLayout,
  entry: number,
  palette: Palette,
): void {
  paintMark(context, frame, layout, entry, palette);
  if (isCluster(layout, entry)) paintFigures(context, frame, layout, [entry], palette);
}

function isCluster({ symbols }: SymbolLayout, entry: number): boolean {
  return (symbols.count[entry] ?? 1) > 1;
}

function isInFrame({ left, top, width, height }: Frame, { x, y, radius }: SymbolLayout, entry: number) {
  const atX = (x[entry] ?? 0) - left;
  const atY = (y[entry] ?? 0) - top;
  const reach = (radius[entry] ?? 0) * 1.3 + edgePx;
  return atX > -reach && atY > -reach && atX < width + reach && atY < height + reach;
}

/** The paper-coloured edge parts neighbours; the hairline keeps pale classes readable on paper. */
function paintMark(
  context: Context,
  frame: Frame,
  layout: SymbolLayout,
  entry: number,
  { colours, hatch }: Palette,
): void {
  const { symbols } = layout;
  const x = (layout.x[entry] ?? 0) - frame.left;
  const y = (layout.y[entry] ?? 0) - frame.top;
  const radius = layout.radius[entry] ?? 0;
  const cluster = isCluster(layout, entry);
  traceShape(context, cluster ? 0 : (symbols.shape[entry] ?? 0), x, y, radius);
  context.lineWidth = 3;
  context.strokeStyle = colours.district;
  context.stroke();
  context.fillStyle = colours.vacancy[vacancyClass(symbols.vacancy[entry] ?? Number.NaN)] ?? hatch;
  context.fill();
  context.lineWidth = 0.75;
  context.strokeStyle = colours.edge;
  context.stroke();
  if (!cluster) return;
  traceShape(context, 0, x, y, radius - rimPx);
  context.fillStyle = colours.panel;
  context.fill();
}

/** Equal areas for equal radii: a circle of r, a square and a diamond of side r√π. */
export function traceShape(context: Context, shape: number, x: number, y: number, radius: number): void {
  const half = (radius * Math.sqrt(Math.PI)) / 2;
  context.beginPath();
  if (carrierTypes[shape] === 'retailPodium') {
    context.rect(x - half, y - half, 2 * half, 2 * half);
  } else if (carrierTypes[shape] === 'heritageHouse') {
    const tip = half * Math.SQRT2;
    context.moveTo(x, y - tip);
    context.lineTo(x + tip, y);
    context.lineTo(x, y + tip);
    context.lineTo(x - tip, y);
    context.closePath();
  } else {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

/** Counts, and below them the available areas where a disc has room for both. */
function paintFigures(
  context: Context,
  { left, top }: Frame,
  { symbols, x, y, radius }: SymbolLayout,
  clusters: readonly number[],
  { colours, locale }: Palette,
): void {
  const hasArea = (entry: number) =>
    (radius[entry] ?? 0) >= twoLineRadius && !Number.isNaN(symbols.available[entry] ?? Number.NaN);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.ink;
  for (const long of [false, true]) {
    context.font = `600 ${long ? 9.5 : 11.5}px ${colours.font}`;
    for (const entry of clusters) {
      const count = symbols.count[entry] ?? 1;
      if (count > 999 !== long) continue;
      const lift = hasArea(entry) ? -4.5 : 0.5;
      context.fillText(String(count), (x[entry] ?? 0) - left, (y[entry] ?? 0) - top + lift);
    }
  }
  context.fillStyle = colours.muted;
  context.font = `400 9px ${colours.font}`;
  for (const entry of clusters) {
    if (!hasArea(entry)) continue;
    const area = compactArea(symbols.available[entry] ?? 0, locale);
    context.fillText(area, (x[entry] ?? 0) - left, (y[entry] ?? 0) - top + 6.5);
  }
}
