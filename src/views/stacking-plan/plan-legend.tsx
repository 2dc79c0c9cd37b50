import type { Colouring } from '#domain/stacking/colouring.ts';
import type { PictureKey } from '#views/picture/picture-frame.ts';
import type { PlanColours } from './plan-colours.ts';
import { classWord } from './plan-words.ts';
import css from './stacking-plan.module.css';
import { type PlanTone, paintOf, Swatch } from './tones.tsx';
import type { StackingLanguage } from './use-words.ts';

interface Key {
  readonly tone: PlanTone;
  readonly word: string;
  readonly area: string;
}

function keysOf(colours: PlanColours, language: StackingLanguage): readonly Key[] {
  const { figures, stacking } = language;
  const area = (value: number) => `${figures.short(value)} ㎡`;
  const classes = colours.classes.map(
    ({ meaning, tone, area: own }): Key => ({
      tone,
      word: classWord(meaning, colours.colouring, language),
      area: area(own),
    }),
  );
  const rest: Key = { tone: 'rest', word: stacking.rest, area: area(colours.restArea) };
  return colours.restArea > 0 ? [...classes, rest] : classes;
}

/** The legend as the frame of a picture draws it. */
export function pictureKeys(
  colours: PlanColours,
  patterns: string,
  language: StackingLanguage,
): readonly PictureKey[] {
  return keysOf(colours, language).map(({ tone, word, area }) => ({
    text: `${word} ${area}`,
    paint: paintOf(patterns, tone),
  }));
}

/** What the colours mean, and how much area has each. */
export function PlanLegend({
  colours,
  patterns,
  language,
}: {
  readonly colours: PlanColours;
  readonly patterns: string;
  readonly language: StackingLanguage;
}) {
  const { figures, stacking } = language;
  const titles: Readonly<Record<Colouring, string>> = stacking.legend;
  return (
    <div className={css['legendBox']}>
      <ul className={css['legend']} aria-label={titles[colours.colouring]}>
        {keysOf(colours, language).map(({ tone, word, area }) => (
          <li key={`${tone} ${word}`} className={css['key']}>
            <Swatch patterns={patterns} tone={tone} />
            <span>{word}</span>
            <span className={css['keyArea']}>{area}</span>
          </li>
        ))}
      </ul>
      {colours.floorsWithoutArea > 0 && (
        <p className={css['legendNote']}>
          {stacking.restFloors(figures.number(colours.floorsWithoutArea, 0))}
        </p>
      )}
    </div>
  );
}
