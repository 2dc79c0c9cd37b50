/** One import: its files, what their columns are, the dry run, the write and its undoing. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls, importQuery, importsQuery, isUnderWay } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { FileList } from './file-list.tsx';
import css from './import.module.css';
import { PartCard } from './part-card.tsx';
import { useImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

export interface ImportPageProps {
  readonly id: string;
  readonly status: StatusQueue;
  readonly link: (to: string, text: string) => ReactNode;
  readonly onDiscarded: () => void;
}

export function ImportPage({ id, status, link, onDiscarded }: ImportPageProps) {
  const { api } = useClient();
  const { words } = useImportWords();
  const { data, error } = useQuery(importQuery(api, id));
  const refusal = error instanceof ApiError ? error.problem?.status : undefined;
  const isForOthers = refusal === 401 || refusal === 403;
  return (
    <Page>
      <p className={css['back']}>{link('/data/import', `‹ ${words.title}`)}</p>
      {error && (
        <EmptyState title={isForOthers ? words.notForRole : refusal === 404 ? words.noSuch : words.refused} />
      )}
      {data && !isForOthers && <Whole state={data} status={status} link={link} onDiscarded={onDiscarded} />}
    </Page>
  );
}

function Whole({
  state,
  status,
  link,
  onDiscarded,
}: Omit<ImportPageProps, 'id'> & { readonly state: Import }) {
  const { api } = useClient();
  const { words } = useImportWords();
  const client = useQueryClient();
  const doer = useImportDoer(state.id, status);
  const isOpen = state.status === 'draft' || state.status === 'checked';
  const hasSheets = (isOpen || state.status === 'checking') && state.parts.length > 0;
  const isOver = state.status === 'committed' || state.status === 'undone';
  useEffect(() => {
    if (isOver) void client.invalidateQueries();
  }, [isOver, client]);
  const discard = async () => {
    await importCalls.discard(api, state.id);
    await client.invalidateQueries({ queryKey: importsQuery(api).queryKey });
    onDiscarded();
  };
  return (
    <>
      <h1 className={css['title']}>{state.source}</h1>
      <p className={css['note']}>
        {words.asOf} {state.asOf} · {words.confidences[state.confidence]} · {state.by.name} ·{' '}
        {words.status[state.status]}
      </p>
      <Failure state={state} />
      <FileList state={state} doer={doer} isOpen={isOpen} />
      {hasSheets && (
        // Stays while it is checked, out of reach: corrections that are typed but not yet saved would be lost.
        <section className={css['section']} aria-labelledby="sheets" inert={!isOpen}>
          <h2 id="sheets">{words.sheets}</h2>
          {state.parts.map((part) => (
            <PartCard key={part.id} state={state} part={part} doer={doer} status={status} />
          ))}
        </section>
      )}
      <Steps state={state} doer={doer} link={link} />
      {isOpen && (
        <p>
          <Button variant="plain" onPress={() => void discard()}>
            {words.discard}
          </Button>
        </p>
      )}
    </>
  );
}

function Failure({ state }: { readonly state: Import }) {
  const { words } = useImportWords();
  if (!state.failure) return null;
  const { reason, detail } = state.failure;
  const known: Readonly<Record<string, string>> = words.failure;
  return (
    <p className={css['wrong']} role="alert">
      {known[reason] ?? words.refused}
      {detail === '' ? '' : ` (${detail})`}
    </p>
  );
}

function Steps({
  state,
  doer,
  link,
}: {
  readonly state: Import;
  readonly doer: ReturnType<typeof useImportDoer>;
  readonly link: ImportPageProps['link'];
}) {
  const { api } = useClient();
  const { words } = useImportWords();
  const { id } = state;
  if (isUnderWay(state)) {
    return (
      <div className={css['actions']}>
        <p role="status">{words.status[state.status]} …</p>
        <Button onPress={() => void doer.run(() => importCalls.cancel(api, id))}>{words.cancel}</Button>
      </div>
    );
  }
  if (state.status === 'undone') return <p>{words.isUndone}</p>;
  if (state.status === 'committed') return <Committed state={state} doer={doer} link={link} />;
  const ready = state.parts.some(({ include, mapping }) => include && mapping !== null);
  const toWrite = state.parts.reduce(
    (sum, { result }) => sum + (result ? result.counts.new + result.counts.changed : 0),
    0,
  );
  return (
    <section className={css['section']} aria-labelledby="steps">
      <h2 id="steps">{words.check}</h2>
      <div className={css['actions']}>
        <Button
          variant={state.mayCommit ? 'quiet' : 'primary'}
          isDisabled={!ready || doer.isBusy}
          onPress={() => void doer.step(() => importCalls.check(api, id))}
        >
          {words.check}
        </Button>
        <Button
          variant={state.mayCommit ? 'primary' : 'quiet'}
          isDisabled={!state.mayCommit || doer.isBusy}
          onPress={() => void doer.step(() => importCalls.commit(api, id))}
        >
          {words.commit}
        </Button>
      </div>
      <p className={css['note']} role="status">
        {state.status === 'draft'
          ? words.checkNote
          : state.mayCommit
            ? `${words.clean}${words.commitNote(toWrite)}`
            : words.notClean}
      </p>
    </section>
  );
}

function Committed({
  state,
  doer,
  link,
}: {
  readonly state: Import;
  readonly doer: ReturnType<typeof useImportDoer>;
  readonly link: ImportPageProps['link'];
}) {
  const { api } = useClient();
  const { words } = useImportWords();
  const [isAsking, setAsking] = useState(false);
  const undo = (keepLater: boolean) => void doer.step(() => importCalls.undo(api, state.id, keepLater));
  return (
    <section className={css['section']} aria-label={words.status.committed}>
      <p role="status">{words.written(state.written ?? 0)}</p>
      <p>{link('/', words.see)}</p>
      <div className={css['actions']}>
        <Button isDisabled={doer.isBusy} onPress={() => setAsking(true)}>
          {words.undo}
        </Button>
        {state.failure?.reason === 'changedSince' && (
          <Button isDisabled={doer.isBusy} onPress={() => undo(true)}>
            {words.undoKeeping}
          </Button>
        )}
      </div>
      <p className={css['note']}>{words.undoNote}</p>
      <Sheet
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={words.undoSure(state.source)}
        closeLabel={words.keep}
        footer={
          <>
            <Button onPress={() => setAsking(false)}>{words.keep}</Button>
            <Button
              variant="primary"
              isDisabled={doer.isBusy}
              onPress={() => {
                setAsking(false);
                undo(false);
              }}
            >
              {words.undo}
            </Button>
          </>
        }
      >
        <p>{words.undoCount(state.written ?? 0)}</p>
      </Sheet>
    </section>
  );
}
