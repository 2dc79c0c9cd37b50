import { type RefObject, useEffect, useState } from 'react';
import css from './charts.module.css';

interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function tipOf(target: EventTarget | null, host: HTMLElement): Tip | null {
  const marked = target instanceof Element ? target.closest('[data-tip]') : null;
  if (!marked || !host.contains(marked)) return null;
  const box = marked.getBoundingClientRect();
  const frame = host.getBoundingClientRect();
  const middle = (box.left + box.right) / 2 - frame.left;
  return {
    text: marked.getAttribute('data-tip') ?? '',
    x: Math.min(frame.width - 80, Math.max(80, middle)),
    y: box.top - frame.top,
  };
}

/**
 * Shows the `data-tip` of whatever in `host` is under the pointer or has the focus. What it says is the
 * accessible name of that element as well, so it is for the eye only.
 */
export function HoverTip({ host }: { readonly host: RefObject<HTMLElement | null> }) {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const show = (event: Event) => setTip(tipOf(event.target, element));
    const hide = () => setTip(null);
    const dismiss = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    element.addEventListener('pointerover', show);
    element.addEventListener('focusin', show);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('focusout', hide);
    element.addEventListener('keydown', dismiss);
    return () => {
      element.removeEventListener('pointerover', show);
      element.removeEventListener('focusin', show);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('focusout', hide);
      element.removeEventListener('keydown', dismiss);
    };
  }, [host]);
  if (tip === null) return null;
  return (
    <span aria-hidden="true" className={css['tip']} style={{ left: tip.x, top: tip.y }}>
      {tip.text}
    </span>
  );
}
