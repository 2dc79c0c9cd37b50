/** A Leaflet layer that is a stack of canvases: it moves with the map and repaints when the map comes to rest. */
import {
  DomUtil,
  type LatLng,
  Layer,
  type LeafletEventHandlerFnMap,
  type Map as LeafletMap,
  Point,
} from 'leaflet';
import { type Frame, framePadding } from './world.ts';

/** Beyond two device pixels per pixel nobody sees a difference, and the memory doubles. */
const maxRatio = 2;

export abstract class CanvasLayer extends Layer {
  protected frame: Frame | null = null;
  readonly #paneName: string;
  readonly #box = document.createElement('div');
  readonly #contexts: readonly CanvasRenderingContext2D[];
  #request = 0;
  #zooming = false;
  readonly #events: LeafletEventHandlerFnMap = {
    zoomanim: ({ center, zoom }) => {
      this.#zooming = true;
      this.#transform(center, zoom);
    },
    zoom: () => {
      if (!this.#zooming) this.#transform(this._map.getCenter(), this._map.getZoom());
    },
    move: () => {
      if (!this.#zooming && !this.#coversWindow()) this.redraw();
    },
    moveend: () => {
      this.#zooming = false;
      this.#repaint();
    },
    resize: () => this.redraw(),
  };

  constructor(paneName: string, sheets: number) {
    super();
    this.#paneName = paneName;
    this.#box.className = 'leaflet-layer leaflet-zoom-animated';
    this.#contexts = Array.from({ length: sheets }, () => {
      const canvas = document.createElement('canvas');
      this.#box.append(canvas);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d canvas context');
      return context;
    });
  }

  /** Paints everything; the contexts are clear, scaled to CSS pixels, origin at the frame's corner. */
  protected abstract paint(contexts: readonly CanvasRenderingContext2D[], frame: Frame): void;

  override onAdd(map: LeafletMap): this {
    map.getPane(this.#paneName)?.append(this.#box);
    map.on(this.#events);
    this.#repaint();
    return this;
  }

  override onRemove(map: LeafletMap): this {
    map.off(this.#events);
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#box.remove();
    return this;
  }

  /** Repaints in the next animation frame, once, however often it is asked. */
  redraw(): void {
    if (this.#request || !this._map) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      // During a zoom animation the old picture is scaled; the end of the move repaints.
      if (!this.#zooming) this.#repaint();
    });
  }

  protected contexts(): readonly CanvasRenderingContext2D[] {
    return this.#contexts;
  }

  #repaint(): void {
    const frame = frameOf(this._map);
    if (frame.width === 0 || frame.height === 0) return;
    const previous = this.frame;
    const resized =
      previous?.width !== frame.width || previous.height !== frame.height || previous.ratio !== frame.ratio;
    for (const context of this.#contexts) {
      if (resized) sizeCanvas(context.canvas, frame);
      context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
      context.clearRect(0, 0, frame.width, frame.height);
    }
    this.frame = frame;
    this.#transform(this._map.getCenter(), this._map.getZoom());
    this.paint(this.#contexts, frame);
  }

  #transform(centre: LatLng, zoom: number): void {
    if (!this.frame) return;
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.frame.zoom);
    const pane = map.layerPointToContainerPoint([0, 0]);
    const origin = map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const corner = new Point(this.frame.left * scale, this.frame.top * scale).subtract(origin);
    DomUtil.setTransform(this.#box, corner, scale);
  }

  #coversWindow(): boolean {
    if (!this.frame) return false;
    const { min, max } = this._map.getPixelBounds();
    const { left, top, width, height } = this.frame;
    return !!min && !!max && min.x >= left && min.y >= top && max.x <= left + width && max.y <= top + height;
  }
}

function frameOf(map: LeafletMap): Frame {
  const size = map.getSize();
  const corner = map.containerPointToLayerPoint(size.multiplyBy(-framePadding)).round();
  const { x: left, y: top } = map.getPixelOrigin().add(corner);
  return {
    zoom: map.getZoom(),
    left,
    top,
    width: Math.ceil(size.x * (1 + 2 * framePadding)),
    height: Math.ceil(size.y * (1 + 2 * framePadding)),
    ratio: Math.min(maxRatio, window.devicePixelRatio),
  };
}

function sizeCanvas(canvas: HTMLCanvasElement, { width, height, ratio }: Frame): void {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
