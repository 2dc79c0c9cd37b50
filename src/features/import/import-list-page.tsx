/** 导入: begin one, fetch a template, find one of the past. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiError, fetchFile } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls, importQuery } from '#client/imports.ts';
import { meQuery, settingsQuery } from '#client/query.ts';
import { getTemplate } from '#contract/import-endpoints.ts';
import type { ImportStart } from '#contract/imports.ts';
import { importEntities } from '#domain/intake/targets/target.ts';
import { hiddenRecordFields, type Role } from '#domain/visibility.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#ui/page.tsx';
import { saveFile } from '#ui/save-file.ts';
import { SelectField } from '#ui/select-field.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { TextField } from '#ui/text-field.tsx';
import { ForOthers } from './for-others.tsx';
import css from './import.module.css';
import { localDay } from './local-day.ts';
import { PastImports } from './past-imports.tsx';
import { useImportWords } from './use-import-words.ts';

export interface ImportListPageProps {
  readonly status: StatusQueue;
  readonly link: (to: string, text: string) => ReactNode;
  readonly onBegun: (id: string) => void;
}

export function ImportListPage({ status, link, onBegun }: ImportListPageProps) {
  const { api } = useClient();
  const { words } = useImportWords();
  const me = useQuery(meQuery(api)).data;
  const settings = useQuery(settingsQuery(api)).data;
  return (
    <Page>
      {me?.role !== 'public' && <p className={css['back']}>{link('/data', `‹ ${words.back}`)}</p>}
      <h1 className={css['title']}>{words.title}</h1>
      {me?.role === 'public' ? (
        <ForOthers me={me} />
      ) : settings?.imports === false ? (
        <EmptyState title={words.notHere} />
      ) : (
        <>
          <p className={css['note']}>{words.intro}</p>
          <StartForm status={status} onBegun={onBegun} />
          <Templates status={status} role={me?.role} />
          <PastImports link={link} status={status} />
        </>
      )}
    </Page>
  );
}

const confidences = ['A', 'B', 'C', 'D'] as const;

function StartForm({ status, onBegun }: Pick<ImportListPageProps, 'status' | 'onBegun'>) {
  const { api } = useClient();
  const { words } = useImportWords();
  const client = useQueryClient();
  const [start, setStart] = useState<ImportStart>({
    source: '',
    asOf: localDay(new Date()),
    confidence: 'C',
  });
  const begin = useMutation({
    mutationFn: () => importCalls.start(api, start),
    onSuccess: (made) => {
      client.setQueryData(importQuery(api, made.id).queryKey, made);
      onBegun(made.id);
    },
    onError: (error) =>
      status.add(error instanceof ApiError && error.problem ? error.problem.detail : words.refused),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <section className={css['section']} aria-labelledby="new-import">
      <h2 id="new-import">{words.newImport}</h2>
      <form className={css['start']} onSubmit={submit}>
        <TextField
          label={words.source}
          note={words.sourceNote}
          value={start.source}
          isRequired
          onChange={(source) => setStart({ ...start, source })}
        />
        <label className={css['field']}>
          <span>{words.asOf}</span>
          <input
            className={css['input']}
            type="date"
            required
            value={start.asOf}
            onChange={(event) => setStart({ ...start, asOf: event.currentTarget.value })}
          />
        </label>
        <div className={css['field']}>
          <span aria-hidden="true">{words.confidence}</span>
          <SelectField
            isLabelHidden
            label={words.confidence}
            value={start.confidence}
            options={confidences.map((value) => ({ value, text: words.confidences[value] }))}
            onChange={(confidence) => setStart({ ...start, confidence })}
          />
        </div>
        <Button variant="primary" type="submit" isIdle={begin.isPending}>
          {words.begin}
        </Button>
      </form>
    </section>
  );
}

function Templates({ status, role }: { readonly status: StatusQueue; readonly role: Role | undefined }) {
  const { api } = useClient();
  const { words, intake, locale } = useImportWords();
  const fetchTemplate = async (entity: string) => {
    try {
      saveFile(await fetchFile(api, { endpoint: getTemplate, params: { entity }, query: `lang=${locale}` }));
    } catch {
      status.add(words.refused);
    }
  };
  return (
    <section className={css['section']} aria-labelledby="templates">
      <h2 id="templates">{words.templates}</h2>
      <p className={css['note']}>{words.templatesNote}</p>
      <div className={css['actions']}>
        {importEntities
          .filter((entity) => role !== undefined && hiddenRecordFields(role, entity) !== null)
          .map((entity) => (
            <Button key={entity} size="small" onPress={() => void fetchTemplate(entity)}>
              {intake.entity[entity]}
            </Button>
          ))}
      </div>
    </section>
  );
}
