/** Sentences as parts: words that are fixed, names, and numbers that say where they come from. */

/** What a number of the brief rests on: an indicator, the circles, the watch-list or a target. */
export type NoteKey = `indicator:${string}` | 'circles' | 'watch' | `target:${string}`;

export interface BriefNumber {
  readonly kind: 'number';
  /** As it is written, with its unit. */
  readonly text: string;
  readonly value: number;
  readonly note: NoteKey;
}

export type BriefPart =
  | BriefNumber
  | { readonly kind: 'words'; readonly text: string }
  /** May hold digits that are no figures: of a building, a target, an indicator. */
  | { readonly kind: 'name'; readonly text: string };

type Filling = BriefPart | readonly BriefPart[];

export function name(text: string): BriefPart {
  return { kind: 'name', text };
}

/**
 * A sentence from its pattern: `{x}` stands for what is filled in.
 * @throws when the pattern names what is not given
 */
export function filled(pattern: string, given: Readonly<Record<string, Filling>> = {}): readonly BriefPart[] {
  return pattern
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .flatMap((piece): readonly BriefPart[] => {
      if (!piece.startsWith('{')) return [{ kind: 'words', text: piece }];
      const part = given[piece.slice(1, -1)];
      if (part === undefined) throw new Error(`no such part: ${piece} in ${pattern}`);
      return 'kind' in part ? [part] : part;
    });
}

/** Several one after the other, with words between them. */
export function joined(all: readonly (readonly BriefPart[])[], between: string): readonly BriefPart[] {
  return all.flatMap((one, at): readonly BriefPart[] =>
    at === 0 ? one : [{ kind: 'words', text: between }, ...one],
  );
}

/** As it is read. */
export function plainText(parts: readonly BriefPart[]): string {
  return parts.map(({ text }) => text).join('');
}
