import { memo } from 'react';
import type { Tone } from '#domain/stacking/colouring.ts';
import css from './tones.module.css';

/** `rest`: area that no unit accounts for. */
export type PlanTone = Tone | 'rest';

const size = 8;
const shapes = {
  plain: '',
  up: 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6',
  down: 'M-2 -2L10 10M-2 6L2 10M6 -2L10 2',
  across: 'M0 2H8M0 6H8',
  upright: 'M2 0V8M6 0V8',
  dots: 'M2 2h.01M6 6h.01',
  net: 'M0 4H8M4 0V8',
} as const;

/** Told apart without colour: by lightness, and where that is not enough by what is drawn on it. */
const shapeOf: Readonly<Record<PlanTone, keyof typeof shapes>> = {
  vacant: 'plain',
  marketed: 'up',
  reserved: 'dots',
  leased: 'plain',
  ownerOccupied: 'plain',
  notForLease: 'across',
  ramp1: 'plain',
  ramp2: 'plain',
  ramp3: 'plain',
  ramp4: 'plain',
  ramp5: 'plain',
  ramp6: 'plain',
  kind1: 'plain',
  kind2: 'plain',
  kind3: 'down',
  kind4: 'dots',
  kind5: 'upright',
  kind6: 'net',
  other: 'across',
  none: 'plain',
  unknown: 'up',
  rest: 'up',
};

const tones = Object.keys(shapeOf) as PlanTone[];

/** The paint of a tone: a pattern, so that print can change it as a whole. */
export function paintOf(patterns: string, tone: PlanTone): string {
  return `url(#${patterns}-${tone})`;
}

/** Whether something is drawn on the tone that would run through a text. */
export function isPatterned(tone: PlanTone): boolean {
  return shapeOf[tone] !== 'plain';
}

/** @param id of the set, for {@link paintOf} */
export const TonePatterns = memo(function TonePatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {tones.map((tone) => (
        <pattern
          key={tone}
          id={`${id}-${tone}`}
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
          data-tone={tone}
        >
          <rect className={css['ground']} width={size} height={size} />
          {shapes[shapeOf[tone]] !== '' && (
            <path className={css['mark']} d={shapes[shapeOf[tone]]} data-shape={shapeOf[tone]} />
          )}
        </pattern>
      ))}
    </defs>
  );
});

export function Swatch({ patterns, tone }: { readonly patterns: string; readonly tone: PlanTone }) {
  return (
    <svg className={css['swatch']} width={14} height={14} aria-hidden="true">
      <rect width={14} height={14} fill={paintOf(patterns, tone)} />
    </svg>
  );
}
