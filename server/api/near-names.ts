/** What somebody may have meant who asked for a building that does not exist. */
import type { NearName } from '#contract/problem.ts';
import type { Columns } from '#domain/engine/columns.ts';

const most = 5;
const leastAlike = 0.3;

function pairsOf(text: string): Set<string> {
  const padded = ` ${text.toLowerCase()} `;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}

/** Dice's coefficient over pairs of letters, 0–1. */
function likeness(wanted: ReadonlySet<string>, text: string): number {
  const pairs = pairsOf(text);
  let shared = 0;
  for (const pair of pairs) if (wanted.has(pair)) shared++;
  return (2 * shared) / (wanted.size + pairs.size);
}

/** At most five buildings whose id or name looks like the text, the most alike first. */
export function nearNames({ ids, namesZh, namesEn }: Columns, text: string): NearName[] {
  const wanted = pairsOf(text.slice(0, 64));
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
