import { useState } from 'react';
import { percentWeights } from '#domain/matching/address.ts';
import { type ScorePart, type ScoreWeights, scoreParts } from '#domain/matching/score.ts';
import { Button } from '#ui/button.tsx';
import css from './match.module.css';
import { useMatchWords } from './use-match-words.ts';

/** How much each part counts; what is drawn is applied when it is let go. */
export function WeightSliders({
  weights,
  onChange,
}: {
  /** 0–100 each. */
  readonly weights: ScoreWeights;
  readonly onChange: (weights: ScoreWeights) => void;
}) {
  const { match, figures } = useMatchWords();
  const [drawn, setDrawn] = useState<{ readonly over: ScoreWeights; readonly to: ScoreWeights } | null>(null);
  const shown = drawn?.over === weights ? drawn.to : weights;
  const isNothing = scoreParts.every((part) => shown[part] === 0);
  const settle = () => {
    if (!isNothing && scoreParts.some((part) => shown[part] !== weights[part])) onChange(shown);
  };
  const draw = (part: ScorePart, value: number) =>
    setDrawn({ over: weights, to: { ...shown, [part]: value } });
  const isUsual = scoreParts.every((part) => shown[part] === percentWeights[part]);
  return (
    <section className={css['weights']} aria-labelledby="match-weights">
      <div className={css['headLine']}>
        <h2 id="match-weights" className={css['heading']}>
          {match.weights.title}
        </h2>
        <span className={css['muted']}>{match.weights.help}</span>
        <Button
          variant="plain"
          size="small"
          isIdle={isUsual}
          onPress={() => {
            setDrawn(null);
            onChange(percentWeights);
          }}
        >
          {match.weights.reset}
        </Button>
      </div>
      <div className={css['sliders']}>
        {scoreParts.map((part) => (
          <label key={part} className={css['slider']}>
            <span>{match.parts[part]}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={shown[part]}
              onChange={(event) => draw(part, Number(event.currentTarget.value))}
              onPointerUp={settle}
              onKeyUp={settle}
              onBlur={settle}
            />
            <span className={css['figure']}>{figures.number(shown[part], 0)}</span>
          </label>
        ))}
      </div>
      <p className={css['muted']}>{match.weights.policy}</p>
      {isNothing && (
        <p role="alert" className={css['problem']}>
          {match.weights.allZero}
        </p>
      )}
    </section>
  );
}
