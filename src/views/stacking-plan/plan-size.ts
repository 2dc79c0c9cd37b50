/** How high and how wide a stacking plan is drawn: neither threads nor giant bars. */
import type { PlanRow } from '#domain/stacking/plan-rows.ts';

/** A floor of this height has room for a line of text. */
const readableFloor = 24;
const lowestFloor = 6;
/** With the whole plan in sight; few floors may be a little higher. */
const highestFitted = 40;
const highestFittedOfFew = 52;
const fewFloors = 4;
const highestFloor = 72;
const widestStretch = 4;
/** A gap is lower than a floor, and never so low that its words would run into its neighbours. */
const gapShare = 0.75;
const lowestGap = 12;

const narrowestPlot = 120;
const least = 280;
const widestPlot = 1_100;
/** A unit of this width shows its name and area. */
const readableUnit = 96;
/** Storeys are about this high, m: with it a floor's width on paper can be compared with its height. */
const usualStorey = 4;

export interface PlanScale {
  /** Height of a floor and of a gap, px. */
  readonly floor: number;
  readonly gap: number;
  /** How much wider than fitted: only a zoom beyond readable floors widens, so that nobody scrolls sideways to read. */
  readonly stretch: number;
  /** Height of a floor at zoom 1. */
  readonly fitted: number;
}

/** @param height px for all rows at zoom 1 */
export function planScale(rows: readonly PlanRow[], height: number, zoom: number): PlanScale {
  const fitted = fittedFloor(rows, height);
  const floor = Math.min(highestFloor, fitted * zoom);
  const { readable } = zoomStops(rows, height);
  return {
    floor,
    gap: Math.min(22, Math.max(lowestGap, floor * gapShare)),
    stretch: Math.min(widestStretch, Math.max(1, zoom / readable)),
    fitted,
  };
}

/** The zoom at which a floor has room for text, and the greatest there is. */
export function zoomStops(rows: readonly PlanRow[], height: number) {
  const readable = Math.max(1, readableFloor / fittedFloor(rows, height));
  return { readable, most: readable * widestStretch };
}

/** Height of a floor that lets all be seen in `height`, as far as floors stay visible. */
function fittedFloor(rows: readonly PlanRow[], height: number): number {
  const gaps = rows.filter(({ kind }) => kind === 'gap').length;
  const floors = rows.length - gaps;
  const most = floors <= fewFloors ? highestFittedOfFew : highestFitted;
  const alike = height / Math.max(1, floors + gaps * gapShare);
  const fitted = alike * gapShare < lowestGap ? (height - gaps * lowestGap) / Math.max(1, floors) : alike;
  return Math.min(most, Math.max(lowestFloor, fitted));
}

/**
 * Width of the widest floor: what there is, unless units and storeys are so few that they would become bars.
 * @param room px beside the labels
 */
export function plotWidth(rows: readonly PlanRow[], room: number, { fitted, stretch }: PlanScale): number {
  const floors = rows.filter((row) => row.kind === 'floor');
  const mostUnits = floors.reduce((most, { storey }) => Math.max(most, storey.units.length), 1);
  const widest = floors.reduce((most, { extent }) => Math.max(most, extent ?? 0), 0);
  const asBuilt = (Math.sqrt(widest) / usualStorey) * fitted * 2;
  const wished = Math.max(least, mostUnits * readableUnit, asBuilt);
  return Math.max(narrowestPlot, Math.min(room, wished, widestPlot)) * stretch;
}
