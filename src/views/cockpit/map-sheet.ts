/** What the vacancy map draws, in px. */
import { vacancyClass } from '#domain/engine/answer.ts';
import { symbolRadius } from '#views/map/symbol-size.ts';
import { type AreaOnSheet, areaOnSheet, projectionOf, ringsPath } from './map-projection.ts';
import type { MapArea, MapBuilding, VacancyMapProps } from './vacancy-map.tsx';

export interface SheetSymbol {
  readonly building: MapBuilding;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface MapSheet {
  readonly district: string;
  readonly water: string;
  /** Largest first, so that small ones lie on top. */
  readonly areas: readonly { readonly area: MapArea; readonly onSheet: AreaOnSheet }[];
  readonly symbols: readonly SheetSymbol[];
  readonly width: number;
  readonly height: number;
}

const margin = 14;
/** Symbols are half as large as on the map of 找楼: the sheet shows the whole district. */
const symbolScale = 0.6;

export function sheetOf(
  {
    basemap,
    bounds,
    areas,
    buildings,
  }: Pick<VacancyMapProps, 'basemap' | 'bounds' | 'buildings'> & {
    readonly areas: readonly MapArea[];
  },
  width: number,
  height: number,
): MapSheet {
  const projection = projectionOf(bounds, width, height, margin);
  const path = (features: readonly { readonly rings: Parameters<typeof ringsPath>[0] }[]) =>
    features.map(({ rings }) => ringsPath(rings, projection)).join('');
  return {
    district: path(basemap?.districts ?? []),
    water: path(basemap?.waterSurfaces ?? []),
    areas: areas
      .map((area) => ({ area, onSheet: areaOnSheet(area.shape, projection) }))
      .sort((a, b) => b.onSheet.size - a.onSheet.size),
    symbols: buildings
      .map((building) => ({
        building,
        x: projection.x(building.lon),
        y: projection.y(building.lat),
        radius: Math.max(2.5, symbolRadius(building.availableArea ?? Number.NaN) * symbolScale),
      }))
      .sort((a, b) => b.radius - a.radius),
    width,
    height,
  };
}

/** Place of the symbol that lies on top at a point, or within `reach` px of its edge; null where there is none. */
export function symbolAt(
  symbols: readonly SheetSymbol[],
  x: number,
  y: number,
  reach: number,
): number | null {
  const at = symbols.findLastIndex(
    (symbol) => Math.hypot(symbol.x - x, symbol.y - y) <= symbol.radius + reach,
  );
  return at < 0 ? null : at;
}

/** Paint of a rate: the ramp of vacancy, or the hatch where it is not known. */
export function vacancyPaint(rate: number | null, hatch: string): string {
  return rate === null ? `url(#${hatch})` : `var(--vacancy-${vacancyClass(rate)})`;
}
