import { useLanguage, useMessages } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { PopoverButton } from '#ui/popover.tsx';
import css from './column-chooser.module.css';
import { type ColumnId, moveColumn, toggleColumn } from './column-ids.ts';

export interface ColumnChooserProps {
  readonly shown: readonly ColumnId[];
  /** Every column that may be shown, in the order in which the hidden ones are listed. */
  readonly available: readonly ColumnId[];
  readonly isPinned: boolean;
  readonly onPin: (isPinned: boolean) => void;
  /** null: the default set again. */
  readonly onColumns: (columns: readonly ColumnId[] | null) => void;
}

/** Which columns are shown and in what order, by checkbox and button. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { table } = useMessages();
  return (
    <PopoverButton
      trigger={table.columns}
      label={table.chooseColumns}
      variant="plain"
      size="small"
      placement="bottom end"
    >
      <ColumnList {...props} />
    </PopoverButton>
  );
}

function ColumnList({ shown, available, isPinned, onPin, onColumns }: ColumnChooserProps) {
  const { messages, figures } = useLanguage();
  const { table } = messages;
  const nameOf = (id: ColumnId) => (id === 'name' ? table.head.name : (figures.words.clause[id] ?? id));
  const listed = [...shown, ...available.filter((id) => !shown.includes(id))];
  return (
    <div className={css['chooser']}>
      <div className={css['top']}>
        <Checkbox isSelected={isPinned} onChange={onPin}>
          {table.pinName}
        </Checkbox>
        <Button size="small" variant="plain" onPress={() => onColumns(null)}>
          {table.reset}
        </Button>
      </div>
      <ul className={css['list']}>
        {listed.map((id) => {
          const place = shown.indexOf(id);
          return (
            <li key={id} className={css['item']}>
              <Checkbox
                className={css['check'] ?? ''}
                isSelected={place >= 0}
                isDisabled={id === 'name'}
                onChange={() => onColumns(toggleColumn(shown, id))}
              >
                {nameOf(id)}
              </Checkbox>
              {place >= 0 && (
                <>
                  <Button
                    size="small"
                    variant="icon"
                    label={table.moveUp(nameOf(id))}
                    isDisabled={place === 0}
                    onPress={() => onColumns(moveColumn(shown, id, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    variant="icon"
                    label={table.moveDown(nameOf(id))}
                    isDisabled={place === shown.length - 1}
                    onPress={() => onColumns(moveColumn(shown, id, 1))}
                  >
                    ↓
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
