import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { buildingRecordsQuery } from '#client/records.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { BuildingMonth } from '#domain/model/unit.ts';
import type { Entity } from '#domain/records/entity.ts';
import { maySeeTax } from '#domain/visibility.ts';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { alongsideOf, type BuildingRecords, latestOf, namesIn } from './building-records.ts';
import css from './desk.module.css';
import { useGuard } from './guard.tsx';
import { RecordHistory } from './history-list.tsx';
import { LoadState } from './load-state.tsx';
import { PlanList } from './plan-list.tsx';
import { RecordProvider, useSurroundings } from './record-context.tsx';
import { EditForm, NewPane, RecordPane } from './record-pane.tsx';
import { RecordTable } from './record-table.tsx';
import { ReportedMonth } from './reported-month.tsx';
import { SpaceList } from './space-list.tsx';
import { useWords } from './use-words.ts';

export type DeskTab = 'building' | 'space' | 'month' | 'taxRecord' | 'renewalPlan' | 'history';

/** What is worked on beside the building itself. */
export type Task =
  | { readonly kind: 'edit'; readonly answer: RecordAnswer }
  | { readonly kind: 'new'; readonly entity: Entity; readonly given: Readonly<Record<string, unknown>> };

/** All records of one building, each to be edited: itself, its storeys, units and leases, its months and tax. */
export function BuildingDesk({
  id,
  initial,
  onTitle,
  onClose,
}: {
  readonly id: string;
  readonly initial: DeskTab;
  readonly onTitle: (title: string) => void;
  readonly onClose: () => void;
}) {
  const { api } = useClient();
  const query = useQuery(buildingRecordsQuery(api, id));
  const around = useSurroundings();
  const records = query.data as BuildingRecords | undefined;
  const name = records?.building.record.nameZh;
  const [titled, setTitled] = useState<string | undefined>(undefined);
  if (name !== undefined && name !== titled) {
    setTitled(name);
    onTitle(name);
  }
  const own = useMemo(
    () => (records ? { ...around, ...namesIn(records, around.nameOf) } : around),
    [records, around],
  );
  if (!records) {
    return initial === 'history' && query.isError ? (
      <RecordHistory entity="building" recordKey={id} />
    ) : (
      <LoadState query={query} />
    );
  }
  return (
    <RecordProvider value={own}>
      <Parts records={records} initial={initial} onClose={onClose} />
    </RecordProvider>
  );
}

function Parts({
  records,
  initial,
  onClose,
}: {
  readonly records: BuildingRecords;
  readonly initial: DeskTab;
  readonly onClose: () => void;
}) {
  const { editing } = useWords();
  const { leave } = useGuard();
  const { me } = useSurroundings();
  const [tab, setTab] = useState<DeskTab>(initial);
  const { task, begin, done } = useTask();
  const tabs: readonly DeskTab[] = [
    'building',
    'space',
    'month',
    ...(maySeeTax(me.role) ? (['taxRecord'] as const) : []),
    'renewalPlan',
    'history',
  ];
  return (
    <>
      {task && <TaskPane task={task} records={records} onTask={begin} onDone={done} />}
      {/* Stays as it was left: open storeys, the place in a long list. */}
      <div className={css['part']} hidden={task !== null}>
        <div className={css['tabs']}>
          <ToggleGroup
            label={editing.tabsLabel}
            value={tab}
            options={tabs.map((value) => ({ value, text: editing.tabs[value] }))}
            onChange={(next) => leave(() => setTab(next))}
          />
        </div>
        <Part tab={tab} records={records} onTask={begin} onClose={onClose} />
      </div>
    </>
  );
}

function TaskPane({
  task,
  records,
  onTask,
  onDone,
}: {
  readonly task: Task;
  readonly records: BuildingRecords;
  readonly onTask: (task: Task) => void;
  readonly onDone: () => void;
}) {
  if (task.kind === 'new') return <NewPane entity={task.entity} given={task.given} onBack={onDone} />;
  const answer = latestOf(records, task.answer);
  return (
    <RecordPane answer={answer} alongside={alongsideOf(records, answer)} onBack={onDone}>
      {answer.entity === 'month' && (
        <ReportedMonth month={answer.record as BuildingMonth} records={records} onTask={onTask} />
      )}
    </RecordPane>
  );
}

/** What is worked on now; when it is done the focus goes back to where it began, or to the next thing there is. */
function useTask() {
  const [task, setTask] = useState<Task | null>(null);
  const began = useRef<Element | null>(null);
  return {
    task,
    begin: (next: Task) => {
      began.current = document.activeElement;
      setTask(next);
    },
    done: () => {
      setTask(null);
      requestAnimationFrame(() => {
        const place = began.current?.isConnected
          ? began.current
          : document.querySelector('[role="dialog"] button');
        if (place instanceof HTMLElement) place.focus();
      });
    },
  };
}

function Part({
  tab,
  records,
  onTask,
  onClose,
}: {
  readonly tab: DeskTab;
  readonly records: BuildingRecords;
  readonly onTask: (task: Task) => void;
  readonly onClose: () => void;
}) {
  const { building } = records;
  const given = { buildingId: building.key };
  switch (tab) {
    case 'building':
      return <EditForm answer={building} alongside={alongsideOf(records, building)} onRemoved={onClose} />;
    case 'space':
      return <SpaceList records={records} onTask={onTask} />;
    case 'month':
      return <RecordTable entity="month" answers={records.month} given={given} onTask={onTask} />;
    case 'taxRecord':
      return (
        <RecordTable entity="taxRecord" answers={records.taxRecord ?? []} given={given} onTask={onTask} />
      );
    case 'renewalPlan':
      return <PlanList plans={records.renewalPlan} given={given} onTask={onTask} />;
    case 'history':
      return <RecordHistory entity="building" recordKey={building.key} />;
  }
}
