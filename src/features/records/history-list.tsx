import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '#client/context.tsx';
import { historyQuery } from '#client/records.ts';
import type { History, HistoryEntry } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import { fieldName, momentText, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { formFields } from './form-fields.ts';
import css from './history.module.css';
import { LoadState } from './load-state.tsx';
import { useSurroundings } from './record-context.tsx';
import { useWords } from './use-words.ts';

/** Who changed what of one record, of all its fields or of one, latest first. */
export function RecordHistory({
  entity,
  recordKey,
}: {
  readonly entity: Entity;
  readonly recordKey: string;
}) {
  const { api } = useClient();
  const words = useWords();
  const { me } = useSurroundings();
  const [field, setField] = useState('');
  const pages = useInfiniteQuery(historyQuery(api, entity, recordKey));
  const fields = formFields(entity, { role: me.role, isNew: true, hasAccount: true });
  const { history } = words.editing;
  return (
    <div className={css['history']}>
      <SelectField
        label={history.field}
        value={field}
        options={[
          { value: '', text: history.allFields },
          ...fields.map((value) => ({ value, text: fieldName(words, entity, value) })),
        ]}
        onChange={setField}
      />
      <HistoryPages pages={pages} field={field === '' ? null : field} empty={history.empty} />
    </div>
  );
}

/** Pages of a log as far as they are loaded, and the way to earlier ones. */
export function HistoryPages({
  pages,
  field,
  empty,
  onOpen,
}: {
  readonly pages: UseInfiniteQueryResult<InfiniteData<History>>;
  /** Only this field; null: all. */
  readonly field: string | null;
  readonly empty: string;
  /** Opens the record of an entry; left out where all entries are of one record. */
  readonly onOpen?: (entry: HistoryEntry) => void;
}) {
  const { editing } = useWords();
  const { history } = editing;
  if (!pages.data) return <LoadState query={pages} />;
  const entries = pages.data.pages
    .flatMap((page) => page.entries)
    .filter(({ fields }) => field === null || fields.some((change) => change.field === field));
  return (
    <>
      {entries.length === 0 && !pages.hasNextPage && <p className={css['none']}>{empty}</p>}
      <ol className={css['entries']}>
        {entries.map((entry) => (
          <Entry
            key={`${entry.sequence} ${entry.entity} ${entry.key}`}
            entry={entry}
            field={field}
            {...(onOpen && { onOpen })}
          />
        ))}
      </ol>
      {pages.hasNextPage ? (
        <Button isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {pages.isFetchingNextPage ? editing.loading : history.more}
        </Button>
      ) : (
        entries.length > 0 && <p className={css['none']}>{history.end}</p>
      )}
    </>
  );
}

/** Fields that are shown before the rest is asked for. */
const shownFields = 6;

function Entry({
  entry,
  field,
  onOpen,
}: {
  readonly entry: HistoryEntry;
  readonly field: string | null;
  readonly onOpen?: (entry: HistoryEntry) => void;
}) {
  const words = useWords();
  const { editing, records, figures } = words;
  const { history } = editing;
  const [isWhole, setWhole] = useState(false);
  const all = entry.fields.filter((change) => field === null || change.field === field);
  const fields = isWhole ? all : all.slice(0, shownFields);
  const name = entry.entity === 'fact' ? fieldName(words, 'building', entry.name) : entry.name;
  const what = entry.isNew ? history.made : entry.isGone ? history.taken : null;
  return (
    <li className={css['entry']}>
      <p className={css['head']}>
        <time dateTime={entry.at}>{momentText(words, entry.at)}</time>
        <span className={css['who']}>
          {entry.by.name}（{figures.words.role[entry.by.role]}）
        </span>
        <span>
          {history.origin[entry.origin]}
          {what !== null && what !== history.origin[entry.origin] && ` · ${what}`}
        </span>
        {entry.by.address !== null && <span>{history.from(entry.by.address)}</span>}
      </p>
      {onOpen && (
        <p className={css['record']}>
          {records.kind[entry.entity]}{' '}
          <button
            type="button"
            className={css['open']}
            aria-label={history.open(name)}
            onClick={() => onOpen(entry)}
          >
            {name}
          </button>
          {entry.buildingName !== null && <span className={css['who']}> · {entry.buildingName}</span>}
        </p>
      )}
      <dl className={css['changes']}>
        {fields.map((change) => (
          <Change key={change.field} entry={entry} change={change} />
        ))}
      </dl>
      {all.length > fields.length && (
        <Button variant="plain" size="small" onPress={() => setWhole(true)}>
          {history.others(figures.number(all.length - fields.length))}
        </Button>
      )}
    </li>
  );
}

function Change({
  entry,
  change: { field, before, after },
}: {
  readonly entry: HistoryEntry;
  readonly change: HistoryEntry['fields'][number];
}) {
  const words = useWords();
  const { nameOf } = useSurroundings();
  const text = (value: unknown) => valueText(words, entry.entity, field, value, nameOf);
  return (
    <div className={css['change']}>
      <dt>{fieldName(words, entry.entity, field)}</dt>
      <dd>
        {!entry.isNew && <del className={css['before']}>{text(before)}</del>}
        {!entry.isNew && !entry.isGone && (
          <span aria-hidden="true" className={css['arrow']}>
            →
          </span>
        )}
        {!entry.isGone && <ins className={css['after']}>{text(after)}</ins>}
      </dd>
    </div>
  );
}
