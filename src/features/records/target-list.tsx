import { useQuery } from '@tanstack/react-query';
import { useClient } from '#client/context.tsx';
import { targetRecordsQuery } from '#client/records.ts';
import type { Target } from '#domain/model/target.ts';
import { fieldName, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import css from './data.module.css';
import type { DataPageProps } from './data-page.tsx';
import { LoadState } from './load-state.tsx';
import { useWords } from './use-words.ts';

/** What the district means to reach; each opens its form. */
export function TargetList({ onOpen }: Pick<DataPageProps, 'onOpen'>) {
  const { api } = useClient();
  const words = useWords();
  const { editing, records } = words;
  const found = useQuery(targetRecordsQuery(api));
  const targets = (found.data?.items ?? []).map(({ record }) => record as unknown as Target);
  return (
    <section className={css['section']} aria-labelledby="data-targets">
      <div className={css['sectionHead']}>
        <h2 id="data-targets">{records.kind.target}</h2>
        <Button size="small" onPress={() => onOpen({ kind: 'new', entity: 'target' })}>
          {editing.add(records.kind.target)}
        </Button>
      </div>
      {!found.data && <LoadState query={found} />}
      {found.data && targets.length === 0 && (
        <p className={css['note']}>{editing.list.empty(records.kind.target)}</p>
      )}
      <ul className={css['rows']}>
        {targets.map(({ id, nameZh, indicator, dueMonth, source }) => (
          <li key={id} className={css['row']}>
            <button
              type="button"
              className={css['open']}
              onClick={() => onOpen({ kind: 'record', entity: 'target', key: id, name: nameZh })}
            >
              {nameZh}
            </button>
            <span className={css['note']}>{valueText(words, 'target', 'indicator', indicator)}</span>
            <span className={css['note']}>
              {fieldName(words, 'target', 'dueMonth')} {words.figures.month(dueMonth)}
            </span>
            <span className={css['note']}>{source ?? ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
