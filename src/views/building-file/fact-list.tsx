import type { ReactNode } from 'react';
import type { FileField, FileGroup, StatedField } from '#domain/building-file/groups.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import type { NameOfId } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { type Opened, useOpened } from '#ui/use-opened.ts';
import css from './building-file.module.css';
import type { BuildingFile } from './building-file.ts';
import { type FileFact, factsOfGroup, shownText } from './file-facts.ts';
import { OpenedFact } from './opened-fact.tsx';

export interface FactListProps {
  readonly file: BuildingFile;
  readonly group: FileGroup;
  readonly nameOf: NameOfId;
  /** Where a field is being changed, which stands in the place of its line; null where it is not. */
  readonly editorOf: (field: StatedField) => ReactNode;
  /** null: the role may not change anything. */
  readonly onEdit: ((field: StatedField) => void) | null;
}

/** One group of a file: each line with its value, its source and the way to change it. */
export function FactList({ file, group, nameOf, editorOf, onEdit }: FactListProps) {
  const language = useLanguage();
  const words = buildingFileMessages[language.locale];
  const opened = useOpened<FileField>();
  const facts = factsOfGroup(file, group, language, nameOf);
  const open = facts.find(({ field }) => field === opened.id);
  return (
    <section className={css['group']} aria-label={words.groups[group]}>
      <h3 className={css['groupTitle']}>{words.groups[group]}</h3>
      <dl className={css['facts']}>
        {facts.map((fact) => (
          <FactLine
            key={fact.field}
            fact={fact}
            editor={fact.stated === null ? null : editorOf(fact.stated)}
            trigger={opened.trigger(fact.field)}
            onEdit={onEdit}
          />
        ))}
      </dl>
      {open && <OpenedFact anchor={opened.anchor} fact={open} file={file} onClose={opened.close} />}
    </section>
  );
}

function FactLine({
  fact,
  editor,
  trigger,
  onEdit,
}: {
  readonly fact: FileFact;
  readonly editor: ReactNode;
  readonly trigger: ReturnType<Opened<FileField>['trigger']>;
  readonly onEdit: FactListProps['onEdit'];
}) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale];
  const { label, value, aside, derived, stated } = fact;
  const text = shownText(fact, figures.words.unknown);
  if (editor !== null) {
    return (
      <div className={css['editing']}>
        <dt className="visually-hidden">{label}</dt>
        <dd>{editor}</dd>
      </div>
    );
  }
  return (
    <div className={css['fact']}>
      <dt className={css['label']}>
        {label}
        {derived && (
          <span className={css['mark']} title={words.derivedNote}>
            {words.derivedMark}
          </span>
        )}
      </dt>
      <dd className={css['content']}>
        <button
          className={classNames(css['value'], value === null && css['missing'])}
          aria-label={[label, text, aside].filter((part) => part !== null).join(' ')}
          {...trigger}
        >
          {text}
          {aside !== null && <span className={css['aside']}>{aside}</span>}
        </button>
        <SourceText fact={fact} />
      </dd>
      <dd className={css['tools']}>
        {onEdit && stated && (
          <Button
            variant="plain"
            size="small"
            label={words.editField(label)}
            className={css['edit'] ?? ''}
            onPress={() => onEdit(stated)}
          >
            {words.editShort}
          </Button>
        )}
      </dd>
    </div>
  );
}

/** Where a stated value comes from, in one line; a computed one says it when it is opened. */
function SourceText({ fact: { facts, value, derived } }: { readonly fact: FileFact }) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale];
  const newest = facts[0];
  if (newest) {
    const text = words.source(newest.source, figures.date(newest.asOf), newest.confidence);
    return (
      <span className={css['source']} title={text}>
        {text}
      </span>
    );
  }
  return value === null || derived ? null : <span className={css['source']}>{words.noSource}</span>;
}
