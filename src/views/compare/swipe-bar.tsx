import { type RefObject, useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import css from './compare-table.module.css';
import type { ShownColumn } from './shown-column.ts';
import { useCompareWords } from './use-compare-words.ts';

/** Which column stands beside the pinned one, and buttons that do what a swipe does. */
export function SwipeBar({
  scroller,
  pinned,
  others,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly pinned: ShownColumn | undefined;
  readonly others: readonly ShownColumn[];
}) {
  const { compare, figures } = useCompareWords();
  const [shown, setShown] = useState(0);
  const place = Math.min(shown, others.length - 1);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => setShown(Math.round(element.scrollLeft / stepOf(element)));
    element.addEventListener('scroll', read, { passive: true });
    return () => element.removeEventListener('scroll', read);
  }, [scroller]);
  const go = (step: number) => {
    const element = scroller.current;
    element?.scrollTo({ left: (place + step) * stepOf(element), behavior: 'smooth' });
  };
  const other = others[place];
  if (!pinned || !other) return null;
  const number = (value: number) => figures.number(value, 0);
  return (
    <div className={css['swipe']}>
      <Button variant="quiet" label={compare.previous} isIdle={place === 0} onPress={() => go(-1)}>
        <span aria-hidden="true">‹</span>
      </Button>
      <p className={css['against']} aria-live="polite">
        {compare.against(pinned.name, other.name, number(place + 1), number(others.length))}
      </p>
      <Button variant="quiet" label={compare.next} isIdle={place >= others.length - 1} onPress={() => go(1)}>
        <span aria-hidden="true">›</span>
      </Button>
    </div>
  );
}

/** px from one column to the next; never 0, so that it may divide. */
function stepOf(scroller: HTMLElement): number {
  const head = scroller.querySelector<HTMLElement>('thead th:last-child');
  return Math.max(1, head?.offsetWidth ?? 1);
}
