/**
 * `npm test`: every check there is, one after the other, on to the end whatever fails. Its last line is
 * `N passed, N failed`. A name or part of one runs only those steps: `npm test -- types journeys`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Outcome, outcomeOf, readReport } from './test-report.ts';
import { environment, type Step, steps, workFolder } from './test-steps.ts';

const root = join(import.meta.dirname, '..');
process.chdir(root);

const tools = join(root, 'node_modules', '.bin');
const env = { ...process.env, ...environment, PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}` };

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

function run(command: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    const take = (chunk: Buffer) => output.push(chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ exitCode: 1, output: String(error) }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: output.join('') }));
  });
}

async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  const { exitCode, output } = await run(step.command);
  const outcome = outcomeOf(exitCode, readReport(step));
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const counts = step.report ? `: ${outcome.passed} passed, ${outcome.failed} failed` : '';
  console.log(`${outcome.failed === 0 ? 'ok  ' : 'FAIL'} ${seconds} s  ${step.name}${counts}`);
  if (outcome.failed > 0) console.log(`\n$ ${step.command}\n${output.trim()}\n`);
  return outcome;
}

rmSync(workFolder, { recursive: true, force: true });
mkdirSync(workFolder, { recursive: true });

const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const failedSteps = new Set<string>();
let passed = 0;
let failed = 0;
for (const step of chosen) {
  const isIdle = step.needs !== undefined && failedSteps.has(step.needs);
  if (isIdle) console.log(`FAIL           ${step.name}: not run, "${step.needs}" failed`);
  const outcome = isIdle ? { passed: 0, failed: 1 } : await runStep(step);
  passed += outcome.passed;
  failed += outcome.failed;
  if (outcome.failed > 0) failedSteps.add(step.name);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
