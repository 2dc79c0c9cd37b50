import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '#client/context.tsx';
import { createRecord, enterprisesQuery, refreshAfterWrite } from '#client/records.ts';
import type { Enterprise } from '#domain/model/unit.ts';
import { Button } from '#ui/button.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Attempts } from './attempt.ts';
import type { FieldInputProps } from './field-input.tsx';
import { outcomeOf } from './outcome.ts';
import { useSurroundings } from './record-context.tsx';
import css from './record-form.module.css';
import { useWords } from './use-words.ts';

/** No id looks like it. */
const createId = '+';

/** One of the known firms, found by name or code, or a new one made from the name that was typed. */
export function EnterprisePicker({ draft, onType, id, isWrong, describedBy }: FieldInputProps) {
  const { editing } = useWords();
  const { nameOf } = useSurroundings();
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const [isSearching, setSearching] = useState(false);
  const value = draft['value'] ?? '';
  const take = (firm: Pick<Enterprise, 'id' | 'name'>) => {
    setPicked(new Map([...picked, [firm.id, firm.name]]));
    setSearching(false);
    onType({ value: firm.id });
  };
  if (value !== '' && !isSearching) {
    return (
      <div className={css['picked']}>
        <span className={css['pickedName']}>
          {picked.get(value) ?? nameOf('enterpriseId', value) ?? value}
        </span>
        <Button size="small" variant="plain" onPress={() => setSearching(true)}>
          {editing.picker.change}
        </Button>
      </div>
    );
  }
  return <EnterpriseSearch id={id} isWrong={isWrong} describedBy={describedBy} onTake={take} />;
}

function EnterpriseSearch({
  id,
  onTake,
}: Pick<FieldInputProps, 'id' | 'isWrong' | 'describedBy'> & {
  readonly onTake: (firm: Pick<Enterprise, 'id' | 'name'>) => void;
}) {
  const { api } = useClient();
  const { editing, figures } = useWords();
  const { picker } = editing;
  const [text, setText] = useState('');
  const found = useQuery({ ...enterprisesQuery(api, text.trim()), enabled: text.trim() !== '' });
  const { create, failure } = useNewEnterprise(onTake);
  const firms = text.trim() === '' ? [] : (found.data?.items ?? []);
  const name = text.trim();
  const isKnown = firms.some(({ record }) => record['name'] === name);
  const more = (found.data?.total ?? 0) - firms.length;
  return (
    <div className={css['search']}>
      <SearchField
        id={id}
        label={picker.search}
        placeholder={picker.placeholder}
        clearLabel={picker.clear}
        optionsLabel={picker.options}
        value={text}
        options={[
          ...firms.map(({ key, record }) => ({ id: key, content: <Firm firm={record as never} /> })),
          ...(name === '' || isKnown ? [] : [{ id: createId, content: picker.create(name) }]),
        ]}
        onChange={setText}
        onSubmit={() => {}}
        onPick={(picked) => {
          const firm = firms.find(({ key }) => key === picked);
          if (firm) onTake(firm.record as never);
          else create(name);
        }}
      />
      <p className={css['hint']} role={failure ? 'alert' : undefined}>
        {failure ?? (more > 0 ? picker.more(figures.number(more)) : picker.nameHint)}
      </p>
    </div>
  );
}

function Firm({ firm }: { readonly firm: Enterprise }) {
  return (
    <span className={css['firm']}>
      {firm.name}
      {firm.uscc && <span className={css['code']}>{firm.uscc}</span>}
    </span>
  );
}

function useNewEnterprise(onTake: (firm: Pick<Enterprise, 'id' | 'name'>) => void) {
  const { api } = useClient();
  const { editing } = useWords();
  const queries = useQueryClient();
  const [attempts] = useState(() => new Attempts());
  const [failure, setFailure] = useState<string | null>(null);
  const create = async (name: string) => {
    setFailure(null);
    try {
      const idempotencyKey = attempts.keyFor(name);
      const answer = await createRecord(api, 'enterprise', { record: { name } }, { idempotencyKey });
      attempts.answered();
      onTake(answer.record);
      await refreshAfterWrite(queries);
    } catch (error) {
      const outcome = outcomeOf(error);
      setFailure(editing.hindered[outcome.kind === 'hindered' ? outcome.why : 'refused']);
    }
  };
  return { failure, create: (name: string) => void create(name) };
}
