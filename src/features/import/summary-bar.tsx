/** All sheets of an import together: what they would do, which of them need somebody, and the next step. */
import { useClient } from '#client/context.tsx';
import { importCalls, isUnderWay } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import css from './import.module.css';
import { type Totals, totalsOf } from './part-standing.ts';
import { ProgressLine } from './progress-line.tsx';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly state: Import;
  readonly doer: ImportDoer;
  /** Takes the user to the next sheet that needs attention. */
  readonly onNext: () => void;
}

export function SummaryBar({ state, doer, onNext }: Props) {
  const { words } = useImportWords();
  const totals = totalsOf(state.parts);
  return (
    <section className={css['summary']} aria-label={words.totals}>
      <div className={css['summaryLine']}>
        {totals.isChecked ? (
          <CountList counts={totals.counts} isStale={!totals.isCurrent} />
        ) : (
          <p className={css['note']}>{words.notCounted}</p>
        )}
        <Steps state={state} doer={doer} />
      </div>
      <div className={css['summaryLine']}>
        <SheetCounts sheets={totals.sheets} />
        <Button size="small" isIdle={totals.sheets.wrong + totals.sheets.lacking === 0} onPress={onNext}>
          {words.nextSheet}
        </Button>
      </div>
      {isUnderWay(state) ? <ProgressLine state={state} /> : <Advice state={state} totals={totals} />}
    </section>
  );
}

const kinds = ['new', 'changed', 'unchanged', 'wrong', 'skipped'] as const;

/** Rows by what would become of them. */
export function CountList({
  counts,
  isStale,
}: {
  readonly counts: Totals['counts'];
  readonly isStale: boolean;
}) {
  const { words, figures } = useImportWords();
  return (
    <dl className={classNames(css['counts'], isStale && css['stale'])}>
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{words.counts[kind]}</dt>
          <dd className={kind === 'wrong' && counts.wrong > 0 ? css['wrong'] : undefined}>
            {figures.number(counts[kind])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SheetCounts({ sheets }: { readonly sheets: Totals['sheets'] }) {
  const { words, figures } = useImportWords();
  const needs = sheets.wrong + sheets.lacking;
  const left = sheets.left + sheets.unknown;
  return (
    <p className={css['sheetCounts']} role="status">
      {needs > 0 && <strong className={css['wrong']}>{words.needs(figures.number(needs))}</strong>}
      {sheets.ready > 0 && <span>{words.ready(figures.number(sheets.ready))}</span>}
      {sheets.unchecked > 0 && <span>{words.unchecked(figures.number(sheets.unchecked))}</span>}
      {left > 0 && <span>{words.left(figures.number(left))}</span>}
    </p>
  );
}

function Steps({ state, doer }: Pick<Props, 'state' | 'doer'>) {
  const { api } = useClient();
  const { words } = useImportWords();
  const { id, mayCommit } = state;
  const isReady = state.parts.some(({ include, mapping }) => include && mapping !== null);
  const isHeld = doer.isBusy || isUnderWay(state);
  return (
    <div className={css['actions']}>
      <Button
        variant={mayCommit ? 'quiet' : 'primary'}
        isDisabled={!isReady || isHeld}
        onPress={() => void doer.step(() => importCalls.check(api, id))}
      >
        {words.check}
      </Button>
      <Button
        variant={mayCommit ? 'primary' : 'quiet'}
        isDisabled={!mayCommit || isHeld}
        onPress={() => void doer.step(() => importCalls.commit(api, id))}
      >
        {words.commit}
      </Button>
    </div>
  );
}

/** What to do next. */
function Advice({ state, totals }: { readonly state: Import; readonly totals: Totals }) {
  const { words, figures } = useImportWords();
  const toWrite = totals.counts.new + totals.counts.changed;
  const draft = totals.isChecked ? words.stale : words.checkNote;
  const clean = `${words.clean}${words.commitNote(figures.number(toWrite))}`;
  return (
    <p className={css['advice']} role="status">
      {state.mayCommit ? clean : state.status === 'draft' ? draft : words.notClean}
    </p>
  );
}
