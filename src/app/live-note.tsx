import { useEffect, useState } from 'react';
import { useLive } from '#client/live.tsx';
import type { LiveState } from '#client/live-updates.ts';
import { useLanguage } from '#format/locale.tsx';
import css from './shell.module.css';

/** What passes sooner than this is not worth a word, in ms. */
const patienceMs = 700;

/** Says when the page shows older data than there are, and nothing while it does not. */
export function LiveNote() {
  const { status: now, asOf } = useLive();
  const status = useLasting(now);
  const { messages, figures } = useLanguage();
  const { live } = messages;
  const text =
    status === 'offline'
      ? live.offline(asOf && figures.date(asOf))
      : status === 'behind'
        ? live.behind
        : null;
  return (
    <p role="status" className={css['live']} data-status={status}>
      {text}
    </p>
  );
}

/** What has lasted; a status with nothing to say holds at once. */
function useLasting(status: LiveState['status']): LiveState['status'] {
  const [lasting, setLasting] = useState(status);
  const isQuiet = status !== 'behind' && status !== 'offline';
  useEffect(() => {
    const timer = setTimeout(() => setLasting(status), isQuiet ? 0 : patienceMs);
    return () => clearTimeout(timer);
  }, [status, isQuiet]);
  return lasting;
}
