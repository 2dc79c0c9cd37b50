/**
 * `npm run bench:extract`: how well texts are read, field by field, and how long an article takes. Names of files of
 * `tests/extract-corpus` as arguments measure these alone; `--slips` lists what is read otherwise than expected.
 */
import { extract } from '#domain/extract/extract.ts';
import { corpusFile, corpusFiles, corpusToday, type FieldScore, scoreOf } from '../tests/extract-corpus.ts';
import { percentile, report } from './report.ts';

const given = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const texts = (given.length > 0 ? given : corpusFiles).flatMap(corpusFile);
const { byField, slips, precision, recall } = scoreOf(texts);

function shareOf(right: number, others: number): string {
  return right + others === 0 ? '–' : `${((right / (right + others)) * 100).toFixed(1)} %`;
}

function line(field: string, { right, wrong, missed }: FieldScore): string {
  const shares = [shareOf(right, wrong), shareOf(right, missed)].map((share) => share.padStart(10));
  return `${field.padEnd(24)}${String(right + missed).padStart(6)}${shares.join('')}`;
}

console.log(`${'field'.padEnd(24)}${'said'.padStart(6)}${'precision'.padStart(10)}${'recall'.padStart(10)}`);
for (const [field, score] of [...byField].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(line(field, score));
if (process.argv.includes('--slips')) {
  for (const { id, field, expected, found } of slips) console.log(`${id} ${field}: ${expected} ≠ ${found}`);
}
report(`precision of ${texts.length} texts`, precision * 100, '%', 98, false);
report('recall', recall * 100, '%', 95, false);

/** Time of this thread's processor, ms: what else the machine does is not counted. */
function scripting(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** An article of 2,000 characters, made of those of the corpus; each run another cut, so that nothing is remembered. */
const articles = texts
  .filter(({ kind }) => kind === 'building')
  .map(({ text }) => text)
  .join('\n');
const times = Array.from({ length: 120 }, (_, run) => {
  const from = (run * 97) % Math.max(1, articles.length - 2_000);
  const article = articles.slice(from, from + 2_000);
  const start = scripting();
  extract('building', article, { today: corpusToday });
  return scripting() - start;
}).slice(20);
report('an article of 2,000 characters, p95', percentile(times, 0.95), 'ms', 20);
report('  median', percentile(times, 0.5), 'ms', null);
