/** Names that may mean the same thing as a name that is not on file: asked about, never taken as a match. */
import { nameKey } from './plain.ts';

export interface NearName {
  readonly id: string;
  readonly name: string;
}

const most = 5;
const leastAlike = 0.65;
/** Pairs of letters that so many names share tell nothing; without this a search would look at every name. */
const mostSharers = 300;
const common = /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|集团|公司)$/;

function core(name: string): string {
  const key = nameKey(name);
  return key.replace(common, '') || key;
}

function pairsOf(text: string): string[] {
  if (text.length < 2) return [text];
  return [...new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)))];
}

/** 1号楼 and 2号楼, A座 and B座: alike in all but what tells them apart. */
function marksOf(text: string): string {
  return (
    text.match(/\d+|[a-z](?![a-z])|[东南西北一二三四五六七八九十甲乙丙丁]+(?=[号座期栋幢楼区馆厅])/g) ?? []
  ).join(' ');
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return a.length - start - end <= 1 && b.length - start - end <= 1;
}

function likeness(a: string, b: string): number {
  const marks = [marksOf(a), marksOf(b)];
  if (marks[0] !== marks[1] && marks[0] !== '' && marks[1] !== '') return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.includes(short) && short.length * 2.5 >= long.length) return 0.9;
  if (short.length >= 4 && isOneEditApart(a, b)) return 0.8;
  const pairs = pairsOf(a);
  const others = new Set(pairsOf(b));
  return (2 * pairs.filter((pair) => others.has(pair)).length) / (pairs.length + others.size);
}

export class NearNames {
  readonly #names: readonly (NearName & { readonly core: string })[];
  readonly #sharers = new Map<string, number[]>();

  constructor(names: Iterable<NearName>) {
    this.#names = [...names].map(({ id, name }) => ({ id, name, core: core(name) }));
    for (const [index, { core: text }] of this.#names.entries()) {
      for (const pair of pairsOf(text)) {
        const sharers = this.#sharers.get(pair);
        if (!sharers) this.#sharers.set(pair, [index]);
        else if (sharers.length <= mostSharers) sharers.push(index);
      }
    }
  }

  /** At most five, the most alike first; each id once. */
  to(name: string): NearName[] {
    const wanted = core(name);
    const seen = new Set<number>();
    for (const pair of pairsOf(wanted)) {
      const sharers = this.#sharers.get(pair) ?? [];
      if (sharers.length <= mostSharers) for (const index of sharers) seen.add(index);
    }
    const found = [...seen].flatMap((index) => {
      const known = this.#names[index];
      const score = known ? likeness(wanted, known.core) : 0;
      return known && score >= leastAlike ? [{ id: known.id, name: known.name, score }] : [];
    });
    found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const ids = new Set<string>();
    return found
      .filter(({ id }) => !ids.has(id) && ids.add(id))
      .slice(0, most)
      .map(({ id, name: known }) => ({ id, name: known }));
  }
}
