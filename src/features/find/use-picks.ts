import { useMemo } from 'react';
import { mostSubjects } from '#domain/compare/ids.ts';
import { useLanguage } from '#format/locale.tsx';
import { useFind, useQueryPart } from './use-find.ts';

/** What is put aside to be compared, as the address has it. */
export function usePicks() {
  const { finder, status } = useFind();
  const { messages, figures } = useLanguage();
  const list = useQueryPart((query) => query.view.picked);
  return useMemo(() => {
    const picked: ReadonlySet<string> = new Set(list);
    const set = (next: readonly string[]) => finder.look({ picked: next }, 'replace');
    const toggle = (id: string) => {
      const present = finder.query().view.picked;
      if (present.includes(id)) set(present.filter((one) => one !== id));
      else if (present.length < mostSubjects) set([...present, id]);
      else status.add(messages.find.pickFull(figures.number(mostSubjects, 0)));
    };
    return { list, picked, set, toggle };
  }, [list, finder, status, messages, figures]);
}
