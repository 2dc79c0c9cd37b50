/** Which filters to offer for relaxing when nothing is left. */
import type { Relaxation } from '#domain/engine/answer.ts';
import { type Clause, unknownableFields } from '#domain/query/fields.ts';
import type { ClausePhrase } from '#domain/words/describe.ts';

export interface RelaxOffer {
  readonly clause: Clause;
  readonly phrase: string;
  /** Buildings more, were the clause lifted. */
  readonly gain: number;
}

export interface UnknownOffer {
  readonly clause: Clause;
  readonly phrase: string;
  /** Buildings more, were unknown values let through. */
  readonly gain: number;
}

const most = 3;

/** The clauses that would bring the most by being lifted, best first; those that bring nothing are left out. */
export function relaxOffers(
  relaxations: readonly Relaxation[],
  phrases: readonly ClausePhrase[],
): readonly RelaxOffer[] {
  return relaxations
    .flatMap(({ clause, gain }) => {
      const phrase = phrases.find((known) => known.clause === clause);
      return gain > 0 && phrase ? [{ clause, gain, phrase: phrase.text }] : [];
    })
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most);
}

/** The clauses whose unknown values are all that is missing: letting them through would show some buildings. */
export function unknownOffers(
  unknownOf: (clause: Clause) => number,
  phrases: readonly ClausePhrase[],
): readonly UnknownOffer[] {
  return phrases
    .filter(({ clause, includesUnknown }) => {
      return !includesUnknown && (unknownableFields as readonly string[]).includes(clause);
    })
    .map(({ clause, text }) => ({ clause, phrase: text, gain: unknownOf(clause) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most);
}
