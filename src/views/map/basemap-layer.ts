import type { Basemap } from './basemap.ts';
import { labelBasemap } from './basemap-labels.ts';
import { fontOf, paintBasemap, paintLabels } from './basemap-paint.ts';
import { CanvasLayer } from './canvas-layer.ts';
import type { MapColours } from './colours.ts';
import type { PlacedLabel } from './label-placement.ts';
import type { Frame } from './world.ts';

export class BasemapLayer extends CanvasLayer {
  #basemap: Basemap | null = null;
  #colours: MapColours;
  #locale: 'zh' | 'en';
  #overTiles = false;
  /** By zoom: placed once for the whole map, so that names stay put while panning. */
  readonly #labels = new Map<number, readonly PlacedLabel[]>();

  constructor(paneName: string, colours: MapColours, locale: 'zh' | 'en') {
    super(paneName, 1);
    this.#colours = colours;
    this.#locale = locale;
  }

  show(basemap: Basemap | null, locale: 'zh' | 'en', colours: MapColours): void {
    const unchanged =
      basemap === this.#basemap && locale === this.#locale && colours.font === this.#colours.font;
    if (!unchanged) this.#labels.clear();
    this.#basemap = basemap;
    this.#locale = locale;
    this.#colours = colours;
    this.redraw();
  }

  setOverTiles(overTiles: boolean): void {
    if (overTiles === this.#overTiles) return;
    this.#overTiles = overTiles;
    this.redraw();
  }

  protected override paint([context]: readonly CanvasRenderingContext2D[], frame: Frame): void {
    if (!context || !this.#basemap) return;
    const brush = { context, frame, colours: this.#colours };
    paintBasemap(brush, this.#basemap, this.#overTiles);
    paintLabels(brush, this.#basemap, this.#labelsAt(context, this.#basemap, frame.zoom));
  }

  #labelsAt(context: CanvasRenderingContext2D, basemap: Basemap, zoom: number): readonly PlacedLabel[] {
    const known = this.#labels.get(zoom);
    if (known) return known;
    const labels = labelBasemap(basemap, zoom, this.#locale, (text, style) => {
      context.font = fontOf(style, this.#colours);
      return context.measureText(text).width;
    });
    if (this.#labels.size > 40) this.#labels.clear();
    this.#labels.set(zoom, labels);
    return labels;
  }
}
