/** What somebody may have meant who asked for a building that does not exist. */
import type { NearName } from '#contract/problem.ts';
import type { Columns } from '#domain/engine/columns.ts';

const most = 5;
const leastAlike = 0.3;

function padded(text: string): string {
  return ` ${text.toLowerCase()} `;
}

function pairsOf(text: string): readonly string[] {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return [...pairs];
}

/** Close to Dice's coefficient over pairs of letters, 0–1; made without a set for each of many names. */
function likeness(wanted: readonly string[], name: string): number {
  const text = padded(name);
  const shared = wanted.reduce((count, pair) => (text.includes(pair) ? count + 1 : count), 0);
  return (2 * shared) / (wanted.length + text.length - 1);
}

/** At most five buildings whose id or name looks like the text, the most alike first. */
export function nearNames({ ids, namesZh, namesEn }: Columns, text: string): NearName[] {
  const wanted = pairsOf(padded(text.slice(0, 64)));
  return ids
    .map((id, row) => {
      const nameZh = namesZh[row] ?? '';
      const scores = [id, nameZh, namesEn[row] ?? ''].map((name) => likeness(wanted, name));
      return { id, nameZh, score: Math.max(...scores) };
    })
    .filter(({ score }) => score >= leastAlike)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, nameZh }) => ({ id, nameZh }));
}
