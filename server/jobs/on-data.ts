/** Jobs that hold sheets against the data. */
import type { ImportPart } from '#contract/imports.ts';
import type { Sheet } from '#domain/intake/cell.ts';
import { neededKinds } from '#domain/intake/needed-kinds.ts';
import type { RowProblem } from '#domain/intake/row-draft.ts';
import { applyChanges } from '#domain/records/change.ts';
import { holdsRealData } from '#domain/sample.ts';
import type { OneAtATime } from '#server/api/one-at-a-time.ts';
import type { Snapshot } from '#server/api/store.ts';
import { readTable } from '#server/import/read-table.ts';
import { reportWorkbook } from '#server/import/report.ts';
import { openBeside } from '#server/store/open-store.ts';
import { toWgs84 } from '#server/text/datum.ts';
import type { Job, JobResults, OnData, PartResult } from './job.ts';
import { headingsOf, type Judgement, judge, readyParts, withFacts } from './judge.ts';
import { type RunKeeper, runKeeper } from './kept-runs.ts';
import { rowId } from './row-id.ts';
import type { ThreadTools } from './thread.ts';

/** Of one sheet, and of all sheets together: the page holds them all, and 40 sheets of 500 are megabytes. */
const mostShown = { ofSheet: 500, ofAll: 4_000, atLeast: 50 };
/** Looked at to find those that are shown: many rows may ask one question. */
const mostProblems = 5_000;

export async function checkParts(
  job: Job & { kind: 'check' },
  tools: ThreadTools,
): Promise<JobResults['check']> {
  const { store, close } = await openFor(job, tools.exclusively);
  const keeper = runKeeper(job.folder, job.processId);
  const judgement = await judged(await store.loadPortfolio(), job, tools, { keeper });
  await close();
  return { parts: resultsOf(job, judgement), mayCommit: judgement.mayCommit };
}

export async function reportOn(
  job: Job & { kind: 'report' },
  tools: ThreadTools,
): Promise<JobResults['report']> {
  const { store, close } = await openFor(job, tools.exclusively);
  const part = job.state.parts.find(({ id }) => id === job.partId);
  const { parts } = await judged(await store.loadPortfolio(), job, tools, { most: 50_000 });
  await close();
  const verdict = parts.find(({ partId }) => partId === job.partId);
  const sheet = part && (await sheetReader(job)(part));
  return part && sheet && verdict
    ? {
        bytes: await reportWorkbook({
          sheet,
          headings: headingsOf(part),
          run: { ...verdict.run, ...verdict },
          locale: job.locale,
        }),
      }
    : null;
}

/** Judged without anybody waiting; if others wrote meanwhile, once more while they wait. */
export async function commitParts(
  job: Job & { kind: 'commit' },
  tools: ThreadTools,
): Promise<JobResults['commit']> {
  const { store, close } = await openFor(job, (work) => work());
  try {
    const first = await store.loadPortfolio();
    let [snapshot, judgement]: [Snapshot, Judgement] = [first, await judged(first, job, tools)];
    return await tools.exclusively(async (): Promise<JobResults['commit']> => {
      for (let tries = 0; tries < 5; tries++) {
        await store.refresh();
        const loaded = await store.loadPortfolio(snapshot);
        if (loaded.revision !== snapshot.revision) {
          [snapshot, judgement] = [loaded, await judged(loaded, job, tools)];
        }
        const refused = whyNotWritten(job, snapshot, judgement);
        if (refused) return refused;
        const { changes } = judgement;
        tools.tell({ phase: 'writing', done: 0, total: changes.length });
        const committed = await store.commit({
          base: snapshot.revision,
          changes: withFacts(snapshot.portfolio, changes, job.state),
          actor: job.actor,
          at: job.at,
          asOf: job.state.asOf,
          origin: 'import',
          batchId: job.state.id,
          requestId: job.requestId,
          answer: null,
        });
        if (committed.ok) return { ok: true, written: changes.length };
      }
      return { ok: false, reason: 'busy' };
    });
  } finally {
    await close();
  }
}

/** With what the sheets are held against: of a sheet of units tax and months would be most of the memory. */
function openFor({ place, published, state }: OnData, exclusively: OneAtATime) {
  const sheets = readyParts(state).map(({ mapping }) => mapping.entity);
  return openBeside(place, exclusively, published, neededKinds(sheets));
}

/**
 * What of the data was not loaded was part of a sample when the import was let in, and what others wrote since
 * is among what is loaded.
 */
function whyNotWritten(
  job: Job & { kind: 'commit' },
  { portfolio }: Snapshot,
  judgement: Judgement,
): JobResults['commit'] | null {
  if (!judgement.mayCommit) return { ok: false, reason: 'notClean', parts: resultsOf(job, judgement) };
  if (judgement.changes.length === 0) return { ok: false, reason: 'nothingToWrite' };
  const isRefused =
    !job.hasAccount && holdsRealData(applyChanges(portfolio, judgement.changes), job.published);
  return isRefused ? { ok: false, reason: 'sampleOnly' } : null;
}

function judged(
  { portfolio, revision }: Snapshot,
  job: OnData,
  { tell }: ThreadTools,
  { most = mostProblems, keeper }: { readonly most?: number; readonly keeper?: RunKeeper } = {},
): Promise<Judgement> {
  const total = readyParts(job.state).reduce((sum, { rowCount }) => sum + rowCount, 0);
  tell({ phase: 'reading', done: 0, total });
  return judge(portfolio, job.state, {
    newId: ({ id }, row) => rowId(job.state.id, id, row),
    toWgs84,
    isSynthetic: !job.hasAccount,
    mostProblems: most,
    sheetOf: sheetReader(job),
    onRows: (done) => tell({ phase: 'checking', done, total }),
    // One sheet alone is looked at again whatever changed.
    ...(keeper && readyParts(job.state).length > 1 && { kept: { keeper, revision } }),
  });
}

/**
 * The sheets of one file are read once as long as the parts of it come one after the other, and let go with the
 * last part: what follows needs the memory.
 */
function sheetReader({ state, paths, limits }: OnData): (part: ImportPart) => Promise<Sheet | null> {
  let last: { readonly fileId: string; readonly sheets: readonly Sheet[] } | null = null;
  const lastPart = readyParts(state).at(-1)?.id;
  return async ({ id: partId, fileId, sheet }) => {
    if (last?.fileId !== fileId) {
      const name = state.files.find(({ id }) => id === fileId)?.name ?? '';
      last = null;
      const read = await readTable(paths[fileId] ?? '', name, limits);
      last = { fileId, sheets: read.ok ? read.sheets : [] };
    }
    const found = last.sheets.find(({ name }) => name === sheet) ?? null;
    if (partId === lastPart) last = null;
    return found;
  };
}

function resultsOf({ state }: OnData, { parts }: Judgement): PartResult[] {
  const share = Math.max(mostShown.atLeast, Math.floor(mostShown.ofAll / Math.max(1, parts.length)));
  const most = Math.min(mostShown.ofSheet, share);
  return state.parts.map(({ id }) => {
    const verdict = parts.find(({ partId }) => partId === id);
    if (!verdict) return { id, result: null, questions: [] };
    const { counts, problems, problemTotal, isClean } = verdict;
    const shown = eachQuestionOnce(problems)
      .slice(0, most)
      .map((problem) => ({ ...problem, near: [...problem.near] }));
    const questions = verdict.questions
      .slice(0, most)
      .map((question) => ({ ...question, near: [...question.near] }));
    return { id, result: { counts, problems: shown, problemTotal, isClean, isCurrent: true }, questions };
  });
}

function eachQuestionOnce(problems: readonly RowProblem[]): RowProblem[] {
  const asked = new Set<string>();
  return problems.filter(({ question }) => {
    if (question === null) return true;
    if (asked.has(question)) return false;
    asked.add(question);
    return true;
  });
}
