import { Sheet } from '#ui/sheet.tsx';
import css from './match.module.css';
import type { ShownPart, ShownSpace } from './matched.ts';
import { buildingName, spaceLines } from './space-text.ts';
import { scoreText, type ValueContext, valueText } from './value-text.ts';

export interface ExplanationProps {
  /** null: closed. */
  readonly space: ShownSpace | null;
  /** By part, as the answer has them; names are those of the inputs. */
  readonly formulas: Readonly<Record<string, readonly string[]>>;
  readonly context: ValueContext;
  readonly onClose: () => void;
}

/** How a score came about: each part with its formula, its inputs and its weight. */
export function Explanation({ space, formulas, context, onClose }: ExplanationProps) {
  const { explain } = context.match;
  const lines = space && spaceLines(space, context);
  return (
    <Sheet
      isOpen={space !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={space ? explain.title(buildingName(space.building, context)) : ''}
      closeLabel={explain.close}
      placement="right"
      isBare
    >
      {space && lines && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={css['explanation']} aria-label={explain.parts} tabIndex={0}>
          <p>{[lines.area, lines.where, lines.kind].filter(Boolean).join(' · ')}</p>
          <p className={css['totalLine']}>
            {explain.total} <strong>{scoreText(space.score)}</strong>
          </p>
          <p className={css['muted']}>{explain.totalNote}</p>
          {space.score.parts.map((part) => (
            <PartExplained key={part.part} part={part} formulas={formulas} context={context} />
          ))}
        </section>
      )}
    </Sheet>
  );
}

function PartExplained({
  part: { part, score, why, inputs, weight },
  formulas,
  context,
}: Pick<ExplanationProps, 'formulas' | 'context'> & { readonly part: ShownPart }) {
  const { match, figures } = context;
  const { explain } = match;
  const names: Readonly<Record<string, string>> = match.inputs;
  return (
    <section className={css['partExplained']}>
      <h3 className={css['headLine']}>
        <span>{match.parts[part]}</span>
        <span className={css['figure']}>{score ? scoreText(score) : why && match.noScore[why]}</span>
      </h3>
      <p className={css['muted']}>
        {explain.weight} {figures.percent(weight)}
      </p>
      {score && (
        <>
          <p className={css['fieldName']}>{explain.formula}</p>
          {(formulas[part] ?? []).map((line) => (
            <code key={line} className={css['formula']}>
              {line}
            </code>
          ))}
          <p className={css['fieldName']}>{explain.inputs}</p>
          <dl className={css['inputs']}>
            {Object.entries(inputs).map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code> {names[name] ?? ''}
                </dt>
                <dd>{valueText(name, value, context)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
