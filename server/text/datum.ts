/** Datums of Chinese maps, by gcoord. */
import gcoord from 'gcoord';
import type { Datum, ToWgs84 } from '#domain/records/rules.ts';

const names = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const satisfies Partial<Record<Datum, unknown>>;

/** To seven decimals, a centimetre. */
export const toWgs84: ToWgs84 = (lon, lat, datum) => {
  if (datum === 'wgs84') return [lon, lat];
  const [east = lon, north = lat] = gcoord.transform([lon, lat], names[datum], gcoord.WGS84);
  const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return [rounded(east), rounded(north)];
};
