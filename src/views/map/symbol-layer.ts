import type { Symbols } from '#domain/engine/answer.ts';
import { mercatorX, mercatorY } from '#domain/geo.ts';
import { CanvasLayer } from './canvas-layer.ts';
import type { MapColours } from './colours.ts';
import { entryOf, layoutSymbols, type Place, type SymbolLayout, symbolAt } from './symbol-layout.ts';
import { createPalette, type Palette, paintSymbol, paintSymbols, traceShape } from './symbol-paint.ts';
import { type Frame, worldSize } from './world.ts';

export interface Highlighted {
  readonly hovered: Place | null;
  readonly selected: Place | null;
}

const ringGap = 3;

/** All buildings: one sheet for the symbols, one above it for what is lit. */
export class SymbolLayer extends CanvasLayer {
  #symbols: Symbols | null = null;
  /** What is on the sheet: hits are answered from it until the next painting. */
  #layout: SymbolLayout | null = null;
  #lit: Highlighted = { hovered: null, selected: null };
  #colours: MapColours;
  #palette: Palette | null = null;
  #locale: 'zh' | 'en';
  #litBoxes: { x: number; y: number; reach: number }[] = [];

  constructor(paneName: string, colours: MapColours, locale: 'zh' | 'en') {
    super(paneName, 2);
    this.#colours = colours;
    this.#locale = locale;
  }

  style(colours: MapColours, locale: 'zh' | 'en'): void {
    this.#colours = colours;
    this.#locale = locale;
    this.#palette = null;
    this.redraw();
  }

  show(symbols: Symbols | null): void {
    this.#symbols = symbols;
    this.redraw();
  }

  /** Repaints only what was lit and what is. */
  light(lit: Highlighted): void {
    this.#lit = lit;
    const [, top] = this.contexts();
    if (top && this.frame && this.#layout) this.#paintLit(top, this.frame, this.#layout);
  }

  /** The entry under a point of the window (CSS pixels), with its layout; null where there is none. */
  hit(x: number, y: number, slop: number): { readonly layout: SymbolLayout; readonly entry: number } | null {
    const layout = this.#layout;
    if (!layout || layout.zoom !== this._map.getZoom()) return null;
    const world = this._map.containerPointToLayerPoint([x, y]).add(this._map.getPixelOrigin());
    const entry = symbolAt(layout, world.x, world.y, slop);
    return entry < 0 ? null : { layout, entry };
  }

  protected override paint([sheet, top]: readonly CanvasRenderingContext2D[], frame: Frame): void {
    this.#litBoxes = [];
    if (!this.#symbols) this.#layout = null;
    if (!sheet || !top || !this.#symbols) return;
    const stale = this.#layout?.symbols !== this.#symbols || this.#layout.zoom !== frame.zoom;
    const layout = stale || !this.#layout ? layoutSymbols(this.#symbols, frame.zoom) : this.#layout;
    this.#layout = layout;
    if (this.#palette?.ratio !== frame.ratio) this.#palette = null;
    this.#palette ??= createPalette(sheet, this.#colours, this.#locale, frame.ratio);
    paintSymbols(sheet, frame, layout, this.#palette);
    this.#paintLit(top, frame, layout);
  }

  #paintLit(top: CanvasRenderingContext2D, frame: Frame, layout: SymbolLayout): void {
    for (const { x, y, reach } of this.#litBoxes) top.clearRect(x - reach, y - reach, 2 * reach, 2 * reach);
    this.#litBoxes = [];
    const { hovered, selected } = this.#lit;
    if (selected) this.#paintMark(top, frame, layout, selected, 3);
    if (hovered) this.#paintMark(top, frame, layout, hovered, 2);
  }

  /** A building that is not among the symbols (filtered out) is marked by a ring alone. */
  #paintMark(
    top: CanvasRenderingContext2D,
    frame: Frame,
    layout: SymbolLayout,
    place: Place,
    line: number,
  ): void {
    const palette = this.#palette;
    if (!palette) return;
    const { symbols } = layout;
    const entry = entryOf(symbols, place, layout.zoom);
    const size = worldSize(frame.zoom);
    const x = (entry < 0 ? mercatorX(place.lon) * size : (layout.x[entry] ?? 0)) - frame.left;
    const y = (entry < 0 ? mercatorY(place.lat) * size : (layout.y[entry] ?? 0)) - frame.top;
    const radius = entry < 0 ? 4 : (layout.radius[entry] ?? 0);
    const single = entry >= 0 && symbols.count[entry] === 1;
    const shape = single ? (symbols.shape[entry] ?? 0) : 0;
    traceShape(top, shape, x, y, radius + ringGap);
    top.lineWidth = line + 2.5;
    top.strokeStyle = palette.colours.panel;
    top.stroke();
    top.lineWidth = line;
    top.strokeStyle = palette.colours.accent;
    top.stroke();
    if (entry >= 0) paintSymbol(top, frame, layout, entry, palette);
    this.#litBoxes.push({ x, y, reach: (radius + ringGap) * 1.3 + 8 });
  }
}
