/** Initials typed in a hurry: one finger on the key beside. */

/** Keys that touch, row by row of a Latin keyboard. */
const besides: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qase',
  e: 'wsdr',
  r: 'edft',
  t: 'rfgy',
  y: 'tghu',
  u: 'yhji',
  i: 'ujko',
  o: 'iklp',
  p: 'ol',
  a: 'qwsz',
  s: 'awedxz',
  d: 'serfcx',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};

/** People get the start right; fewer letters than this would be found under everything. */
const sure = 3;
const typed = 5;

/**
 * The first five initials of a name with the fourth or the fifth struck on a key beside it: `whydz` for 五号院写字楼
 * (whyxzl). [] for names of fewer than five syllables.
 */
export function slipsOf(initials: string): readonly string[] {
  const start = initials.slice(0, typed);
  if (!/^[a-z]{5}$/.test(start)) return [];
  const slips: string[] = [];
  for (let place = sure; place < typed; place++) {
    for (const key of besides[start[place] ?? ''] ?? '') {
      slips.push(start.slice(0, place) + key + start.slice(place + 1));
    }
  }
  return slips;
}
