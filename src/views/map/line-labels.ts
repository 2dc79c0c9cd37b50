/** Names along lines: where a line is straight enough for its name, upright, and not too often. */
import type { LabelPlace, Run } from './label-placement.ts';

export type Path = readonly (readonly [x: number, y: number])[];

export interface LineText {
  readonly text: string;
  /** Advance of each character, pixels. */
  readonly advances: readonly number[];
  readonly height: number;
  /** Characters stand upright one below the other where the line is steep, as Chinese maps have it. */
  readonly stacked: 'whenSteep' | 'always' | 'never';
}

/** One name per so many pixels of line. */
export const repeatPx = 560;
/** The straight distance between a name's ends must be nearly the way along the line. */
const straightness = 0.97;
const steep = (65 * Math.PI) / 180;
const placesInStretch = [0.5, 0.4, 0.6, 0.3, 0.7] as const;

/** For each stretch of the line that deserves a name, the places for it, the middle first. */
export function linePlaces(path: Path, label: LineText): readonly (readonly LabelPlace[])[] {
  const distances = distancesAlong(path);
  const total = distances[distances.length - 1] ?? 0;
  const length = label.advances.reduce((sum, advance) => sum + advance, 0);
  if (length === 0 || total < length + label.height) return [];
  const stretches = Math.max(1, Math.floor(total / repeatPx));
  const stretch = total / stretches;
  return Array.from({ length: stretches }, (_, index) =>
    placesInStretch
      .map((share) => placeAt(path, distances, (index + share) * stretch, length, label))
      .filter((place) => place !== null),
  );
}

function placeAt(
  path: Path,
  distances: readonly number[],
  middle: number,
  length: number,
  label: LineText,
): LabelPlace | null {
  const total = distances[distances.length - 1] ?? 0;
  if (middle < length / 2 || middle > total - length / 2) return null;
  const [startX, startY] = pointAlong(path, distances, middle - length / 2);
  const [endX, endY] = pointAlong(path, distances, middle + length / 2);
  if (Math.hypot(endX - startX, endY - startY) < length * straightness) return null;
  const angle = uprightAngle(Math.atan2(endY - startY, endX - startX));
  const centreX = (startX + endX) / 2;
  const centreY = (startY + endY) / 2;
  const stacked = label.stacked === 'always' || (label.stacked === 'whenSteep' && Math.abs(angle) > steep);
  const runs = runsAlong(label, length, centreX, centreY, angle, stacked);
  return { runs, boxes: boxesOf(label, runs, length, stacked) };
}

/** Turned so that the text is read from left to right, or downwards where the line is nearly vertical. */
export function uprightAngle(angle: number): number {
  let upright = angle;
  while (upright > Math.PI / 2) upright -= Math.PI;
  while (upright <= -Math.PI / 2) upright += Math.PI;
  return upright;
}

function runsAlong(
  { text, advances }: LineText,
  length: number,
  x: number,
  y: number,
  angle: number,
  stacked: boolean,
): readonly Run[] {
  if (!stacked) return [{ text, x, y, angle }];
  // Stacked characters are read downwards whichever way a steep line leans.
  const downwards = angle < -steep ? angle + Math.PI : angle;
  let from = -length / 2;
  return [...text].map((character, index) => {
    const advance = advances[index] ?? 0;
    const at = from + advance / 2;
    from += advance;
    return { text: character, x: x + at * Math.cos(downwards), y: y + at * Math.sin(downwards), angle: 0 };
  });
}

function boxesOf({ height }: LineText, runs: readonly Run[], length: number, stacked: boolean) {
  const squares: { x: number; y: number; half: number }[] = [];
  if (stacked) for (const { x, y } of runs) squares.push({ x, y, half: height / 2 });
  const [run] = runs;
  if (!stacked && run) {
    // Squares along the turned text, each wide enough to hold its piece at any angle.
    const pieces = Math.max(1, Math.ceil(length / height));
    const piece = length / pieces;
    const cos = Math.abs(Math.cos(run.angle));
    const sin = Math.abs(Math.sin(run.angle));
    const half = (Math.max(piece, height) * (cos + sin)) / 2;
    for (let index = 0; index < pieces; index++) {
      const at = (index + 0.5) * piece - length / 2;
      squares.push({ x: run.x + at * Math.cos(run.angle), y: run.y + at * Math.sin(run.angle), half });
    }
  }
  return squares.map(({ x, y, half }) => ({
    left: x - half,
    top: y - half,
    right: x + half,
    bottom: y + half,
  }));
}

function distancesAlong(path: Path): readonly number[] {
  let total = 0;
  return path.map(([x, y], index) => {
    const [fromX, fromY] = path[index - 1] ?? [x, y];
    total += Math.hypot(x - fromX, y - fromY);
    return total;
  });
}

function pointAlong(path: Path, distances: readonly number[], distance: number): readonly [number, number] {
  let index = 1;
  while (index < path.length - 1 && (distances[index] ?? 0) < distance) index++;
  const [fromX, fromY] = path[index - 1] ?? [0, 0];
  const [toX, toY] = path[index] ?? [fromX, fromY];
  const from = distances[index - 1] ?? 0;
  const share = (distance - from) / ((distances[index] ?? from) - from || 1);
  return [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share];
}
