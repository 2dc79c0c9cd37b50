/** One import: its files, what their columns are, the dry run, the write and its undoing. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls, importQuery, importsQuery, isUnderWay } from '#client/imports.ts';
import { meQuery } from '#client/query.ts';
import type { Import } from '#contract/imports.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#ui/page.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { FileList } from './file-list.tsx';
import { ForOthers } from './for-others.tsx';
import css from './import.module.css';
import { PartList } from './part-list.tsx';
import { totalsOf } from './part-standing.ts';
import { ProgressLine } from './progress-line.tsx';
import { CountList } from './summary-bar.tsx';
import { Failure, UndoButton } from './undo-button.tsx';
import { type ImportDoer, useImportDoer } from './use-import.ts';
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
  const me = useQuery(meQuery(api)).data;
  const refusal = error instanceof ApiError ? error.problem?.status : undefined;
  const isForOthers = refusal === 401 || refusal === 403;
  return (
    <Page>
      {!isForOthers && <p className={css['back']}>{link('/data/import', `‹ ${words.title}`)}</p>}
      {isForOthers && me && <ForOthers me={me} />}
      {error && !isForOthers && <EmptyState title={refusal === 404 ? words.noSuch : words.refused} />}
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
      <Failure failure={state.failure} />
      <FileList state={state} doer={doer} isOpen={isOpen || state.status === 'checking'} />
      {hasSheets && <PartList state={state} doer={doer} status={status} />}
      {isUnderWay(state) && !hasSheets && <ProgressLine state={state} />}
      {state.status === 'undone' && <p role="status">{words.isUndone}</p>}
      {state.status === 'committed' && <Committed state={state} doer={doer} link={link} />}
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

function Committed({
  state,
  doer,
  link,
}: {
  readonly state: Import;
  readonly doer: ImportDoer;
  readonly link: ImportPageProps['link'];
}) {
  const { api } = useClient();
  const { words, figures } = useImportWords();
  return (
    <section className={css['section']} aria-label={words.status.committed}>
      <p role="status">{words.written(figures.number(state.written ?? 0))}</p>
      <CountList counts={totalsOf(state.parts).counts} isStale={false} />
      <p>{link('/', words.see)}</p>
      <UndoButton
        summary={state}
        isBusy={doer.isBusy}
        onUndo={(keepLater) => void doer.step(() => importCalls.undo(api, state.id, keepLater))}
      />
      <p className={css['note']}>{words.undoNote}</p>
    </section>
  );
}
