/** What the pointer does on the symbols: hover (once a frame), click, double click. */
import type { Map as LeafletMap, LeafletMouseEvent } from 'leaflet';
import type { Bbox } from '#domain/geo.ts';
import type { SymbolLayer } from './symbol-layer.ts';
import { bboxOfCell, cellAt } from './world.ts';

/** One building on the map. */
export interface SymbolTarget {
  /** Row in the catalogue; of a cluster, one of its rows. */
  readonly row: number;
  /** Buildings in it; more than 1 is a cluster. */
  readonly count: number;
  readonly lon: number;
  readonly lat: number;
  /** ㎡, null when not known. */
  readonly available: number | null;
  /** 0–1, null when not known. */
  readonly vacancy: number | null;
  /** Centre in CSS pixels of the map's window. */
  readonly point: { readonly x: number; readonly y: number };
}

export interface ClusterTarget extends SymbolTarget {
  /** The cell whose buildings it stands for. */
  readonly bbox: Bbox;
}

export interface PointerListener {
  /** A cluster comes as a {@link ClusterTarget}. */
  readonly onHover: (target: SymbolTarget | ClusterTarget | null) => void;
  readonly onSelect: (target: SymbolTarget | null) => void;
  readonly onOpen: (target: SymbolTarget) => void;
  readonly onClusterOpen: (cluster: ClusterTarget) => void;
}

const slopPx = { mouse: 4, touch: 12 } as const;

export class SymbolPointer {
  /** While a shape is drawn, and for the click that ends it, symbols don't answer. */
  paused = false;
  readonly #map: LeafletMap;
  readonly #layer: SymbolLayer;
  readonly #listener: PointerListener;
  readonly #ended = new AbortController();
  #request = 0;
  #hovered: string | null = null;

  constructor(map: LeafletMap, layer: SymbolLayer, listener: PointerListener) {
    this.#map = map;
    this.#layer = layer;
    this.#listener = listener;
    const container = map.getContainer();
    const { signal } = this.#ended;
    container.addEventListener('pointermove', (event) => this.#move(event), { signal });
    container.addEventListener('pointerleave', () => this.#hover(null), { signal });
    map.on('click', this.#click);
    map.on('dblclick', this.#doubleClick);
    map.on('movestart', () => this.#hover(null));
  }

  end(): void {
    cancelAnimationFrame(this.#request);
    this.#ended.abort();
  }

  targetAt(x: number, y: number, slop: number): SymbolTarget | ClusterTarget | null {
    const hit = this.#layer.hit(x, y, slop);
    if (!hit) return null;
    const { layout, entry } = hit;
    const { symbols } = layout;
    const origin = this.#map.getPixelBounds().min;
    const target: SymbolTarget = {
      row: symbols.row[entry] ?? 0,
      count: symbols.count[entry] ?? 1,
      lon: symbols.lon[entry] ?? 0,
      lat: symbols.lat[entry] ?? 0,
      available: knownOr(symbols.available[entry]),
      vacancy: knownOr(symbols.vacancy[entry]),
      point: { x: (layout.x[entry] ?? 0) - (origin?.x ?? 0), y: (layout.y[entry] ?? 0) - (origin?.y ?? 0) },
    };
    if (target.count === 1) return target;
    return { ...target, bbox: bboxOfCell(cellAt(target.lon, target.lat, layout.zoom), layout.zoom) };
  }

  #move(event: PointerEvent): void {
    cancelAnimationFrame(this.#request);
    // A finger has no hover, and a drag is not one.
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const { x, y } = this.#map.mouseEventToContainerPoint(event);
    this.#request = requestAnimationFrame(() =>
      this.#hover(this.paused ? null : this.targetAt(x, y, slopPx.mouse)),
    );
  }

  #hover(target: SymbolTarget | null): void {
    const key = target && `${target.row}/${target.count}`;
    if (key === this.#hovered) return;
    this.#hovered = key;
    this.#map.getContainer().classList.toggle('map-on-symbol', target !== null);
    this.#listener.onHover(target);
  }

  #targetOf({ containerPoint, originalEvent }: LeafletMouseEvent): SymbolTarget | ClusterTarget | null {
    const touch = 'pointerType' in originalEvent && originalEvent.pointerType === 'touch';
    return this.targetAt(containerPoint.x, containerPoint.y, touch ? slopPx.touch : slopPx.mouse);
  }

  readonly #click = (event: LeafletMouseEvent) => {
    if (this.paused) return;
    const target = this.#targetOf(event);
    if (target && 'bbox' in target) this.#listener.onClusterOpen(target);
    else this.#listener.onSelect(target);
  };

  /** On the ground it zooms in, as on any map. */
  readonly #doubleClick = (event: LeafletMouseEvent) => {
    if (this.paused) return;
    const target = this.#targetOf(event);
    if (!target) this.#map.setZoomAround(event.containerPoint, this.#map.getZoom() + 1);
    else if (!('bbox' in target)) this.#listener.onOpen(target);
  };
}

function knownOr(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
