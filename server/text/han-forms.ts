/// <reference path="./opencc-dictionaries.d.ts" />
/** Simplified and Traditional characters, one for one. Phrases are not needed to find a name. */
import stCharacters from 'opencc-js/dict/STCharacters';
import tsCharacters from 'opencc-js/dict/TSCharacters';

/** `from to|from to|…` */
function tableOf(dictionary: string): ReadonlyMap<string, string> {
  return new Map(
    dictionary.split('|').map((pair): [string, string] => {
      const [from = '', to = from] = pair.split(' ');
      return [from, to];
    }),
  );
}

const simplifiedOf = tableOf(tsCharacters);
const traditionalOf = tableOf(stCharacters);

function replaced(text: string, table: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => table.get(character) ?? character).join('');
}

export function simplified(text: string): string {
  return replaced(text, simplifiedOf);
}

/** Where a character has several Traditional forms, the usual one. */
export function traditional(text: string): string {
  return replaced(text, traditionalOf);
}
