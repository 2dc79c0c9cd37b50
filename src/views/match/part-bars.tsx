import css from './match.module.css';
import type { ShownPart } from './matched.ts';
import { useMatchWords } from './use-match-words.ts';
import { scoreText } from './value-text.ts';

/** The five parts of a score: how much is sure, how much may be, and the figures; a part without a score says why. */
export function PartBars({ parts }: { readonly parts: readonly ShownPart[] }) {
  const { match } = useMatchWords();
  return (
    <dl className={css['bars']}>
      {parts.map(({ part, score, why }) => (
        <div key={part} className={css['bar']}>
          <dt title={match.parts[part]}>{match.partsShort[part]}</dt>
          <dd>
            {score ? (
              <>
                <span className={css['track']} aria-hidden="true">
                  <span className={css['may']} style={{ inlineSize: `${score.high * 100}%` }} />
                  <span className={css['sure']} style={{ inlineSize: `${score.low * 100}%` }} />
                </span>
                <span className={css['figure']}>{scoreText(score)}</span>
              </>
            ) : (
              <span className={css['noScore']}>{why && match.noScore[why]}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
