/** Labels that never collide: the most important first, each on the first of its places that is still free. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Text centred on a point, turned by `angle` (radians, clockwise). */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** One way of writing a label: its runs, and boxes that cover them. */
export interface LabelPlace {
  readonly runs: readonly Run[];
  readonly boxes: readonly Box[];
}

export const labelStyles = [
  'district',
  'neighbour',
  'circle',
  'station',
  'water',
  'road',
  'subdistrict',
] as const;
export type LabelStyle = (typeof labelStyles)[number];

export interface LabelRequest {
  readonly style: LabelStyle;
  /** Best first. */
  readonly places: readonly LabelPlace[];
}

export interface PlacedLabel extends LabelPlace {
  readonly style: LabelStyle;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Requests in order of importance; what finds no free place is left out. */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Box[] = [],
): readonly PlacedLabel[] {
  const taken = new BoxIndex();
  for (const obstacle of obstacles) taken.add(obstacle);
  const placed: PlacedLabel[] = [];
  for (const { style, places } of requests) {
    const place = places.find(({ boxes }) => !boxes.some((box) => taken.hits(box)));
    if (!place) continue;
    for (const box of place.boxes) taken.add(box);
    placed.push({ style, ...place });
  }
  return placed;
}

const squarePx = 64;

class BoxIndex {
  readonly #squares = new Map<number, Box[]>();

  add(box: Box): void {
    for (const key of squaresOf(box)) {
      const square = this.#squares.get(key);
      if (square) square.push(box);
      else this.#squares.set(key, [box]);
    }
  }

  hits(box: Box): boolean {
    for (const key of squaresOf(box)) {
      if (this.#squares.get(key)?.some((other) => overlap(box, other))) return true;
    }
    return false;
  }
}

function* squaresOf(box: Box): Generator<number> {
  const lastColumn = Math.floor(box.right / squarePx);
  const lastRow = Math.floor(box.bottom / squarePx);
  for (let column = Math.floor(box.left / squarePx); column <= lastColumn; column++) {
    for (let row = Math.floor(box.top / squarePx); row <= lastRow; row++) yield column * 2 ** 24 + row;
  }
}

/** A horizontal label centred on a point. */
export function flatPlace(text: string, width: number, height: number, x: number, y: number): LabelPlace {
  const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
  return { runs: [{ text, x, y, angle: 0 }], boxes: [box] };
}

/** Right of a mark, left of it, below, above. */
export function placesAround(
  text: string,
  width: number,
  height: number,
  x: number,
  y: number,
  gap: number,
): readonly LabelPlace[] {
  const aside = gap + width / 2;
  const beyond = gap + height / 2;
  const centres: readonly (readonly [number, number])[] = [
    [x + aside, y],
    [x - aside, y],
    [x, y + beyond],
    [x, y - beyond],
  ];
  return centres.map(([atX, atY]) => flatPlace(text, width, height, atX, atY));
}
