import type { CarrierType } from '#domain/model/building.ts';

/** Half a side of a square as large as a circle of radius 1. */
const halfSide = Math.sqrt(Math.PI) / 2;

/** Outline of a building's symbol, as on the map: circle office, square retail podium, diamond historic house, of equal area. */
export function symbolPath(type: CarrierType, x: number, y: number, radius: number): string {
  const r = round(radius);
  const [cx, cy] = [round(x), round(y)];
  switch (type) {
    case 'office':
      return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 'retailPodium': {
      const half = round(r * halfSide);
      return `M${cx - half} ${cy - half}h${2 * half}v${2 * half}h${-2 * half}Z`;
    }
    case 'heritageHouse': {
      const half = round(r * halfSide * Math.SQRT2);
      return `M${cx} ${cy - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`;
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
