import { useEffect, useState } from 'react';
import { type Dropped, type DropReason, formatSubject } from '#domain/compare/ids.ts';
import { Notice } from '#ui/notice.tsx';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';
import type { Compared } from './use-compared.ts';

interface LeftOut {
  readonly text: string;
  readonly reason: DropReason | 'gone';
}

/** What the link names and the comparison leaves out; said until it is put away, whatever the address says later. */
export function DroppedNotice({
  dropped,
  compared,
}: {
  readonly dropped: readonly Dropped[];
  readonly compared: readonly Compared[];
}) {
  const words = useCompareWords().compare.dropped;
  const [said, setSaid] = useState<ReadonlyMap<string, LeftOut>>(new Map());
  const gone = compared.filter(({ state }) => state === 'gone').map(({ subject }) => formatSubject(subject));
  const leftOut: readonly LeftOut[] = [
    ...dropped,
    ...gone.map((text) => ({ text, reason: 'gone' as const })),
  ];
  const present = JSON.stringify(leftOut);
  useEffect(() => {
    const fresh = JSON.parse(present) as readonly LeftOut[];
    if (fresh.length === 0) return;
    setSaid(
      (before) => new Map([...before, ...fresh.map((one) => [`${one.reason} ${one.text}`, one] as const)]),
    );
  }, [present]);
  if (said.size === 0) return null;
  return (
    <div className={css['notice']}>
      <Notice title={words.title} dismissLabel={words.dismiss} onDismiss={() => setSaid(new Map())}>
        <ul>
          {[...said].map(([key, { text, reason }]) => (
            <li key={key}>{words.one(text, reason === 'gone' ? words.gone : words.reasons[reason])}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
