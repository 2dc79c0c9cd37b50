/** Dots on a canvas: one small picture a vacancy class, stamped wherever a building stands. */

import { type Scatter, vacancyClassCount } from '#domain/engine/answer.ts';
import { withThemeColours } from '../theme-colours.ts';
import { classOfDot, type PlotScales } from './plot.ts';

/** px; many dots are smaller, so that they do not cover one another. */
export function dotRadius(dots: number): number {
  return dots <= 300 ? 3.75 : dots <= 800 ? 3 : 2.5;
}

export interface DotColours {
  /** By vacancy class. */
  readonly vacancy: readonly string[];
  /** Between dots that overlap. */
  readonly edge: string;
}

export function readDotColours(host: HTMLElement): DotColours {
  return withThemeColours(host, (read) => ({
    vacancy: Array.from({ length: vacancyClassCount }, (_, place) => read(`--vacancy-${place}`)),
    edge: read('--panel'),
  }));
}

const half = 6;

/** The picture of one dot at a device pixel ratio, `2 * half` CSS pixels wide. */
function stampOf(colour: string, edge: string, radius: number, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(2 * half * ratio);
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(ratio, ratio);
  context.beginPath();
  context.arc(half, half, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = edge;
  context.stroke();
  return canvas;
}

export interface Stamps {
  readonly ratio: number;
  readonly radius: number;
  readonly pictures: readonly HTMLCanvasElement[];
}

export function createStamps(colours: DotColours, radius: number, ratio: number): Stamps {
  const pictures = colours.vacancy.map((colour) => stampOf(colour, colours.edge, radius, ratio));
  return { ratio, radius, pictures };
}

function stampAll(
  context: CanvasRenderingContext2D,
  dots: Scatter,
  scales: PlotScales,
  stamps: Stamps,
): void {
  const size = 2 * half;
  for (let i = 0; i < dots.row.length; i++) {
    const occupancy = dots.occupancy[i] ?? Number.NaN;
    const picture = stamps.pictures[classOfDot(occupancy)];
    if (!picture) continue;
    const x = scales.x(occupancy) - half;
    const y = scales.y(dots.taxPerSqm[i] ?? 0) - half;
    context.drawImage(picture, x, y, size, size);
  }
}

/** Paints the dots, and faintly below them those that a brush being drawn has left outside. */
export function paintDots(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  dots: Scatter,
  ghosts: Scatter | null,
  scales: PlotScales,
  stamps: Stamps,
): void {
  const { ratio } = stamps;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  if (ghosts) {
    context.globalAlpha = 0.22;
    stampAll(context, ghosts, scales, stamps);
    context.globalAlpha = 1;
  }
  stampAll(context, dots, scales, stamps);
}
