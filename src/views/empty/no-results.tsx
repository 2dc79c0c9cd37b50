import type { Relaxation } from '#domain/engine/answer.ts';
import type { Clause } from '#domain/query/fields.ts';
import type { ClausePhrase } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import css from './no-results.module.css';
import { relaxOffers, unknownOffers } from './relax-offers.ts';

export interface NoResultsProps {
  readonly relaxations: readonly Relaxation[];
  /** The filter in words, one phrase a clause. */
  readonly phrases: readonly ClausePhrase[];
  /** Buildings that a clause excludes only because the value is not known. */
  readonly unknownOf: (clause: Clause) => number;
  readonly onRelax: (clause: Clause) => void;
  readonly onIncludeUnknown: (clause: Clause) => void;
  readonly onClear: () => void;
}

/** Nothing passes: which filter to give up, and what that would bring. */
export function NoResults(props: NoResultsProps) {
  const { figures, messages } = useLanguage();
  const { empty } = messages;
  const lifts = relaxOffers(props.relaxations, props.phrases);
  const unknowns = unknownOffers(props.unknownOf, props.phrases);
  const hasOffer = lifts.length + unknowns.length > 0;
  return (
    <EmptyState
      title={empty.title}
      actions={
        <Button variant={hasOffer ? 'plain' : 'primary'} onPress={props.onClear}>
          {empty.clear}
        </Button>
      }
    >
      {hasOffer ? empty.cause : empty.causeJoint}
      {hasOffer && (
        <ul className={css['offers']}>
          {lifts.map(({ clause, phrase, gain }) => (
            <li key={clause}>
              <Offer
                text={empty.relax(phrase)}
                gain={empty.gain(figures.number(gain, 0))}
                onPress={() => props.onRelax(clause)}
              />
            </li>
          ))}
          {unknowns.map(({ clause, phrase, gain }) => (
            <li key={`${clause} unknown`}>
              <Offer
                text={empty.includeUnknown(phrase)}
                gain={empty.gain(figures.number(gain, 0))}
                onPress={() => props.onIncludeUnknown(clause)}
              />
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}

function Offer({
  text,
  gain,
  onPress,
}: {
  readonly text: string;
  readonly gain: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={css['offer']} onClick={onPress}>
      <span className={css['text']}>{text}</span>
      <span className={css['gain']}>{gain}</span>
    </button>
  );
}
