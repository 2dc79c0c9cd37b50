import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const file = new URL('./young-generation.ts', import.meta.url).href;

/** In a process of its own: what V8 is told holds for all of it. */
function youngMegabytes(before: string): number {
  const program = `
    const { holdYoungGeneration, youngBytes } = await import('${file}');
    ${before}
    const kept = [];
    for (let i = 0; i < 1_000_000; i++) kept.push({ i, list: [i] });
    console.log(youngBytes() / 1024 / 1024);`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return Number(printed);
}

test('what survives does not make the young generation grow beyond its bound', () => {
  expect(youngMegabytes('holdYoungGeneration();')).toBeLessThanOrEqual(16);
  expect(youngMegabytes('')).toBeGreaterThan(16);
});
