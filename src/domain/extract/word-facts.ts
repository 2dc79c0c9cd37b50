/** Words that are values by themselves, as far as their surroundings let them stand. */
import { type Cue, type CueTable, cuesIn, type WordRule } from './cues.ts';
import type { Reading } from './reading.ts';

/** The cues of a table that no word beside them denies. */
export function wordFacts({ lower, clauses }: Reading, table: CueTable): readonly Cue<WordRule>[] {
  return cuesIn(lower, table).flatMap(({ rule, ...cue }): Cue<WordRule>[] => {
    if (rule.kind !== 'word') return [];
    const from = Math.max(clauses.clauseStart(cue.start), cue.start - 30);
    if (rule.unless?.test(lower.slice(from, cue.start))) return [];
    if (rule.unlessAfter?.test(lower.slice(cue.end, cue.end + 18))) return [];
    return [{ ...cue, rule }];
  });
}
