/** long: one form, field by field. */
import { industrySections } from '#domain/matching/industry.ts';
import { columnWishes, type Requirement, requirementBases } from '#domain/matching/requirement.ts';
import { carrierTypes, grades, targetIndustries, tenures } from '#domain/model/building.ts';
import type { SelectOption } from '#ui/select-field.tsx';
import { TypedField } from '#ui/typed-field.tsx';
import { BudgetControl } from './budget-control.tsx';
import { ChipsControl, ChoiceControl, NumberControl } from './form-controls.tsx';
import { type FieldNotes, FormField } from './form-field.tsx';
import css from './match.module.css';
import { typedStart } from './typed-value.ts';
import { useMatchWords } from './use-match-words.ts';

export interface RequirementFormProps {
  readonly requirement: Requirement;
  readonly circles: readonly SelectOption<string>[];
  readonly subdistricts: readonly SelectOption<string>[];
  readonly notes: FieldNotes;
  readonly onChange: (change: Partial<Requirement>) => void;
}

/** What is asked of a space; each field is applied when it is left. */
export function RequirementForm(props: RequirementFormProps) {
  return (
    <div className={css['form']}>
      <SpaceFields {...props} />
      <MoneyFields {...props} />
      <PlaceFields {...props} />
      <FirmFields {...props} />
    </div>
  );
}

function optionsOf<T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) {
  return values.map((value) => ({ value, text: words[value] }));
}

function SpaceFields({ requirement, notes, onChange }: RequirementFormProps) {
  const { match, figures } = useMatchWords();
  const { contiguous } = requirement;
  const block = contiguous === null ? null : contiguous ? 'yes' : 'no';
  const length = (field: 'floorToFloorHeight' | 'clearHeight') => (
    <NumberControl
      field={field}
      unit="m"
      notes={notes}
      value={requirement[field]}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  const area = (field: 'areaMin' | 'areaMax') => (
    <NumberControl
      field={field}
      unit="sqm"
      notes={notes}
      value={requirement[field]}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <>
      {area('areaMin')}
      {area('areaMax')}
      <ChoiceControl
        field="basis"
        notes={notes}
        value={requirement.basis}
        options={optionsOf(requirementBases, match.bases)}
        none={match.form.unsaid}
        onChange={(basis) => onChange({ basis })}
      />
      <NumberControl
        field="maxFloors"
        unit="floors"
        isWhole
        notes={notes}
        value={requirement.maxFloors}
        onChange={(maxFloors) => onChange({ maxFloors })}
      />
      <ChoiceControl
        field="contiguous"
        notes={notes}
        value={block}
        options={optionsOf(['yes', 'no'] as const, match.blocks)}
        none={match.form.unsaid}
        onChange={(value) => onChange({ contiguous: value === null ? null : value === 'yes' })}
      />
      <ChoiceControl
        field="columnFree"
        notes={notes}
        value={requirement.columnFree}
        options={optionsOf(columnWishes, match.columns)}
        none={match.form.any}
        onChange={(columnFree) => onChange({ columnFree })}
      />
      {length('floorToFloorHeight')}
      {length('clearHeight')}
      <ChipsControl
        field="carrierTypes"
        notes={notes}
        value={requirement.carrierTypes}
        options={optionsOf(carrierTypes, figures.words.carrierType)}
        onChange={(value) => onChange({ carrierTypes: value })}
      />
    </>
  );
}

function MoneyFields({ requirement, notes, onChange }: RequirementFormProps) {
  const language = useMatchWords();
  const { match, figures } = language;
  return (
    <>
      <BudgetControl value={requirement.budget} notes={notes} onChange={(budget) => onChange({ budget })} />
      <ChoiceControl
        field="tenure"
        notes={notes}
        value={requirement.tenure}
        options={optionsOf(tenures, figures.words.tenure)}
        none={match.form.any}
        onChange={(tenure) => onChange({ tenure })}
      />
      <FormField field="startBy" notes={notes}>
        <TypedField
          label={match.fields.startBy}
          value={requirement.startBy}
          format={(value) => value}
          parse={(text) => typedStart(text, language)}
          onCommit={(startBy) => onChange({ startBy })}
          placeholder={match.startPlaceholder}
          className={css['number'] ?? ''}
        />
      </FormField>
    </>
  );
}

function PlaceFields({ requirement, circles, subdistricts, notes, onChange }: RequirementFormProps) {
  const { figures } = useMatchWords();
  return (
    <>
      <ChipsControl
        field="circles"
        notes={notes}
        value={requirement.circles}
        options={circles}
        onChange={(value) => onChange({ circles: value })}
      />
      {requirement.subdistricts !== null && (
        <ChipsControl
          field="subdistricts"
          notes={notes}
          value={requirement.subdistricts}
          options={subdistricts}
          onChange={(value) => onChange({ subdistricts: value })}
        />
      )}
      <ChipsControl
        field="grades"
        notes={notes}
        value={requirement.grades}
        options={optionsOf(grades, figures.words.grade)}
        onChange={(value) => onChange({ grades: value })}
      />
      <NumberControl
        field="metroWithin"
        unit="m"
        notes={notes}
        value={requirement.metroWithin}
        onChange={(metroWithin) => onChange({ metroWithin })}
      />
    </>
  );
}

function FirmFields({ requirement, notes, onChange }: RequirementFormProps) {
  const { match, figures, records } = useMatchWords();
  const { industry } = requirement;
  const sections: Readonly<Record<string, string>> = records.sectors;
  const options = [
    ...optionsOf(targetIndustries, figures.words.industry),
    ...industrySections.map((value) => ({ value, text: `${value} ${sections[value] ?? ''}` })),
  ];
  return (
    <>
      <NumberControl
        field="heads"
        unit="people"
        isWhole
        notes={notes}
        value={requirement.heads}
        onChange={(heads) => onChange({ heads })}
      />
      <ChoiceControl<string>
        field="industry"
        notes={notes}
        value={industry}
        options={
          options.some(({ value }) => value === industry) || industry === null
            ? options
            : [...options, { value: industry, text: industry }]
        }
        none={match.form.any}
        isWide
        onChange={(value) => onChange({ industry: value })}
      />
    </>
  );
}
