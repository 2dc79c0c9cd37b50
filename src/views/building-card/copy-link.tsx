import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useCardWords } from './use-card-words.ts';

const shownMs = 2_000;

/** Says on the button itself whether it worked, in the room that the button has anyway. */
export function CopyLink({ onCopy }: { readonly onCopy: () => Promise<void> }) {
  const card = useCardWords();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <>
      <Button
        onPress={() => {
          onCopy().then(
            () => setOutcome('copied'),
            () => setOutcome('copyFailed'),
          );
        }}
      >
        {card[outcome ?? 'copyLink']}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome && card[outcome]}
      </span>
    </>
  );
}
