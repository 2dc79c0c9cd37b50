/** Whoever would leave unsaved text is asked first. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { useWords } from './use-words.ts';

export interface Guard {
  readonly onDirty: (isDirty: boolean) => void;
  /** Does it at once, or once the person has agreed to lose what is unsaved. */
  readonly leave: (go: () => void) => void;
}

const GuardContext = createContext<Guard | null>(null);

export function useGuard(): Guard {
  const guard = useContext(GuardContext);
  if (!guard) throw new Error('useGuard is used outside of GuardProvider');
  return guard;
}

export function GuardProvider({ children }: { readonly children: ReactNode }) {
  const { editing } = useWords();
  const isDirty = useRef(false);
  const [pending, setPending] = useState<{ readonly go: () => void } | null>(null);
  const onDirty = useCallback((now: boolean) => {
    isDirty.current = now;
  }, []);
  const guard = useMemo(
    () => ({ onDirty, leave: (go: () => void) => (isDirty.current ? setPending({ go }) : go()) }),
    [onDirty],
  );
  return (
    <GuardContext value={guard}>
      {children}
      <Sheet
        isOpen={pending !== null}
        onOpenChange={() => setPending(null)}
        title={editing.discard.title}
        closeLabel={editing.discard.keep}
        footer={
          <>
            <Button
              onPress={() => {
                isDirty.current = false;
                setPending(null);
                pending?.go();
              }}
            >
              {editing.discard.leave}
            </Button>
            <Button variant="primary" onPress={() => setPending(null)}>
              {editing.discard.keep}
            </Button>
          </>
        }
      >
        <p>{editing.discard.text}</p>
      </Sheet>
    </GuardContext>
  );
}
