/** The area of a symbol is proportional to the available area, between two radii that can be read and hit. */
export const radiusSpan = { min: 3.5, max: 18 } as const;
/** ㎡ at which a symbol reaches its largest radius. */
export const fullSizeArea = 30_000;
export const unknownRadius = 5;
/** A cluster holds its count in figures. */
export const clusterRadiusMin = 13;

/** CSS pixels; NaN (unknown) gets a fixed small size. */
export function symbolRadius(availableArea: number): number {
  if (Number.isNaN(availableArea)) return unknownRadius;
  const radius = radiusSpan.max * Math.sqrt(Math.max(0, availableArea) / fullSizeArea);
  return Math.min(radiusSpan.max, Math.max(radiusSpan.min, radius));
}

export function clusterRadius(availableArea: number): number {
  return Math.max(clusterRadiusMin, symbolRadius(availableArea));
}

const areaUnits: Readonly<Record<'zh' | 'en', readonly (readonly [size: number, unit: string])[]>> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
};

/** Two significant digits that fit inside a symbol: 3.4万, 1.2亿; 34K, 1.2M. Exact below the smallest unit. */
export function compactArea(area: number, locale: 'zh' | 'en'): string {
  for (const [size, unit] of areaUnits[locale]) {
    // What rounds up to a unit is written in it.
    if (area >= size * 0.995) return twoDigits(area / size) + unit;
  }
  return String(Math.round(area));
}

/** By arithmetic: thousands of these are made in a frame. */
function twoDigits(value: number): string {
  if (value < 9.95) return String(Math.round(value * 10) / 10);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return String(Math.round(value / step) * step);
}
