/** The sheets of an import, each folded to a line: those that need somebody first. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Import } from '#contract/imports.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import css from './import.module.css';
import { PartCard } from './part-card.tsx';
import { inOrderOfNeed, needsAttention } from './part-standing.ts';
import { SummaryBar } from './summary-bar.tsx';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

/** So few are shown whole from the start. */
const mostOpen = 3;

export function PartList({
  state,
  doer,
  status,
}: {
  readonly state: Import;
  readonly doer: ImportDoer;
  readonly status: StatusQueue;
}) {
  const { words } = useImportWords();
  const list = useRef<HTMLDivElement>(null);
  const { parts, files } = state;
  const order = useOrder(state, list);
  const isFew = parts.length <= mostOpen;
  /** Sheets that are otherwise than they would be by themselves. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const turn = useCallback(
    (id: string) =>
      setTurned((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id])),
    [],
  );
  const isOpen = (id: string) => turned.has(id) !== isFew;
  const last = useRef<string | null>(null);
  const next = () => {
    const needing = order.filter((id) => parts.some((part) => part.id === id && needsAttention(part)));
    const id = needing[needing.indexOf(last.current ?? '') + 1] ?? needing[0];
    if (id === undefined) return;
    last.current = id;
    if (!isOpen(id)) turn(id);
    const card = list.current?.querySelector(`[data-part="${CSS.escape(id)}"]`);
    card?.scrollIntoView({ block: 'start' });
    card?.querySelector('button')?.focus({ preventScroll: true });
  };
  // Cards that are not rendered anew go by the order as it is when the button is pressed.
  const latest = useRef(next);
  useEffect(() => {
    latest.current = next;
  });
  const goOn = useCallback(() => latest.current(), []);
  return (
    <section className={css['section']} aria-labelledby="sheets">
      <h2 id="sheets">{words.sheets}</h2>
      <SummaryBar state={state} doer={doer} onNext={next} />
      <div ref={list} className={css['parts']}>
        {order.map((id) => {
          const part = parts.find((known) => known.id === id);
          return part ? (
            <PartCard
              key={id}
              importId={state.id}
              fileName={files.find((file) => file.id === part.fileId)?.name ?? ''}
              part={part}
              doer={doer}
              status={status}
              isOpen={isOpen(id)}
              onTurn={turn}
              onNext={goOn}
            />
          ) : null;
        })}
      </div>
    </section>
  );
}

/** Stays while somebody is at work in the list: a card that moves away under the hand is worse than one out of order. */
function useOrder({ parts, status }: Import, list: RefObject<HTMLDivElement | null>): readonly string[] {
  const [kept, setKept] = useState(() => inOrderOfNeed(parts));
  const wasStatus = useRef(status);
  useEffect(() => {
    const isOver = wasStatus.current === 'checking' && status !== 'checking';
    wasStatus.current = status;
    if (isOver && !list.current?.contains(document.activeElement)) setKept(inOrderOfNeed(parts));
  }, [status, parts, list]);
  const ids = new Set(parts.map(({ id }) => id));
  const known = new Set(kept);
  return [...kept.filter((id) => ids.has(id)), ...parts.map(({ id }) => id).filter((id) => !known.has(id))];
}
