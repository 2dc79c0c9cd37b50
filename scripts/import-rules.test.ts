import { expect, test } from 'vitest';
import { importProblems } from './import-rules.ts';
import { sizeProblems } from './size-rules.ts';

const file = (path: string, text: string) => [{ path, text }];

test('a planted violation is found and named', () => {
  const problems = importProblems(file('src/domain/space.ts', "import { useState } from 'react';"));
  expect(problems).toEqual(['src/domain/space.ts: src/domain may not use the package react']);
});

test('the domain imports nothing, not even from another layer', () => {
  expect(importProblems(file('src/domain/a.ts', "export * from '#format/locale.tsx';"))).toHaveLength(1);
  expect(importProblems(file('src/domain/a.ts', "import './b.ts';"))).toEqual([]);
});

test('a feature imports no other feature', () => {
  const text = "import { x } from '#features/compare/x.ts';";
  expect(importProblems(file('src/features/find/page.tsx', text))).toHaveLength(1);
  expect(importProblems(file('src/features/compare/page.tsx', text))).toEqual([]);
});

test('views take their values as props, never from the client', () => {
  expect(
    importProblems(file('src/views/table/a.tsx', "import type { Found } from '#client/a.ts';")),
  ).toHaveLength(1);
});

test('the portable server knows no Node', () => {
  expect(importProblems(file('server/api/a.ts', "import 'node:fs';"))).toHaveLength(1);
  expect(importProblems(file('server/main.ts', "import 'node:fs';"))).toEqual([]);
});

test('the app reaches the mocks by a dynamic import only', () => {
  expect(importProblems(file('src/app/main.tsx', "const m = await import('#mocks/browser.ts');"))).toEqual(
    [],
  );
  expect(importProblems(file('src/app/main.tsx', "import '#mocks/browser.ts';"))).toHaveLength(1);
});

test('a long file and a long function are found, unless the first line says why', () => {
  const long = `export function f() {\n${'  g();\n'.repeat(61)}}\n`;
  expect(sizeProblems(file('src/domain/a.ts', long))).toHaveLength(1);
  expect(sizeProblems(file('src/domain/a.ts', 'x;\n'.repeat(301)))).toHaveLength(1);
  expect(sizeProblems(file('src/domain/a.ts', `/** long: a table */\n${'x;\n'.repeat(301)}`))).toEqual([]);
});
