import { targetLabel } from '#domain/intake/targets/label.ts';
import { targetOf } from '#domain/intake/targets/targets.ts';
import css from './import.module.css';
import { type MappingEdit, type PartMapping, withConstant } from './mapping-edits.ts';
import { useImportWords } from './use-import-words.ts';

/** What no column fills may be the same for all rows: the month of the file, its building. */
export function ConstantFields({
  mapping,
  lacking,
  onEdit,
}: {
  readonly mapping: PartMapping;
  readonly lacking: readonly string[];
  readonly onEdit: (change: MappingEdit) => void;
}) {
  const { words, locale } = useImportWords();
  const ids = [...new Set([...lacking, ...mapping.constants.map(({ target }) => target)])];
  if (ids.length === 0) return null;
  const labelOf = (id: string) => {
    const target = targetOf(mapping.entity, id);
    return target ? targetLabel(target, locale) : id;
  };
  return (
    <div className={css['actions']}>
      {lacking.length > 0 && (
        <p className={css['wrong']}>
          {words.lacking(lacking.map(labelOf).join(locale === 'zh' ? '、' : ', '))}
        </p>
      )}
      {ids.map((id) => (
        <label key={id} className={css['constant']}>
          <span>
            {words.constant}: {labelOf(id)}
          </span>
          <input
            className={css['input']}
            defaultValue={mapping.constants.find(({ target }) => target === id)?.text ?? ''}
            onBlur={(event) => {
              const text = event.currentTarget.value;
              const known = mapping.constants.find(({ target }) => target === id)?.text ?? '';
              if (text !== known) onEdit((now) => withConstant(now, id, text));
            }}
          />
        </label>
      ))}
    </div>
  );
}
