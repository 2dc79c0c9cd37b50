import { type CostAssumptions, noOwnFigures, type OwnFigures } from '#domain/cost/assumptions.ts';
import { isForSale } from '#domain/cost/cost-rows.ts';
import { type MissingInput, ownFigures } from '#domain/cost/space.ts';
import type { Quantity } from '#domain/measure.ts';
import { FigureField, PriceField, RentField } from './assumption-field.tsx';
import { rentOnFile } from './assumption-words.ts';
import css from './cost.module.css';
import type { CostSubject, FormProps } from './cost-subject.ts';
import { useCostWords } from './use-cost-words.ts';

/** The same assumptions with other figures for one space; without any, the space is left out. */
function withOwn(assumptions: CostAssumptions, id: string, change: Partial<OwnFigures>): CostAssumptions {
  const { [id]: before = noOwnFigures, ...others } = assumptions.own;
  const figures = { ...before, ...change };
  const isEmpty = Object.values(figures).every((value) => value === null);
  return { ...assumptions, own: isEmpty ? others : { ...others, [id]: figures } };
}

/** Figures typed for one space in place of what is on file, which stands in the empty fields. */
export function OwnFields({ subject, form }: { readonly subject: CostSubject; readonly form: FormProps }) {
  const inputs: readonly MissingInput[] = ['rent', 'managementFee', 'efficiency'];
  return (
    <>
      {inputs.map((input) => (
        <OwnField key={input} input={input} subject={subject} form={form} />
      ))}
      {isForSale(subject) && <OwnField input="price" subject={subject} form={form} />}
    </>
  );
}

/** @param label instead of the name of the figure */
function OwnField({
  input,
  subject,
  form,
  label,
}: {
  readonly input: MissingInput;
  readonly subject: CostSubject;
  readonly form: FormProps;
  readonly label?: string;
}) {
  const words = useCostWords();
  const { cost, figures } = words;
  const { assumptions, onAssumptions } = form;
  const own = ownFigures(subject, assumptions);
  const set = (change: Partial<OwnFigures>) => onAssumptions(withOwn(assumptions, subject.id, change));
  const onFile = (quantity: Quantity | null, text: (value: number) => string) =>
    quantity === null
      ? cost.notInFile
      : cost.fromFile(figures.words.bound[quantity.bound] + text(quantity.value));
  const nameOf = (text: string) => (form.subjects.length > 1 ? `${subject.name} ${text}` : text);
  const shared = (text: string) => ({ label: label ?? text, name: nameOf(label ?? text), assumptions });
  switch (input) {
    case 'rent':
    case 'rentBelowFee':
      return (
        <RentField
          {...shared(cost.fields.rent)}
          value={own.rent}
          placeholder={onFile(subject.askingRent, (rent) => rentOnFile(rent, assumptions, figures))}
          onCommit={(rent) => set({ rent })}
        />
      );
    case 'managementFee':
      return (
        <FigureField
          {...shared(cost.fields.managementFee)}
          field="managementFee"
          value={own.managementFee}
          placeholder={onFile(subject.managementFee, (fee) => figures.number(fee))}
          onCommit={(managementFee) => set({ managementFee })}
        />
      );
    case 'efficiency':
      return (
        <FigureField
          {...shared(cost.fields.efficiency)}
          field="efficiency"
          value={own.efficiency}
          placeholder={onFile(subject.efficiency, (share) => figures.percent(share))}
          onCommit={(efficiency) => set({ efficiency })}
        />
      );
    case 'price':
      return (
        <PriceField
          {...shared(cost.price)}
          value={own.price}
          placeholder={onFile(subject.salePrice, (price) => figures.number(price))}
          onCommit={(price) => set({ price })}
        />
      );
    case 'area':
      return null;
  }
}

/**
 * What is not known of a space, and a field for each to fill in a figure of one's own.
 * @param stopping what there is no total without
 * @param lacking what only some figures need
 * @param lackText says which figures those are
 */
export function MissingNote({
  subject,
  stopping,
  lacking,
  lackText,
  form,
}: {
  readonly subject: CostSubject;
  readonly stopping: readonly MissingInput[];
  readonly lacking: readonly MissingInput[];
  readonly lackText: (name: string, inputs: string) => string;
  readonly form: FormProps;
}) {
  const { cost, figures } = useCostWords();
  const missing = [...stopping, ...lacking];
  if (missing.length === 0) return null;
  const names = (inputs: readonly MissingInput[]) =>
    inputs.map((input) => cost.missing[input]).join(figures.words.listSeparator);
  return (
    <div className={css['missing']} role="note">
      {stopping.length > 0 && <p>{cost.missingOf(subject.name, names(stopping))}</p>}
      {lacking.length > 0 && <p>{lackText(subject.name, names(lacking))}</p>}
      <div className={css['fillIn']}>
        {missing.map((input) =>
          input === 'area' ? (
            <FigureField
              key={input}
              field="area"
              label={cost.fillIn(cost.missing.area)}
              value={form.assumptions.area}
              assumptions={form.assumptions}
              onCommit={(area) => form.onAssumptions({ ...form.assumptions, area })}
            />
          ) : (
            <OwnField
              key={input}
              input={input}
              subject={subject}
              form={form}
              label={cost.fillIn(cost.missing[input])}
            />
          ),
        )}
      </div>
    </div>
  );
}
