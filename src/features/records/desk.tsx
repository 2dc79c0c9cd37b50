/** The place where records are worked on: beside the page, and over it on a phone. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { recordQuery } from '#client/records.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import { recordName } from '#domain/records/name.ts';
import { Sheet } from '#ui/sheet.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { BuildingDesk, type DeskTab } from './building-desk.tsx';
import css from './desk.module.css';
import { GuardProvider, useGuard } from './guard.tsx';
import { RecordHistory } from './history-list.tsx';
import { LoadState } from './load-state.tsx';
import { RecordProvider } from './record-context.tsx';
import { EditForm, NewForm } from './record-pane.tsx';
import { useSurroundingsOf } from './use-surroundings-of.ts';
import { useWords } from './use-words.ts';

/** What is worked on. */
export type DeskTarget =
  | { readonly kind: 'building'; readonly id: string; readonly tab?: DeskTab }
  | {
      readonly kind: 'new';
      readonly entity: 'building' | 'enterprise' | 'renewalPlan' | 'target';
      /** Where it hangs, and what it begins with. */
      readonly given?: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'record';
      readonly entity: Exclude<Entity, 'building'>;
      readonly key: string;
      readonly name: string;
      readonly tab?: 'record' | 'history';
    };

export interface DeskProps {
  readonly target: DeskTarget;
  readonly status: StatusQueue;
  readonly onTarget: (target: DeskTarget) => void;
  readonly onClose: () => void;
}

export function Desk(props: DeskProps) {
  return (
    <GuardProvider>
      <DeskSheet {...props} />
    </GuardProvider>
  );
}

function DeskSheet({ target, status, onTarget, onClose }: DeskProps) {
  const { editing } = useWords();
  const { leave } = useGuard();
  const around = useSurroundingsOf(status);
  const [title, setTitle] = useState('');
  const shown = useTitle(target) ?? title;
  return (
    <Sheet
      isOpen
      onOpenChange={() => leave(onClose)}
      title={shown}
      closeLabel={editing.close}
      placement="desk"
      isBare
    >
      {around === null ? (
        <Waiting />
      ) : (
        <RecordProvider value={around}>
          {target.kind === 'building' && (
            <BuildingDesk
              key={target.id}
              id={target.id}
              initial={target.tab ?? 'building'}
              onTitle={setTitle}
              onClose={onClose}
            />
          )}
          {target.kind === 'new' && (
            <NewForm
              entity={target.entity}
              given={target.given ?? {}}
              onMade={(answer) => onTarget(targetOf(answer))}
            />
          )}
          {target.kind === 'record' && <OneRecord key={target.key} target={target} onClose={onClose} />}
        </RecordProvider>
      )}
    </Sheet>
  );
}

function targetOf({ entity, key, record }: RecordAnswer): DeskTarget {
  if (entity === 'building') return { kind: 'building', id: key, tab: 'space' };
  return { kind: 'record', entity, key, name: recordName(entity, record as never) };
}

/** null: the building's own name, which its records bring along. */
function useTitle(target: DeskTarget): string | null {
  const { editing, records } = useWords();
  if (target.kind === 'building') return null;
  if (target.kind === 'new') return editing.add(records.kind[target.entity]);
  return `${records.kind[target.entity]} ${target.name}`;
}

/** A record that is opened by itself, from a list or from the log. */
function OneRecord({
  target: { entity, key, tab: initial = 'record' },
  onClose,
}: {
  readonly target: DeskTarget & { kind: 'record' };
  readonly onClose: () => void;
}) {
  const { api } = useClient();
  const { editing, records } = useWords();
  const { leave } = useGuard();
  const [tab, setTab] = useState(initial);
  const query = useQuery(recordQuery(api, entity, key));
  return (
    <>
      <div className={css['tabs']}>
        <ToggleGroup
          label={editing.tabsLabel}
          value={tab}
          options={[
            { value: 'record', text: records.kind[entity] },
            { value: 'history', text: editing.tabs.history },
          ]}
          onChange={(next) => leave(() => setTab(next))}
        />
      </div>
      {tab === 'history' && <RecordHistory entity={entity} recordKey={key} />}
      {tab === 'record' &&
        (query.data ? <EditForm answer={query.data} onRemoved={onClose} /> : <LoadState query={query} />)}
    </>
  );
}

function Waiting(): ReactNode {
  return <LoadState query={{ isError: false, refetch: async () => undefined }} />;
}
