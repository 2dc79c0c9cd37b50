/** No file over 300 lines, no function over 60, no component over 80, unless its first line says why. */
import { parseSync } from 'vite';
import type { SourceFile } from './source-files.ts';

const mostFileLines = 300;
const mostFunctionLines = 60;
const mostComponentLines = 80;
const excuse = /^\/\*\*? long: /;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function* nodes(value: unknown, name = ''): Generator<{ readonly node: Node; readonly name: string }> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodes(item, name);
    return;
  }
  if (!isNode(value)) return;
  const own = nameOf(value) ?? name;
  yield { node: value, name: own };
  for (const child of Object.values(value)) yield* nodes(child, own);
}

function nameOf(node: Node): string | null {
  const { id, key } = node as { id?: { name?: string }; key?: { name?: string } };
  return id?.name ?? key?.name ?? null;
}

/** One line for each file or function that is too long. */
export function sizeProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (excuse.test(file.text)) return [];
    const lines = file.text.trimEnd().split('\n').length;
    const tooLong = lines > mostFileLines ? [`${file.path}: ${lines} lines, ${mostFileLines} allowed`] : [];
    return [...tooLong, ...longFunctions(file)];
  });
}

function longFunctions({ path, text }: SourceFile): string[] {
  const { program } = parseSync(path, text);
  const found: string[] = [];
  for (const { node, name } of nodes(program)) {
    if (!/Function/.test(node.type) || node.type.startsWith('TS')) continue;
    const lines = text.slice(node.start, node.end).split('\n').length;
    const most = path.endsWith('.tsx') && /^[A-Z]/.test(name) ? mostComponentLines : mostFunctionLines;
    const isSuite = /\.(test|spec)\.tsx?$/.test(path);
    if (lines > most && !isSuite)
      found.push(`${path}: ${name || 'a function'} has ${lines} lines, ${most} allowed`);
  }
  return found;
}
