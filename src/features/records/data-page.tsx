/** 数据: what is typed in, imported, exported, deleted and brought back. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { fetchFile } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { meQuery, settingsQuery } from '#client/query.ts';
import { enterprisesQuery, removalsQuery } from '#client/records.ts';
import { exportArrow, exportCsv, exportGeoJson, exportXlsx } from '#contract/endpoints.ts';
import type { Removal } from '#contract/record-lists.ts';
import type { Enterprise } from '#domain/model/unit.ts';
import { maySeeTax } from '#domain/visibility.ts';
import { momentText, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { saveFile } from '#ui/save-file.ts';
import { SearchField } from '#ui/search-field.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import css from './data.module.css';
import type { DeskTarget } from './desk.tsx';
import { LoadState } from './load-state.tsx';
import { Refused } from './refused.tsx';
import { TargetList } from './target-list.tsx';
import { useRestore } from './use-restore.ts';
import { useWords } from './use-words.ts';

export interface DataPageProps {
  readonly status: StatusQueue;
  readonly onOpen: (target: DeskTarget) => void;
  /** A link within the site, as its router makes them. */
  readonly link: (to: '/data/import' | '/data/audit', text: string) => ReactNode;
}

export function DataPage({ status, onOpen, link }: DataPageProps) {
  const { api } = useClient();
  const { editing } = useWords();
  const { data } = editing;
  const me = useQuery(meQuery(api)).data;
  const settings = useQuery(settingsQuery(api)).data;
  return (
    <Page>
      <h1 className={css['title']}>{data.title}</h1>
      {me?.role === 'public' ? (
        <Refused title={data.notForRole} me={me} path="data" />
      ) : (
        <>
          <p className={css['intro']}>{data.intro}</p>
          <div className={css['ways']}>
            <Way note={data.newBuildingNote}>
              <Button variant="primary" onPress={() => onOpen({ kind: 'new', entity: 'building' })}>
                {data.newBuilding}
              </Button>
            </Way>
            {settings?.imports && <Way note={data.importNote}>{link('/data/import', data.import)}</Way>}
            {me && maySeeTax(me.role) && <Way note={data.auditNote}>{link('/data/audit', data.audit)}</Way>}
            <ExportWay status={status} />
          </div>
          <TargetList onOpen={onOpen} />
          <Enterprises onOpen={onOpen} />
          <Removals status={status} />
        </>
      )}
    </Page>
  );
}

function Way({ note, children }: { readonly note: string; readonly children: ReactNode }) {
  return (
    <div className={css['way']}>
      <div className={css['wayAction']}>{children}</div>
      <p className={css['note']}>{note}</p>
    </div>
  );
}

const exports = [
  { name: 'XLSX', endpoint: exportXlsx },
  { name: 'CSV', endpoint: exportCsv },
  { name: 'GeoJSON', endpoint: exportGeoJson },
  { name: 'Arrow', endpoint: exportArrow },
] as const;

function ExportWay({ status }: { readonly status: StatusQueue }) {
  const { api } = useClient();
  const { editing, locale } = useWords();
  const { data } = editing;
  const run = async (endpoint: (typeof exports)[number]['endpoint']) => {
    try {
      const file = await fetchFile(api, { endpoint, params: {}, query: `lang=${locale}` });
      saveFile(file);
      status.add(data.exported(file.name));
    } catch {
      status.add(data.exportFailed, { tone: 'error' });
    }
  };
  return (
    <Way note={data.exportNote}>
      <span id="export-all">{data.export}</span>
      {exports.map(({ name, endpoint }) => (
        <Button key={name} size="small" label={`${data.export} ${name}`} onPress={() => void run(endpoint)}>
          {name}
        </Button>
      ))}
    </Way>
  );
}

/** Shown before anything is looked for. */
const fewFirms = 6;

function Enterprises({ onOpen }: Pick<DataPageProps, 'onOpen'>) {
  const { api } = useClient();
  const { editing, figures } = useWords();
  const { data, picker } = editing;
  const [text, setText] = useState('');
  const found = useQuery(enterprisesQuery(api, text.trim()));
  const firms = (found.data?.items ?? []).slice(0, text.trim() === '' ? fewFirms : undefined);
  return (
    <section className={css['section']} aria-labelledby="data-enterprises">
      <div className={css['sectionHead']}>
        <h2 id="data-enterprises">{data.enterprises}</h2>
        <span className={css['note']}>
          {found.data ? data.enterpriseCount(figures.number(found.data.total)) : ''}
        </span>
        <Button size="small" onPress={() => onOpen({ kind: 'new', entity: 'enterprise' })}>
          {data.newEnterprise}
        </Button>
      </div>
      <p className={css['note']}>{data.enterprisesNote}</p>
      <div className={css['search']}>
        <SearchField
          label={picker.search}
          placeholder={picker.placeholder}
          clearLabel={picker.clear}
          optionsLabel={picker.options}
          value={text}
          options={[]}
          onChange={setText}
          onPick={() => {}}
          onSubmit={() => {}}
        />
      </div>
      {!found.data && <LoadState query={found} />}
      {found.data && firms.length === 0 && <p className={css['note']}>{data.noEnterprises}</p>}
      <ul className={css['rows']}>
        {firms.map(({ key, record }) => (
          <Firm key={key} firm={record as unknown as Enterprise} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function Firm({ firm, onOpen }: Pick<DataPageProps, 'onOpen'> & { readonly firm: Enterprise }) {
  const words = useWords();
  const { id, name, uscc, industry } = firm;
  return (
    <li className={css['row']}>
      <button
        type="button"
        className={css['open']}
        onClick={() => onOpen({ kind: 'record', entity: 'enterprise', key: id, name })}
      >
        {name}
      </button>
      <span className={css['note']}>{uscc ?? ''}</span>
      <span className={css['note']}>
        {industry ? valueText(words, 'enterprise', 'industry', industry) : ''}
      </span>
    </li>
  );
}

function Removals({ status }: Pick<DataPageProps, 'status'>) {
  const { api } = useClient();
  const { editing } = useWords();
  const { data } = editing;
  const pages = useInfiniteQuery(removalsQuery(api));
  const restore = useRestore(status);
  const removals = pages.data?.pages.flatMap(({ entries }) => entries) ?? [];
  return (
    <section className={css['section']} aria-labelledby="data-removals">
      <div className={css['sectionHead']}>
        <h2 id="data-removals">{data.removals}</h2>
      </div>
      <p className={css['note']}>{data.removalsNote}</p>
      {!pages.data && <LoadState query={pages} />}
      {pages.data && removals.length === 0 && !pages.hasNextPage && (
        <p className={css['empty']}>{data.noRemovals}</p>
      )}
      <ul className={css['rows']}>
        {removals.map((removal) => (
          <RemovedRow
            key={`${removal.entity} ${removal.key}`}
            removal={removal}
            onRestore={() => restore(removal, removal.name)}
          />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button size="small" isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {data.more}
        </Button>
      )}
    </section>
  );
}

function RemovedRow({
  removal: { entity, name, buildingName, alongside, by, at },
  onRestore,
}: {
  readonly removal: Removal;
  readonly onRestore: () => void;
}) {
  const words = useWords();
  const { editing, records, figures } = words;
  const { data } = editing;
  return (
    <li className={css['row']}>
      <span className={css['rowName']}>
        {records.kind[entity]} {name}
        {buildingName !== null && <span className={css['note']}> · {buildingName}</span>}
        {alongside > 0 && <span className={css['note']}> · {data.alongside(figures.number(alongside))}</span>}
      </span>
      <span className={css['note']}>{data.removedBy(by.name, momentText(words, at))}</span>
      <Button size="small" label={data.restoreOne(name)} onPress={onRestore}>
        {data.restore}
      </Button>
    </li>
  );
}
