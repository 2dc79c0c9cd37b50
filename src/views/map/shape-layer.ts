import {
  circle,
  circleMarker,
  divIcon,
  type LatLngTuple,
  type Layer,
  LayerGroup,
  marker,
  polygon,
  polyline,
  type Renderer,
  rectangle,
  svg,
} from 'leaflet';
import type { LonLat } from '#domain/geo.ts';
import { type Gesture, shapeOf } from './draw-gesture.ts';
import type { Shape, ShapeKind } from './shape.ts';
import { framePadding } from './world.ts';

/** The filter's shapes, each with a button that removes it, and the one being drawn. */
export class ShapeLayer extends LayerGroup {
  readonly #renderer: Renderer = svg({ padding: framePadding });
  readonly #drawn = new LayerGroup();
  readonly #draft = new LayerGroup();

  constructor() {
    super();
    this.addLayer(this.#drawn);
    this.addLayer(this.#draft);
  }

  show(shapes: readonly Shape[], removeLabel: string, onRemove: (kind: ShapeKind) => void): void {
    this.#drawn.clearLayers();
    for (const shape of shapes) {
      this.#drawn.addLayer(this.#outline(shape, 'map-shape'));
      const icon = divIcon({ className: 'map-shape-remove', html: '×', iconSize: [24, 24] });
      const button = marker(handleOf(shape), { icon, title: removeLabel, bubblingMouseEvents: false });
      button.on('click', () => onRemove(shape.kind));
      button.on('keypress', ({ originalEvent }) => {
        if (originalEvent.key === 'Enter' || originalEvent.key === ' ') onRemove(shape.kind);
      });
      this.#drawn.addLayer(button);
    }
  }

  showDraft(gesture: Gesture | null): void {
    this.#draft.clearLayers();
    if (!gesture) return;
    const { points, cursor, tool } = gesture;
    const shape = shapeOf(gesture);
    if (shape) this.#draft.addLayer(this.#outline(shape, 'map-draft'));
    const [first] = points;
    const line = tool === 'rectangle' || !first || !cursor ? [] : [...points, cursor].map(latLng);
    const options = { renderer: this.#renderer, interactive: false };
    if (line.length) this.#draft.addLayer(polyline(line, { ...options, className: 'map-draft-line' }));
    for (const point of points) {
      const corner = { ...options, className: 'map-draft-point', radius: point === first ? 5 : 3.5 };
      this.#draft.addLayer(circleMarker(latLng(point), corner));
    }
  }

  #outline(shape: Shape, className: string): Layer {
    const options = { className, interactive: false, renderer: this.#renderer };
    switch (shape.kind) {
      case 'bbox': {
        const { west, south, east, north } = shape.bbox;
        return rectangle(
          [
            [south, west],
            [north, east],
          ],
          options,
        );
      }
      case 'within':
        return polygon(shape.ring.map(latLng), options);
      case 'near':
        return circle([shape.lat, shape.lon], { ...options, radius: shape.radiusM });
    }
  }
}

function latLng([lon, lat]: LonLat): LatLngTuple {
  return [lat, lon];
}

/** Where the remove button sits: the north-east corner, the northernmost corner, the circle's top. */
function handleOf(shape: Shape): LatLngTuple {
  switch (shape.kind) {
    case 'bbox':
      return [shape.bbox.north, shape.bbox.east];
    case 'within':
      return latLng(shape.ring.reduce((best, corner) => (corner[1] > best[1] ? corner : best)));
    case 'near':
      return [shape.lat + shape.radiusM / 111_195, shape.lon];
  }
}
