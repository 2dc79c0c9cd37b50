/** One field of a building, changed where it stands; with where the new value comes from, and its history. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useClient } from '#client/context.tsx';
import { buildingQuery } from '#client/query.ts';
import { historyQuery, recordQuery } from '#client/records.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { Building } from '#domain/model/building.ts';
import { fieldName } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { GuardProvider, useGuard } from './guard.tsx';
import { HistoryPages } from './history-list.tsx';
import { LoadState } from './load-state.tsx';
import { RecordProvider } from './record-context.tsx';
import { RecordForm } from './record-form.tsx';
import { useSurroundingsOf } from './use-surroundings-of.ts';
import { useUndo } from './use-undo.ts';
import { useWords } from './use-words.ts';

export interface FieldEditorProps {
  readonly buildingId: string;
  readonly field: keyof Building;
  readonly status: StatusQueue;
  readonly onClose: () => void;
}

export function FieldEditor(props: FieldEditorProps) {
  return (
    <GuardProvider>
      <LoadedEditor {...props} />
    </GuardProvider>
  );
}

function LoadedEditor(props: FieldEditorProps) {
  const { api } = useClient();
  const around = useSurroundingsOf(props.status);
  const query = useQuery(recordQuery(api, 'building', props.buildingId));
  if (!around || !query.data) return <LoadState query={query} />;
  return (
    <RecordProvider value={around}>
      <OneField {...props} answer={query.data} />
    </RecordProvider>
  );
}

function OneField({
  field,
  status,
  onClose,
  answer,
}: FieldEditorProps & { readonly answer: RecordAnswer<'building'> }) {
  const { editing, figures } = useWords();
  const { onDirty, leave } = useGuard();
  const undo = useUndo(status);
  const place = useRef<HTMLDivElement>(null);
  const { entity, key, tag, record } = answer;
  const show = useShowAtOnce(key);
  const start = useMemo(() => ({ record: { ...record }, tag, drafts: {} }), [record, tag]);
  const fields = useMemo(() => [field], [field]);
  useEffect(() => focusFirst(place.current), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what has the focus in it
    <div
      ref={place}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        leave(onClose);
      }}
    >
      <RecordForm
        key={key}
        isInline
        subject={{ entity, key, start, fields }}
        onDirty={onDirty}
        onSend={show}
        onSaved={(saved) => {
          onDirty(false);
          status.add(editing.saved(figures.number(1)), {
            action: { text: editing.undo, onPress: () => undo(saved, { [field]: record[field] }) },
          });
          onClose();
        }}
        aside={
          <Button variant="plain" onPress={() => leave(onClose)}>
            {editing.cancel}
          </Button>
        }
      />
      <FieldHistory id={key} field={field} />
    </div>
  );
}

/** Shows a new value on the page while it is on its way; the answer, or the refusal, puts things right. */
function useShowAtOnce(id: string): (set: Readonly<Record<string, unknown>>) => () => void {
  const { api } = useClient();
  const queries = useQueryClient();
  const { queryKey } = buildingQuery(api, id);
  return (set) => {
    const before = queries.getQueryData(queryKey);
    if (before) queries.setQueryData(queryKey, { ...before, ...set });
    return () => queries.setQueryData(queryKey, before);
  };
}

function FieldHistory({ id, field }: { readonly id: string; readonly field: keyof Building }) {
  const words = useWords();
  const { history } = words.editing;
  return (
    <Disclosure title={history.ofField(fieldName(words, 'building', field))}>
      <HistoryOf id={id} field={field} />
    </Disclosure>
  );
}

function HistoryOf({ id, field }: { readonly id: string; readonly field: keyof Building }) {
  const { api } = useClient();
  const { editing } = useWords();
  const pages = useInfiniteQuery(historyQuery(api, 'building', id));
  return <HistoryPages pages={pages} field={field} empty={editing.history.empty} />;
}

/** What is typed into comes before what is chosen beside it. */
function focusFirst(place: HTMLElement | null): void {
  const typed = place?.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"]), textarea');
  const first = typed ?? place?.querySelector<HTMLElement>('select, input');
  first?.focus();
}
