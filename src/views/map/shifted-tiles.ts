import { Bounds, type Coords, type LatLng, type Point, TileLayer } from 'leaflet';
import { afterTile, freshTally, type TileDatum, type TileHealth, tileShift } from './tile-shift.ts';

export interface TileSource {
  /** `https://…/{z}/{x}/{y}.png` */
  readonly url: string;
  readonly datum: TileDatum;
  readonly attribution: string;
  readonly maxZoom?: number;
}

declare module 'leaflet' {
  // Leaflet 1.9 has no public way to place a tile; these two are where it decides.
  interface GridLayer {
    _getTiledPixelBounds(center: LatLng): Bounds;
    _getTilePos(coords: Coords): Point;
  }
}

/** The shift may be off by so many pixels before the tiles are laid anew. */
const tolerancePx = 3;

/** Tiles of another datum, drawn where WGS-84 positions belong. */
export class ShiftedTileLayer extends TileLayer {
  readonly #datum: TileDatum;
  readonly #onHealth: (health: TileHealth) => void;
  #tally = freshTally;
  /** Where the shift was computed. */
  #anchor: LatLng | null = null;

  constructor({ url, datum, attribution, maxZoom = 18 }: TileSource, onHealth: (health: TileHealth) => void) {
    super(url, { attribution, maxNativeZoom: maxZoom, maxZoom: 22 });
    this.#datum = datum;
    this.#onHealth = onHealth;
    this.on('tileload', () => this.#count(true));
    this.on('tileerror', () => this.#count(false));
  }

  override getEvents() {
    const events = super.getEvents?.() ?? {};
    const { moveend } = events;
    return {
      ...events,
      moveend: (event: Parameters<NonNullable<typeof moveend>>[0]) => {
        this.#followCentre();
        moveend?.call(this, event);
      },
    };
  }

  override _getTiledPixelBounds(center: LatLng): Bounds {
    const bounds = super._getTiledPixelBounds(center);
    const { x, y } = this.#shift();
    const { min, max } = bounds;
    return min && max ? new Bounds(min.add([x, y]), max.add([x, y])) : bounds;
  }

  override _getTilePos(coords: Coords): Point {
    const { x, y } = this.#shift();
    return super._getTilePos(coords).subtract([x, y]);
  }

  #shift() {
    this.#anchor ??= this._map.getCenter();
    return tileShift(this.#anchor.lng, this.#anchor.lat, this._tileZoom ?? this._map.getZoom(), this.#datum);
  }

  #followCentre(): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    const zoom = this._map.getZoom();
    const centre = this._map.getCenter();
    const before = tileShift(anchor.lng, anchor.lat, zoom, this.#datum);
    const now = tileShift(centre.lng, centre.lat, zoom, this.#datum);
    if (Math.hypot(now.x - before.x, now.y - before.y) < tolerancePx) return;
    this.#anchor = centre;
    this.redraw();
  }

  #count(loaded: boolean): void {
    const before = this.#tally.health;
    this.#tally = afterTile(this.#tally, loaded);
    if (this.#tally.health !== before) this.#onHealth(this.#tally.health);
  }
}
