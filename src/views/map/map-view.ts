/** The map itself: Leaflet with our layers, driven by calls, reporting through a listener. Knows no React. */
import { type LatLngBounds, Map as LeafletMap, latLngBounds } from 'leaflet';
import type { Symbols, Viewport } from '#domain/engine/answer.ts';
import type { Bbox } from '#domain/geo.ts';
import type { Basemap } from './basemap.ts';
import { BasemapLayer } from './basemap-layer.ts';
import { readColours } from './colours.ts';
import type { DrawTool, Gesture } from './draw-gesture.ts';
import { DrawInput } from './draw-input.ts';
import type { Shape, ShapeKind } from './shape.ts';
import { ShapeLayer } from './shape-layer.ts';
import type { TileSource } from './shifted-tiles.ts';
import { type Highlighted, SymbolLayer } from './symbol-layer.ts';
import { type PointerListener, SymbolPointer } from './symbol-pointer.ts';
import { bboxOfWorld, framePadding } from './world.ts';

export interface MapWindow {
  readonly centre: { readonly lat: number; readonly lon: number };
  /** What is in sight. */
  readonly visible: Viewport;
  /** What is drawn: the window and a margin around it. Ask the engine for the symbols of this. */
  readonly drawn: Viewport;
}

export interface MapListener extends PointerListener {
  /** Once a frame while the map moves, and once settled when it has come to rest. */
  readonly onViewportChange: (window: MapWindow, settled: boolean) => void;
  readonly onGesture: (gesture: Gesture | null) => void;
  readonly onDraw: (shape: Shape) => void;
  readonly onRemoveShape: (kind: ShapeKind) => void;
  readonly onTilesFailed: () => void;
}

export interface InitialView {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

const zoomLimits = { min: 11, max: 19 } as const;
/** How far beyond the district one may wander, as a share of its size. */
const roam = 4;
const fitPadding: [number, number] = [28, 28];

export class MapView {
  readonly #map: LeafletMap;
  readonly #basemap: BasemapLayer;
  readonly #symbols: SymbolLayer;
  readonly #shapes = new ShapeLayer();
  readonly #pointer: SymbolPointer;
  readonly #listener: MapListener;
  readonly #resized: ResizeObserver;
  #drawing: DrawInput | null = null;
  #tiles: { remove(): unknown } | null = null;
  #tilesAsked = 0;
  #frame = 0;
  /** Bounds to show as soon as the container has a size. */
  #pending: LatLngBounds | null = null;

  constructor(
    container: HTMLElement,
    listener: MapListener,
    bounds: Bbox,
    initialView: InitialView | null,
    locale: 'zh' | 'en',
  ) {
    this.#listener = listener;
    this.#map = createLeaflet(container, bounds);
    const colours = readColours(container);
    this.#basemap = new BasemapLayer('ground', colours, locale);
    this.#symbols = new SymbolLayer('symbols', colours, locale);
    if (initialView)
      this.#map.setView([initialView.lat, initialView.lon], initialView.zoom, { animate: false });
    else this.#showFirst(toLatLng(bounds));
    for (const layer of [this.#basemap, this.#shapes, this.#symbols]) layer.addTo(this.#map);
    this.#pointer = new SymbolPointer(this.#map, this.#symbols, listener);
    this.#map.on('move', () => this.#report(false));
    this.#map.on('moveend', () => this.#report(true));
    container.addEventListener(
      'pointerdown',
      () => {
        if (!this.#drawing) this.#pointer.paused = false;
      },
      { capture: true },
    );
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(container);
    this.#report(true);
  }

  destroy(): void {
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#tilesAsked++;
    this.#drawing?.end();
    this.#pointer.end();
    this.#map.remove();
  }

  /** Re-reads the colours too: call it when the theme changes. */
  showBasemap(basemap: Basemap | null, locale: 'zh' | 'en', attribution: string): void {
    const colours = readColours(this.#map.getContainer());
    this.#basemap.show(basemap, locale, colours);
    this.#symbols.style(colours, locale);
    this.#map.attributionControl.setPrefix(attribution);
  }

  showSymbols(symbols: Symbols | null): void {
    this.#symbols.show(symbols);
  }

  light(highlighted: Highlighted): void {
    this.#symbols.light(highlighted);
  }

  showShapes(shapes: readonly Shape[], removeLabel: string): void {
    this.#shapes.show(shapes, removeLabel, this.#listener.onRemoveShape);
  }

  /** Starts a drawing tool, or puts it away. */
  draw(tool: DrawTool | null): void {
    this.#drawing?.end();
    this.#drawing = null;
    this.#shapes.showDraft(null);
    this.#listener.onGesture(null);
    if (!tool) return;
    this.#pointer.paused = true;
    const finish = () => this.draw(null);
    this.#drawing = new DrawInput(this.#map, tool, {
      onGesture: (gesture) => {
        this.#shapes.showDraft(gesture);
        this.#listener.onGesture(gesture);
      },
      onDone: (shape) => {
        finish();
        this.#listener.onDraw(shape);
      },
      onCancel: finish,
    });
  }

  /** Online tiles below the vector base; they are code of their own, loaded when an operator set them up. */
  async showTiles(source: TileSource | null): Promise<void> {
    const asked = ++this.#tilesAsked;
    this.#tiles?.remove();
    this.#tiles = null;
    this.#basemap.setOverTiles(false);
    if (!source) return;
    const { ShiftedTileLayer } = await import('./shifted-tiles.ts');
    if (asked !== this.#tilesAsked) return;
    let reported = false;
    const layer = new ShiftedTileLayer(source, (health) => {
      this.#basemap.setOverTiles(health === 'up');
      if (health === 'failed' && !reported) this.#listener.onTilesFailed();
      reported ||= health === 'failed';
    });
    this.#tiles = layer.addTo(this.#map);
  }

  zoomBy(steps: number): void {
    this.#map.setZoom(this.#map.getZoom() + steps);
  }

  fit(bbox: Bbox): void {
    this.#map.fitBounds(toLatLng(bbox), { padding: fitPadding, maxZoom: 17 });
  }

  /** CSS pixels from the window's top-left corner, and its width. */
  pointOf(lon: number, lat: number): { readonly x: number; readonly y: number; readonly width: number } {
    const { x, y } = this.#map.latLngToContainerPoint([lat, lon]);
    return { x, y, width: this.#map.getSize().x };
  }

  #showFirst(bounds: LatLngBounds): void {
    const { x, y } = this.#map.getSize();
    const hidden = x === 0 || y === 0;
    this.#pending = hidden ? bounds : null;
    if (hidden) this.#map.setView(bounds.getCenter(), 13, { animate: false });
    else this.#map.fitBounds(bounds, { padding: fitPadding, animate: false });
  }

  #resize(): void {
    const before = this.#map.getSize();
    this.#map.invalidateSize({ animate: false });
    if (this.#map.getSize().equals(before)) return;
    if (this.#pending) this.#showFirst(this.#pending);
    else this.#report(true);
  }

  #report(settled: boolean): void {
    cancelAnimationFrame(this.#frame);
    const tell = () => this.#listener.onViewportChange(windowOf(this.#map), settled);
    if (settled) tell();
    else this.#frame = requestAnimationFrame(tell);
  }
}

function createLeaflet(container: HTMLElement, bounds: Bbox): LeafletMap {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new LeafletMap(container, {
    zoomControl: false,
    doubleClickZoom: false,
    zoomSnap: 0.25,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 120,
    minZoom: zoomLimits.min,
    maxZoom: zoomLimits.max,
    maxBounds: toLatLng(bounds).pad(roam),
    maxBoundsViscosity: 0.6,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
  });
  map.createPane('ground').style.zIndex = '250';
  map.createPane('symbols').style.zIndex = '450';
  return map;
}

function toLatLng({ west, south, east, north }: Bbox): LatLngBounds {
  return latLngBounds([south, west], [north, east]);
}

function windowOf(map: LeafletMap): MapWindow {
  const zoom = map.getZoom();
  const { lat, lng } = map.getCenter();
  const { min, max } = map.getPixelBounds();
  const { x: left, y: top } = min ?? { x: 0, y: 0 };
  const { x: right, y: bottom } = max ?? { x: 0, y: 0 };
  const marginX = (right - left) * framePadding;
  const marginY = (bottom - top) * framePadding;
  return {
    centre: { lat, lon: lng },
    visible: { ...bboxOfWorld(left, top, right, bottom, zoom), zoom },
    drawn: { ...bboxOfWorld(left - marginX, top - marginY, right + marginX, bottom + marginY, zoom), zoom },
  };
}
