import './leaflet.css';
import './map.css';
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Symbols } from '#domain/engine/answer.ts';
import type { Bbox } from '#domain/geo.ts';
import type { Locale } from '#domain/words/words.ts';
import type { MapMessages } from '#format/messages/map.ts';
import type { Basemap } from './basemap.ts';
import type { DrawTool, Gesture } from './draw-gesture.ts';
import { DrawHint } from './draw-hint.tsx';
import { MapControls } from './map-controls.tsx';
import { type InitialView, type MapListener, MapView } from './map-view.ts';
import type { Shape } from './shape.ts';
import type { TileSource } from './shifted-tiles.ts';
import type { Highlighted } from './symbol-layer.ts';

/** What the map draws and lights, kept outside React: every change is painted in one animation frame. */
export interface Source<T> {
  readonly subscribe: (changed: () => void) => () => void;
  readonly get: () => T;
}
export type SymbolsSource = Source<Symbols | null>;
export type Highlight = Source<Highlighted>;

/** CSS pixels from the map's top-left corner, and how wide the map is. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface MapHandle {
  readonly fit: (bbox: Bbox) => void;
  readonly pointOf: (lon: number, lat: number) => WindowPoint;
  readonly draw: (tool: DrawTool | null) => void;
}

export interface DistrictMapProps extends Omit<MapListener, 'onGesture'> {
  readonly ref?: Ref<MapHandle>;
  readonly basemap: Basemap | null;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly messages: MapMessages;
  /** Read once; afterwards the user moves the map. Null shows `bounds`. */
  readonly initialView: InitialView | null;
  /** The district's. */
  readonly bounds: Bbox;
  readonly symbols: SymbolsSource;
  readonly highlight: Highlight;
  readonly shapes: readonly Shape[];
  readonly tiles?: TileSource | null;
  /** "Fit to results" was pressed: answer with `MapHandle.fit`. */
  readonly onFit: () => void;
}

/** The district with its buildings. The map never moves by itself; whoever holds the handle may ask it to fit. */
export function DistrictMap(props: DistrictMapProps) {
  const { ref, basemap, locale, theme, messages, symbols, highlight, shapes, tiles = null } = props;
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [view, setView] = useState<MapView | null>(null);
  const [tool, setTool] = useState<DrawTool | null>(null);
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const descriptionId = useId();

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!container.current) return;
    const { bounds, initialView, locale: firstLocale } = latest.current;
    const listener = listenerOf(latest, (next) => {
      setGesture(next);
      if (!next) setTool(null);
    });
    const created = new MapView(container.current, listener, bounds, initialView, firstLocale);
    setView(created);
    return () => {
      created.destroy();
      setView(null);
    };
  }, []);

  // The theme is not read here: it is what the colours on the page have become.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme means new colours
  useEffect(() => {
    view?.showBasemap(basemap, locale, messages.attribution);
  }, [view, basemap, locale, messages, theme]);
  useEffect(() => follow(symbols, (value) => view?.showSymbols(value)), [view, symbols]);
  useEffect(() => follow(highlight, (value) => view?.light(value)), [view, highlight]);
  useEffect(() => view?.showShapes(shapes, messages.removeShape), [view, shapes, messages]);
  useEffect(() => {
    view?.showTiles(tiles);
  }, [view, tiles]);

  const draw = (next: DrawTool | null) => {
    view?.draw(next);
    setTool(next);
  };
  useImperativeHandle(ref, () => ({
    fit: (bbox) => view?.fit(bbox),
    pointOf: (lon, lat) => view?.pointOf(lon, lat) ?? { x: 0, y: 0, width: 0 },
    draw,
  }));

  return (
    <div className="map" data-theme={theme}>
      <div
        ref={container}
        className="map-window"
        role="application"
        aria-label={messages.label}
        aria-describedby={descriptionId}
      />
      <p id={descriptionId} hidden>
        {messages.description}
      </p>
      {tool && <DrawHint tool={tool} gesture={gesture} messages={messages} onCancel={() => draw(null)} />}
      <MapControls
        messages={messages}
        tool={tool}
        onZoom={(steps) => view?.zoomBy(steps)}
        onDraw={draw}
        onFit={props.onFit}
      />
    </div>
  );
}

function follow<T>(source: Source<T>, show: (value: T) => void): () => void {
  show(source.get());
  return source.subscribe(() => show(source.get()));
}

/** Calls the callbacks of the latest render, so that a new closure never rebuilds the map. */
function listenerOf(
  latest: { readonly current: DistrictMapProps },
  onGesture: MapListener['onGesture'],
): MapListener {
  return {
    onGesture,
    onHover: (target) => latest.current.onHover(target),
    onSelect: (target) => latest.current.onSelect(target),
    onOpen: (target) => latest.current.onOpen(target),
    onClusterOpen: (cluster) => latest.current.onClusterOpen(cluster),
    onViewportChange: (window, settled) => latest.current.onViewportChange(window, settled),
    onDraw: (shape) => latest.current.onDraw(shape),
    onRemoveShape: (kind) => latest.current.onRemoveShape(kind),
    onTilesFailed: () => latest.current.onTilesFailed(),
  };
}
