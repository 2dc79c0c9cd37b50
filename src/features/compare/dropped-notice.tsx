import { useEffect, useState } from 'react';
import { type Dropped, formatSubject } from '#domain/compare/ids.ts';
import { Notice } from '#ui/notice.tsx';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';
import type { Compared } from './use-compared.ts';

/** What the link names and the comparison leaves out; said until it is put away, whatever the address says later. */
export function DroppedNotice({
  dropped,
  compared,
}: {
  readonly dropped: readonly Dropped[];
  readonly compared: readonly Compared[];
}) {
  const { compare } = useCompareWords();
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set());
  const gone = compared.filter(({ state }) => state === 'gone').map(({ subject }) => formatSubject(subject));
  const lines = [
    ...dropped.map(({ text, reason }) => compare.dropped.one(text, compare.dropped.reasons[reason])),
    ...gone.map((text) => compare.dropped.one(text, compare.dropped.gone)),
  ];
  const present = JSON.stringify(lines);
  useEffect(() => {
    const fresh = JSON.parse(present) as readonly string[];
    if (fresh.length > 0) setSaid((before) => new Set([...before, ...fresh]));
  }, [present]);
  if (said.size === 0) return null;
  return (
    <div className={css['notice']}>
      <Notice
        title={compare.dropped.title}
        dismissLabel={compare.dropped.dismiss}
        onDismiss={() => setSaid(new Set())}
      >
        <ul>
          {[...said].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
