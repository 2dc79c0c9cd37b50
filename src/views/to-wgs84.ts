/** Points of Chinese online maps where they belong. Loaded when somebody has such a point. */
import gcoord from 'gcoord';
import type { Datum, ToWgs84 } from '#domain/records/rules.ts';

const names = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const satisfies Partial<Record<Datum, unknown>>;

/** To six decimals, a tenth of a metre: more than the method is good for. */
export const toWgs84: ToWgs84 = (lon, lat, datum) => {
  if (datum === 'wgs84') return [lon, lat];
  const [east = lon, north = lat] = gcoord.transform([lon, lat], names[datum], gcoord.WGS84);
  return [Number(east.toFixed(6)), Number(north.toFixed(6))];
};
