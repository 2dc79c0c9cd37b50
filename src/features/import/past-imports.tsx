/** Imports of the past, the latest first; those that were written can be undone from here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls, importQuery, importsQuery, isUnderWay } from '#client/imports.ts';
import type { ImportSummary } from '#contract/imports.ts';
import { useLanguage } from '#format/locale.tsx';
import { momentText } from '#format/record-text.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import css from './import.module.css';
import { Failure, UndoButton } from './undo-button.tsx';
import { useImportWords } from './use-import-words.ts';

type Link = (to: string, text: string) => ReactNode;

export function PastImports({ link, status }: { readonly link: Link; readonly status: StatusQueue }) {
  const { api } = useClient();
  const { words } = useImportWords();
  const { data } = useQuery(importsQuery(api));
  useRefreshAfterSteps(data?.imports);
  return (
    <section className={css['section']} aria-labelledby="past">
      <h2 id="past">{words.past}</h2>
      {data?.imports.length === 0 && <p className={css['empty']}>{words.none}</p>}
      <ul className={css['rows']}>
        {data?.imports.map((summary) => (
          <PastRow key={summary.id} summary={summary} link={link} status={status} />
        ))}
      </ul>
    </section>
  );
}

/** What a step wrote or took back is shown on other pages too. */
function useRefreshAfterSteps(imports: readonly ImportSummary[] | undefined): void {
  const client = useQueryClient();
  const underWay = imports?.filter(isUnderWay).length ?? 0;
  const before = useRef(0);
  useEffect(() => {
    if (underWay < before.current) void client.invalidateQueries();
    before.current = underWay;
  }, [underWay, client]);
}

function PastRow({
  summary,
  link,
  status,
}: {
  readonly summary: ImportSummary;
  readonly link: Link;
  readonly status: StatusQueue;
}) {
  const { api } = useClient();
  const { words, figures } = useImportWords();
  const language = useLanguage();
  const client = useQueryClient();
  const { id, source, by, createdAt, files, written } = summary;
  const undo = useMutation({
    mutationFn: (keepLater: boolean) => importCalls.undo(api, id, keepLater),
    onSuccess: (state) => {
      client.setQueryData(importQuery(api, id).queryKey, state);
      return client.invalidateQueries({ queryKey: importsQuery(api).queryKey });
    },
    onError: (error) =>
      status.add(error instanceof ApiError && error.problem ? error.problem.detail : words.refused),
  });
  const isWritten = summary.status === 'committed';
  return (
    <li className={css['past']}>
      <span className={css['name']}>{link(`/data/import/${id}`, source)}</span>
      <span className={css['note']}>
        {momentText(language, createdAt)} · {by.name} · {words.fileCount(files.length)}
      </span>
      <span className={css['pastStatus']}>
        {words.status[summary.status]}
        {written === null ? '' : ` · ${words.records(figures.number(written))}`}
      </span>
      {isWritten && (
        <UndoButton
          summary={summary}
          size="small"
          isBusy={undo.isPending}
          onUndo={(keepLater) => undo.mutate(keepLater)}
        />
      )}
      {isWritten && <Failure failure={summary.failure} />}
    </li>
  );
}
