/** 审计日志: everything that was written, latest first. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { meQuery } from '#client/query.ts';
import { type AuditFilter, auditQuery } from '#client/records.ts';
import type { HistoryEntry } from '#contract/records.ts';
import { type Entity, entities } from '#domain/records/entity.ts';
import { type Origin, origins } from '#domain/records/origin.ts';
import { maySeeTax } from '#domain/visibility.ts';
import { Page } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { TypedField } from '#ui/typed-field.tsx';
import css from './data.module.css';
import type { DeskTarget } from './desk.tsx';
import { HistoryPages } from './history-list.tsx';
import { LoadState } from './load-state.tsx';
import { RecordProvider, type RecordSurroundings } from './record-context.tsx';
import { Refused } from './refused.tsx';
import { useWords } from './use-words.ts';

export interface AuditPageProps {
  readonly status: StatusQueue;
  readonly onOpen: (target: DeskTarget) => void;
  readonly back: (text: string) => ReactNode;
}

export function AuditPage({ status, onOpen, back }: AuditPageProps) {
  const { api } = useClient();
  const { editing } = useWords();
  const me = useQuery(meQuery(api));
  return (
    <Page>
      {me.data && me.data.role !== 'public' && <p>{back(editing.data.back)}</p>}
      <h1 className={css['title']}>{editing.data.audit}</h1>
      {!me.data ? (
        <LoadState query={me} />
      ) : maySeeTax(me.data.role) ? (
        <Log status={status} onOpen={onOpen} me={me.data} />
      ) : (
        <Refused title={editing.data.auditNotForRole} me={me.data} path="data/audit" />
      )}
    </Page>
  );
}

function Log({
  status,
  onOpen,
  me,
}: Pick<AuditPageProps, 'status' | 'onOpen'> & Pick<RecordSurroundings, 'me'>) {
  const { api } = useClient();
  const { editing } = useWords();
  const [filter, setFilter] = useState<AuditFilter>({});
  const pages = useInfiniteQuery(auditQuery(api, filter));
  const around = useMemo<RecordSurroundings>(
    () => ({
      me,
      status,
      nameOf: () => null,
      places: { circleId: [], subdistrictId: [] },
      facts: new Map(),
    }),
    [me, status],
  );
  return (
    <RecordProvider value={around}>
      <Filters filter={filter} onFilter={setFilter} />
      <HistoryPages
        pages={pages}
        field={null}
        empty={editing.data.auditEmpty}
        onOpen={(entry) => onOpen(targetOf(entry))}
      />
    </RecordProvider>
  );
}

function targetOf({ entity, key, name }: HistoryEntry): DeskTarget {
  if (entity === 'building') return { kind: 'building', id: key, tab: 'history' };
  return { kind: 'record', entity, key, name, tab: 'history' };
}

function Filters({
  filter,
  onFilter,
}: {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}) {
  const { editing, records } = useWords();
  const { data, history } = editing;
  const { entity: _entity, ...withoutEntity } = filter;
  const { origin: _origin, ...withoutOrigin } = filter;
  const { by: _by, ...withoutBy } = filter;
  const all = { value: '' as const, text: data.all };
  return (
    <div className={css['filters']}>
      <SelectField<Entity | ''>
        label={data.kindFilter}
        value={filter.entity ?? ''}
        options={[all, ...entities.map((value) => ({ value, text: records.kind[value] }))]}
        onChange={(value) => onFilter(value === '' ? withoutEntity : { ...filter, entity: value })}
      />
      <SelectField<Origin | ''>
        label={data.originFilter}
        value={filter.origin ?? ''}
        options={[all, ...origins.map((value) => ({ value, text: history.origin[value] }))]}
        onChange={(value) => onFilter(value === '' ? withoutOrigin : { ...filter, origin: value })}
      />
      <TypedField<string>
        label={data.byFilter}
        value={filter.by ?? null}
        format={(text) => text}
        parse={(text) => ({ ok: true, value: text.trim() || null })}
        placeholder={`${data.byFilter}：${data.byPlaceholder}`}
        className={css['by'] ?? ''}
        onCommit={(by) => onFilter(by === null ? withoutBy : { ...filter, by })}
      />
    </div>
  );
}
