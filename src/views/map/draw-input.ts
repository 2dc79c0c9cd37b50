/** Feeds a drawing gesture from pointer and keyboard until it is done or cancelled. */
import { DomUtil, type Map as LeafletMap, Point } from 'leaflet';
import type { LonLat } from '#domain/geo.ts';
import {
  closed,
  type DrawTool,
  type Gesture,
  movedTo,
  placed,
  type SamePlace,
  type Step,
  startGesture,
  steppedBack,
} from './draw-gesture.ts';
import type { Shape } from './shape.ts';

export interface DrawListener {
  readonly onGesture: (gesture: Gesture) => void;
  readonly onDone: (shape: Shape) => void;
  readonly onCancel: () => void;
}

const samePlacePx = 8;
/** A press that moves less is a click. */
const dragPx = 5;
const stepPx = 10;
const bigStepPx = 50;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export class DrawInput {
  readonly #map: LeafletMap;
  readonly #listener: DrawListener;
  readonly #ended = new AbortController();
  #gesture: Gesture;
  #pressed: { readonly at: Point; readonly id: number; readonly began: boolean } | null = null;
  readonly #crosshair: HTMLElement;
  /** Where the keyboard's crosshair is; null while the pointer leads. */
  #aim: Point | null = null;

  constructor(map: LeafletMap, tool: DrawTool, listener: DrawListener) {
    this.#map = map;
    this.#listener = listener;
    this.#gesture = startGesture(tool);
    const container = map.getContainer();
    this.#crosshair = DomUtil.create('div', 'map-crosshair', container);
    this.#crosshair.hidden = true;
    container.classList.add('map-drawing');
    map.dragging.disable();
    map.boxZoom.disable();
    const options = { signal: this.#ended.signal, capture: true };
    container.addEventListener('pointerdown', (event) => this.#press(event), options);
    container.addEventListener('pointermove', (event) => this.#drag(event), options);
    container.addEventListener('pointerup', (event) => this.#release(event), options);
    container.addEventListener('pointercancel', () => this.#abandonPress(), options);
    container.addEventListener('keydown', (event) => this.#key(event), options);
    container.focus({ preventScroll: true });
  }

  end(): void {
    this.#ended.abort();
    this.#crosshair.remove();
    this.#map.getContainer().classList.remove('map-drawing');
    this.#map.dragging.enable();
    this.#map.boxZoom.enable();
  }

  #press(event: PointerEvent): void {
    if (isControl(event.target) || event.button !== 0) return;
    if (!event.isPrimary) {
      this.#abandonPress();
      return;
    }
    event.preventDefault();
    const at = this.#map.mouseEventToContainerPoint(event);
    this.#leadByPointer();
    const began = this.#gesture.tool !== 'polygon' && this.#gesture.points.length === 0;
    this.#pressed = { at, id: event.pointerId, began };
    this.#map.getContainer().setPointerCapture(event.pointerId);
    if (began) this.#take(placed(this.#gesture, this.#lonLat(at), this.#same));
  }

  #drag(event: PointerEvent): void {
    if (!event.isPrimary || (event.buttons !== 0 && !this.#pressed)) return;
    this.#leadByPointer();
    this.#move(this.#map.mouseEventToContainerPoint(event));
  }

  #release(event: PointerEvent): void {
    const pressed = this.#pressed;
    this.#pressed = null;
    if (!pressed || pressed.id !== event.pointerId) return;
    const at = this.#map.mouseEventToContainerPoint(event);
    // The press that set the first corner sets the second one only if it was a drag.
    if (pressed.began && at.distanceTo(pressed.at) < dragPx) return;
    this.#take(placed(this.#gesture, this.#lonLat(at), this.#same));
  }

  /** A second finger means zooming: the press is taken back. */
  #abandonPress(): void {
    if (this.#pressed?.began) this.#take({ done: false, gesture: steppedBack(this.#gesture) });
    this.#pressed = null;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || isControl(event.target)) return;
    const arrow = arrows[event.key];
    if (arrow) this.#moveAim(arrow, event.shiftKey ? bigStepPx : stepPx);
    else if (event.key === 'Enter') this.#confirm();
    else if (event.key === 'Backspace') this.#take({ done: false, gesture: steppedBack(this.#gesture) });
    else if (event.key === 'Escape') this.#listener.onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #moveAim([right, down]: readonly [number, number], step: number): void {
    const size = this.#map.getSize();
    const from = this.#aim ?? size.divideBy(2);
    this.#aim = new Point(
      Math.min(size.x, Math.max(0, from.x + right * step)),
      Math.min(size.y, Math.max(0, from.y + down * step)),
    );
    this.#crosshair.hidden = false;
    DomUtil.setPosition(this.#crosshair, this.#aim);
    this.#move(this.#aim);
  }

  /** Enter places the crosshair's point; a pointer has placed its own, so there it closes the polygon. */
  #confirm(): void {
    if (!this.#aim && this.#gesture.points.length > 0) {
      this.#take(closed(this.#gesture));
      return;
    }
    if (!this.#aim) this.#moveAim([0, 0], 0);
    if (this.#aim) this.#take(placed(this.#gesture, this.#lonLat(this.#aim), this.#same));
  }

  #leadByPointer(): void {
    this.#aim = null;
    this.#crosshair.hidden = true;
  }

  #move(at: Point): void {
    this.#take({ done: false, gesture: movedTo(this.#gesture, this.#lonLat(at)) });
  }

  #take(step: Step): void {
    if (step.done) {
      this.#listener.onDone(step.shape);
    } else {
      this.#gesture = step.gesture;
      this.#listener.onGesture(step.gesture);
    }
  }

  #lonLat(at: Point): LonLat {
    const { lng, lat } = this.#map.containerPointToLatLng(at);
    return [lng, lat];
  }

  readonly #same: SamePlace = (a, b) => {
    const [aPoint, bPoint] = [a, b].map(([lon, lat]) => this.#map.latLngToContainerPoint([lat, lon]));
    return !!aPoint && !!bPoint && aPoint.distanceTo(bPoint) <= samePlacePx;
  };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.map-shape-remove, a, button') !== null;
}
