import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import type { StatusMessage, StatusQueue } from './status-queue.ts';
import css from './status-region.module.css';

/** Where messages of the queue appear and are read out. Always present: a live region must be there first. */
export function StatusRegion({
  queue,
  dismissLabel,
  durationMs = 6_000,
}: {
  readonly queue: StatusQueue;
  readonly dismissLabel: string;
  readonly durationMs?: number;
}) {
  const messages = useSyncExternalStore(queue.subscribe, queue.current);
  return (
    <div
      role="status"
      aria-live="polite"
      aria-relevant="additions"
      className={css['region']}
      // Heard and pressed above a modal sheet, too.
      data-react-aria-top-layer
    >
      {messages.map((message) => (
        <Toast
          key={message.id}
          message={message}
          dismiss={() => queue.dismiss(message.id)}
          dismissLabel={dismissLabel}
          durationMs={durationMs}
        />
      ))}
    </div>
  );
}

function Toast({
  message,
  dismiss,
  dismissLabel,
  durationMs,
}: {
  readonly message: StatusMessage;
  readonly dismiss: () => void;
  readonly dismissLabel: string;
  readonly durationMs: number;
}) {
  const [isHeld, setHeld] = useState(false);
  const { action, tone } = message;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `dismiss` is new on every render, the message is not
  useEffect(() => {
    if (isHeld || tone === 'error') return;
    const timer = setTimeout(dismiss, durationMs);
    return () => clearTimeout(timer);
  }, [isHeld, tone, durationMs, message.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the message from going away
    <div
      className={classNames(css['toast'], tone === 'error' && css['error'])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={css['text']}>{message.text}</p>
      {action && (
        <Button
          variant="plain"
          size="small"
          onPress={() => {
            dismiss();
            action.onPress();
          }}
        >
          {action.text}
        </Button>
      )}
      <Button variant="icon" size="small" label={dismissLabel} onPress={dismiss}>
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}
