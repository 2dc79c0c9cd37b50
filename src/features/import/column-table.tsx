import type { ImportPart } from '#contract/imports.ts';
import { targetLabel, unitLabel } from '#domain/intake/targets/label.ts';
import type { UnitCode } from '#domain/intake/targets/target.ts';
import { targetsOf } from '#domain/intake/targets/targets.ts';
import { hiddenRecordFields, type Role } from '#domain/visibility.ts';
import { SelectField } from '#ui/select-field.tsx';
import css from './import.module.css';
import { type MappingEdit, type PartMapping, unitsFor, withTarget, withUnit } from './mapping-edits.ts';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly fileName: string;
  readonly part: ImportPart;
  readonly mapping: PartMapping;
  /** Who maps: fields that are hidden from this role are not offered. */
  readonly role: Role;
  readonly onEdit: (change: MappingEdit) => void;
}

/** Each column of the sheet with what it says and which field it fills. */
export function ColumnTable({ fileName, part, mapping, role, onEdit }: Props) {
  const { words } = useImportWords();
  return (
    <section
      className={css['scroll']}
      aria-label={`${words.columns}: ${fileName} ${part.sheet}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{words.heading}</th>
            <th scope="col">{words.example}</th>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.unit}</th>
          </tr>
        </thead>
        <tbody>
          {part.headings.map((heading) => (
            <ColumnRow
              key={heading.column}
              heading={heading}
              part={part}
              mapping={mapping}
              role={role}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnRow({
  heading,
  part,
  mapping,
  role,
  onEdit,
}: Omit<Props, 'fileName'> & { readonly heading: ImportPart['headings'][number] }) {
  const { words, intake, locale } = useImportWords();
  const { column, letter } = heading;
  const mapped = mapping.columns.find((known) => known.column === column);
  const note = part.notes.find((known) => known.column === column);
  const notes: Readonly<Record<string, string>> = intake.note;
  const name = heading.heading || letter;
  const hidden = hiddenRecordFields(role, mapping.entity) ?? [];
  const targets = targetsOf[mapping.entity]
    .filter(({ field }) => field === null || !hidden.includes(field))
    .map((target) => ({ value: target.id, text: targetLabel(target, locale) }));
  const units = mapped ? unitsFor(mapping, mapped.target) : [];
  return (
    <tr>
      <th scope="row">
        <span className={css['letter']}>{letter}</span> {heading.heading}
        {note && !mapped && <span className={css['note']}>{notes[note.reason]}</span>}
        {note && mapped && note.reason !== 'unknownHeading' && (
          <span className={css['note']}>{notes[note.reason]}</span>
        )}
      </th>
      <td className={css['example']}>
        {part.preview
          .slice(0, 3)
          .map((row) => row[column] ?? '')
          .filter((text) => text !== '')
          .join(' · ')}
      </td>
      <td>
        <SelectField
          isLabelHidden
          label={`${words.target}: ${name}`}
          value={mapped?.target ?? ''}
          options={[{ value: '', text: words.skip }, ...targets]}
          onChange={(target) => onEdit((now) => withTarget(now, column, target))}
        />
      </td>
      <td>
        {units.length > 0 && (
          <SelectField<UnitCode | ''>
            isLabelHidden
            label={`${words.unit}: ${name}`}
            value={mapped?.unit ?? ''}
            options={[
              { value: '', text: words.noUnit },
              ...units.map((unit) => ({ value: unit, text: unitLabel(unit, locale) })),
            ]}
            onChange={(unit) => onEdit((now) => withUnit(now, column, unit || null))}
          />
        )}
      </td>
    </tr>
  );
}
