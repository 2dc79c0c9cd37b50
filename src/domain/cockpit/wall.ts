/** The wall display of 驾驶舱: how its address is read, and which of its views is shown. */
import { pairsFrom } from '../query/pairs.ts';

/** How long a view stays, in seconds: by default, at least and at most. */
export const dwell = { usual: 20, least: 3, most: 3_600 } as const;

/** Whether an address, with or without `?`, asks for the wall: `wall`, or `wall=<seconds>`. */
export function asksForWall(search: string): boolean {
  return pairsFrom(search).some(([name]) => name === 'wall');
}

/**
 * How long each view stays, in seconds. A wall has nobody before it who would mend an address: what cannot be used
 * is the usual, what lies outside of the limits is the nearest of them.
 */
export function dwellOf(search: string): number {
  const text = pairsFrom(search).find(([name]) => name === 'wall')?.[1] ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : dwell.usual;
  return Math.min(dwell.most, Math.max(dwell.least, seconds));
}

/** The address without what only the wall reads. */
export function withoutWall(search: string): string {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && part !== 'wall' && !part.startsWith('wall='))
    .join('&');
}

export interface Rotation {
  readonly at: number;
  readonly isPaused: boolean;
}

export type RotationStep = 'next' | 'previous' | 'toggle';

export const startOfRotation: Rotation = { at: 0, isPaused: false };

/**
 * The view after a step, round and round.
 * @param count how many views there are; fewer than before when the role has changed
 */
export function rotated(rotation: Rotation, step: RotationStep, count: number): Rotation {
  if (step === 'toggle') return { ...rotation, isPaused: !rotation.isPaused };
  if (count < 1) return { ...rotation, at: 0 };
  const by = step === 'next' ? 1 : count - 1;
  return { ...rotation, at: (Math.min(rotation.at, count - 1) + by) % count };
}
