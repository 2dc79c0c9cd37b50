import type { ReactNode } from 'react';
import {
  areaBases,
  type CostAssumptions,
  dayCounts,
  defaultAssumptions,
  rentPeriods,
} from '#domain/cost/assumptions.ts';
import { isForSale } from '#domain/cost/cost-rows.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { FigureField, PlainFigure, PriceField, RentField } from './assumption-field.tsx';
import css from './cost.module.css';
import type { FormProps } from './cost-subject.ts';
import { OwnFields } from './own-fields.tsx';
import { useCostWords } from './use-cost-words.ts';

/** What is assumed, in groups of which the most asked for are open. */
export function AssumptionForm({
  form,
  isPurchase,
}: {
  readonly form: FormProps;
  readonly isPurchase: boolean;
}) {
  const { cost } = useCostWords();
  const { subjects, assumptions, onAssumptions } = form;
  const isShared = subjects.length > 1 || assumptions.rent !== null || assumptions.managementFee !== null;
  const isDefault = assumptions === defaultAssumptions;
  return (
    <div className={css['form']}>
      <Group title={cost.groups.space} isOpen>
        <SpaceFields form={form} />
      </Group>
      {isPurchase && (
        <Group title={cost.groups.purchase} isOpen>
          <PurchaseFields form={form} />
        </Group>
      )}
      <Group title={cost.groups.rent} isOpen={!isPurchase}>
        <RentTerms form={form} />
      </Group>
      {isShared && (
        <Group title={cost.groups.shared} isOpen>
          <SharedFields form={form} />
        </Group>
      )}
      {subjects.map((subject) => (
        <Group
          key={subject.id}
          title={subjects.length > 1 ? cost.groups.ownOf(subject.name) : cost.groups.own}
          isOpen={subjects.length === 1}
        >
          <p className={css['groupNote']}>{cost.groupNote.own}</p>
          <OwnFields subject={subject} form={form} />
        </Group>
      ))}
      <Group title={cost.groups.once}>
        <PlainFigure field="fitOut" form={form} />
        <PlainFigure field="fitOutLifeMonths" form={form} />
        <PlainFigure field="moving" form={form} />
        <PlainFigure field="parkingSpaces" form={form} />
        <PlainFigure field="parkingFee" form={form} />
      </Group>
      <Group title={cost.groups.subsidy}>
        <PlainFigure field="subsidyRate" form={form} />
        <PlainFigure field="subsidyMonths" form={form} />
        <PlainFigure field="subsidyAreaCap" form={form} placeholder={cost.noLimit} />
        <PlainFigure field="subsidyTotal" form={form} />
      </Group>
      <Group title={cost.groups.deposit}>
        <PlainFigure field="depositMonths" form={form} />
        <Flag field="depositCoversFee" form={form} />
        <PlainFigure field="costOfCapital" form={form} />
        <PlainFigure field="discountRate" form={form} />
      </Group>
      <Button
        variant="plain"
        className={css['reset'] ?? ''}
        isIdle={isDefault}
        onPress={() => onAssumptions(defaultAssumptions)}
      >
        {cost.reset}
      </Button>
    </div>
  );
}

function Group({
  title,
  isOpen = false,
  children,
}: {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Disclosure title={title} isForcedOpen={isOpen}>
      <div className={css['group']}>{children}</div>
    </Disclosure>
  );
}

type FlagField = 'rentIncludesFee' | 'rentFreeCoversFee' | 'depositCoversFee';

function Flag({ field, form }: { readonly field: FlagField; readonly form: FormProps }) {
  const { cost } = useCostWords();
  const { assumptions, onAssumptions } = form;
  return (
    <Checkbox
      isSelected={assumptions[field]}
      onChange={(isSelected) => onAssumptions({ ...assumptions, [field]: isSelected })}
    >
      {cost[field]}
    </Checkbox>
  );
}

type ChoiceField = 'areaBasis' | 'rentUnit' | 'dayCount' | 'rentFree';

function Choice<K extends ChoiceField>({
  field,
  values,
  words,
  form,
}: {
  readonly field: K;
  readonly values: readonly CostAssumptions[K][];
  readonly words: Readonly<Record<CostAssumptions[K] | 'label', string>>;
  readonly form: FormProps;
}) {
  const { assumptions, onAssumptions } = form;
  return (
    <div className={css['choice']}>
      <span className={css['lineLabel']} aria-hidden="true">
        {words.label}
      </span>
      <ToggleGroup
        label={words.label}
        value={assumptions[field]}
        options={values.map((value) => ({ value, text: words[value] }))}
        onChange={(value) => onAssumptions({ ...assumptions, [field]: value })}
      />
    </div>
  );
}

function SpaceFields({ form }: { readonly form: FormProps }) {
  const { cost, figures } = useCostWords();
  const { subjects, assumptions, onAssumptions } = form;
  const [only] = subjects;
  const own = subjects.length === 1 && only?.area ? figures.number(only.area) : cost.eachOwn;
  const hasOwn = subjects.some(({ area }) => area !== null);
  const options = subjects.length === 1 ? (only?.areaOptions ?? []) : [];
  return (
    <>
      <PlainFigure field="area" form={form} {...(hasOwn && { placeholder: own })} />
      {options.length > 0 && (
        <fieldset className={css['options']} aria-label={cost.areaOptions}>
          {options.map(({ label, area }) => (
            <Button
              key={label}
              size="small"
              onPress={() => onAssumptions({ ...assumptions, area, areaBasis: 'gfa' })}
            >
              {`${label} ${figures.withUnit('sqm', area)}`}
            </Button>
          ))}
        </fieldset>
      )}
      <Choice field="areaBasis" values={areaBases} words={cost.areaBasis} form={form} />
      <PlainFigure field="termMonths" form={form} />
    </>
  );
}

function RentTerms({ form }: { readonly form: FormProps }) {
  const { cost } = useCostWords();
  return (
    <>
      <PlainFigure field="escalation" form={form} />
      <PlainFigure field="firstStepMonths" form={form} />
      <PlainFigure field="rentFreeMonths" form={form} />
      <Choice field="rentFree" values={['start', 'spread']} words={cost.rentFree} form={form} />
      <Flag field="rentFreeCoversFee" form={form} />
      <Flag field="rentIncludesFee" form={form} />
      <Choice field="rentUnit" values={rentPeriods} words={cost.rentUnit} form={form} />
      <Choice field="dayCount" values={dayCounts} words={cost.dayCount} form={form} />
    </>
  );
}

function SharedFields({ form }: { readonly form: FormProps }) {
  const { cost } = useCostWords();
  const { assumptions, onAssumptions } = form;
  return (
    <>
      <p className={css['groupNote']}>{cost.groupNote.shared}</p>
      <RentField
        label={cost.fields.rent}
        name={`${cost.groups.shared} ${cost.fields.rent}`}
        value={assumptions.rent}
        assumptions={assumptions}
        placeholder={cost.eachOwn}
        onCommit={(rent) => onAssumptions({ ...assumptions, rent })}
      />
      <FigureField
        field="managementFee"
        label={cost.fields.managementFee}
        name={`${cost.groups.shared} ${cost.fields.managementFee}`}
        value={assumptions.managementFee}
        assumptions={assumptions}
        placeholder={cost.eachOwn}
        onCommit={(managementFee) => onAssumptions({ ...assumptions, managementFee })}
      />
    </>
  );
}

function PurchaseFields({ form }: { readonly form: FormProps }) {
  const { cost } = useCostWords();
  const { assumptions, onAssumptions, subjects } = form;
  const isShared = subjects.filter(isForSale).length > 1 || assumptions.price !== null;
  return (
    <>
      {isShared && (
        <PriceField
          label={cost.price}
          name={`${cost.groups.shared} ${cost.price}`}
          value={assumptions.price}
          assumptions={assumptions}
          placeholder={cost.eachOwn}
          onCommit={(price) => onAssumptions({ ...assumptions, price })}
        />
      )}
      <PlainFigure field="downPayment" form={form} />
      <PlainFigure field="loanRate" form={form} />
      <PlainFigure field="loanYears" form={form} />
      <PlainFigure field="purchaseTaxes" form={form} />
      <PlainFigure field="runningCost" form={form} />
      <PlainFigure field="priceChange" form={form} />
    </>
  );
}
