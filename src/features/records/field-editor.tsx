/** One field of a building, changed where it stands; with where the new value comes from, and its history. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { buildingQuery } from '#client/query.ts';
import { historyQuery, recordQuery } from '#client/records.ts';
import type { RecordAnswer, Source } from '#contract/records.ts';
import type { Building } from '#domain/model/building.ts';
import { fieldName } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import type { FormValues } from './form-values.ts';
import { GuardProvider, useGuard } from './guard.tsx';
import { HistoryPages } from './history-list.tsx';
import type { KeptDrafts } from './kept-drafts.ts';
import { LoadState } from './load-state.tsx';
import { RecordProvider } from './record-context.tsx';
import { RecordForm } from './record-form.tsx';
import { shownEarly, takenBack } from './shown-early.ts';
import { useSurroundingsOf } from './use-surroundings-of.ts';
import { useUndo } from './use-undo.ts';
import { useWords } from './use-words.ts';

export interface FieldEditorProps {
  readonly buildingId: string;
  readonly field: keyof Building;
  readonly status: StatusQueue;
  /** What was typed here before and not saved. */
  readonly kept: KeptDrafts;
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

function OneField({ answer, ...props }: FieldEditorProps & { readonly answer: RecordAnswer<'building'> }) {
  const { field, status, onClose } = props;
  const words = useWords();
  const { editing } = words;
  const { resumed, keep } = useKept(props);
  const sourceOnFile = useSourceOnFile(answer.key, field);
  const source = useRef<Source | null>(null);
  const { onDirty, leave } = useGuard();
  const undo = useUndo(status);
  const place = useRef<HTMLDivElement>(null);
  const { entity, key, tag, record } = answer;
  const show = useShowAtOnce(key);
  const start = useMemo(() => ({ record: { ...record }, tag, drafts: {} }), [record, tag]);
  const fields = useMemo(() => [field], [field]);
  const close = () => {
    keep(null);
    onClose();
  };
  useEffect(() => focusFirst(place.current), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what has the focus in it
    <div
      ref={place}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        leave(close);
      }}
    >
      <RecordForm
        key={key}
        isInline
        subject={{ entity, key, start, fields }}
        onDirty={onDirty}
        resumed={resumed}
        onDrafts={keep}
        onSend={(set) => {
          source.current = sourceOnFile();
          return show(set);
        }}
        onSaved={(saved) => {
          onDirty(false);
          const before = { set: { [field]: record[field] }, source: source.current };
          status.add(editing.savedField(fieldName(words, 'building', field)), {
            action: { text: editing.undo, onPress: () => undo(saved, before) },
          });
          close();
        }}
        aside={
          <Button variant="plain" onPress={() => leave(close)}>
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
    // An answer that is on its way knows nothing of this yet.
    void queries.cancelQueries({ queryKey });
    const before = queries.getQueryData(queryKey);
    if (!before) return () => undefined;
    queries.setQueryData(queryKey, shownEarly(before, set));
    return () => {
      const now = queries.getQueryData(queryKey);
      if (now) queries.setQueryData(queryKey, takenBack(now, before, set));
      void queries.invalidateQueries({ queryKey });
    };
  };
}

/** Where the value that is on file comes from; null where nobody says. */
function useSourceOnFile(id: string, field: string): () => Source | null {
  const { api } = useClient();
  const queries = useQueryClient();
  return () => {
    const fact = queries
      .getQueryData(buildingQuery(api, id).queryKey)
      ?.facts.find((one) => one.field === field);
    return fact
      ? { source: fact.source, asOf: fact.asOf, confidence: fact.confidence, note: fact.note }
      : null;
  };
}

/** Keeps what is typed while the page is away, and says so when it goes. */
function useKept({ buildingId, field, kept, status }: FieldEditorProps) {
  const words = useWords();
  const [resumed] = useState(() => kept.get(buildingId, field));
  const leaving = useRef('');
  useEffect(() => {
    leaving.current = words.editing.draftKept(fieldName(words, 'building', field));
  });
  useEffect(
    () => () => {
      if (kept.get(buildingId, field)) status.add(leaving.current);
    },
    [kept, buildingId, field, status],
  );
  const keep = useCallback(
    (values: FormValues | null) => kept.set(buildingId, field, values),
    [kept, buildingId, field],
  );
  return { resumed, keep };
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
