/**
 * `npm run bench:mutate`: turns one operator after the other in the formulas of the indicators into its opposite, in
 * a copy, and runs their tests: each change has to make one fail. Those that change nothing are named with the reason.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const indicators = 'src/domain/indicators';
const files = [
  ...readdirSync(join(root, indicators, 'formulas')).map((name) => `${indicators}/formulas/${name}`),
  `${indicators}/net-effective-rent.ts`,
];
const quick = ['worked-examples', 'edges', 'extensions', 'findings', 'net-effective-rent'].map(
  (name) => `${indicators}/${name}.test.ts`,
);
const thorough = [`${indicators}/any-district.test.ts`, `${indicators}/explain.test.ts`];

const opposites: readonly (readonly [string, string])[] = [
  [' / ', ' * '],
  [' * ', ' / '],
  [' + ', ' - '],
  [' - ', ' + '],
  [' >= ', ' > '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' < ', ' <= '],
  [' && ', ' || '],
  [' || ', ' && '],
  ['Math.max', 'Math.min'],
  ['Math.min', 'Math.max'],
];

/** Changes without an effect, as they read then: the part of the line around the one operator. */
const harmless: readonly (readonly [changed: string, why: string])[] = [
  ['!(weight >= 0)) return null', 'what weighs nothing is known by nobody, in or out'],
  ['!(letArea >= 0)) return null', 'what weighs nothing is known by nobody, in or out'],
  ['building.deliveredMonths >= 0 ?', 'what weighs nothing is known by nobody, in or out'],
  ['first < shortest ?', 'every month has that day'],
  ['birthday(to - from) >= after', 'a month that is full is the same as a whole one'],
];

interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly changed: string;
  readonly text: string;
  readonly what: string;
}

/** Each operator of the code by itself; not of comments, types and imports. */
function mutantsOf(file: string): readonly Mutant[] {
  const text = readFileSync(join(root, file), 'utf8');
  const lines = text.split('\n');
  return lines.flatMap((before, line) => {
    if (/^\s*(\*|\/\*|\/\/|import|export (type|interface))/.test(before)) return [];
    return opposites.flatMap(([from, to]) =>
      [...before.matchAll(new RegExp(from.replace(/[*+|.]/g, '\\$&'), 'g'))].map(({ index }): Mutant => {
        const changed = before.slice(0, index) + to + before.slice(index + from.length);
        const after = lines.toSpliced(line, 1, changed).join('\n');
        return { file, line: line + 1, before, changed, text: after, what: `${from.trim()} → ${to.trim()}` };
      }),
    );
  });
}

const folder = mkdtempSync(join(tmpdir(), 'loulan-mutants-'));
for (const part of [
  'src',
  'tests',
  'mocks',
  'scripts',
  'server',
  'package.json',
  'vite.config.ts',
  'vitest.config.ts',
  'tsconfig.base.json',
  'tsconfig.json',
]) {
  cpSync(join(root, part), join(folder, part), { recursive: true });
}
symlinkSync(resolve(root, 'node_modules'), join(folder, 'node_modules'));

function passes(tests: readonly string[]): boolean {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'node', '--bail', '1', ...tests], {
    cwd: folder,
    stdio: 'ignore',
    timeout: 120_000,
  });
  return run.status === 0;
}

if (!passes([...quick, ...thorough])) throw new Error('the tests fail before anything is changed');
const mutants = files.flatMap(mutantsOf);
const survivors: Mutant[] = [];
let excused = 0;
for (const mutant of mutants) {
  if (harmless.some(([part]) => mutant.changed.includes(part) && !mutant.before.includes(part))) {
    excused += 1;
    continue;
  }
  const path = join(folder, mutant.file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, mutant.text);
  if (passes(quick) && passes(thorough)) {
    survivors.push(mutant);
    console.log(`NOT NOTICED ${mutant.file}:${mutant.line} ${mutant.what} ${mutant.changed.trim()}`);
  }
  writeFileSync(path, original);
}
rmSync(folder, { recursive: true });
console.log(
  `${mutants.length} changes: ${mutants.length - excused - survivors.length} noticed, ${excused} harmless`,
);
process.exitCode = survivors.length > 0 ? 1 : 0;
