import type { ReactNode } from 'react';
import type { BudgetUnit } from '#domain/matching/requirement.ts';
import { Button } from '#ui/button.tsx';
import css from './match.module.css';
import { type ShownChange, type ShownNearMiss, spaceKey } from './matched.ts';
import { buildingName, spaceLines } from './space-text.ts';
import { findingTexts, scoreText, type ValueContext, valueText } from './value-text.ts';

export interface NearListProps {
  readonly nearMisses: readonly ShownNearMiss[];
  readonly context: ValueContext;
  /** Of the budget that is asked; null: none is. */
  readonly budgetUnit: BudgetUnit | null;
  readonly onApply: (changes: readonly ShownChange[]) => void;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** Spaces that are one or two conditions short, with the smallest changes that admit them as buttons. */
export function NearList({ nearMisses, ...props }: NearListProps) {
  const { near } = props.context.match;
  return (
    <section aria-labelledby="match-near" className={css['block']}>
      <h2 id="match-near" className={css['heading']}>
        {near.title}
      </h2>
      <p className={css['muted']}>{near.note}</p>
      <ul className={css['nearList']}>
        {nearMisses.map((miss) => (
          <NearItem key={spaceKey(miss)} miss={miss} {...props} />
        ))}
      </ul>
    </section>
  );
}

function NearItem({
  miss,
  context,
  budgetUnit,
  onApply,
  link,
}: Omit<NearListProps, 'nearMisses'> & { readonly miss: ShownNearMiss }) {
  const { match } = context;
  const { near } = match;
  const name = buildingName(miss.building, context);
  const { area, where, kind } = spaceLines(miss, context);
  const names: Readonly<Record<string, string>> = match.fields;
  const textOf = ({ field, from, to }: ShownChange) =>
    near.change(
      names[field] ?? field,
      valueText(field, from, context, budgetUnit),
      valueText(field, to, context, budgetUnit),
    );
  return (
    <li className={css['near']}>
      <p className={css['headLine']}>
        <span className={css['nearName']}>
          {link(`/buildings/${encodeURIComponent(miss.building.id)}`, name)}
        </span>
        <span className={css['muted']}>{[area, where, kind].filter(Boolean).join(' · ')}</span>
        <span className={css['figure']}>
          {match.table.score} {scoreText(miss.score)}
        </span>
      </p>
      <ul className={css['failed']}>
        {miss.failed.map((finding) => (
          <li key={finding.rule}>{match.finding(...findingTexts(finding, context))}</li>
        ))}
      </ul>
      <p className={css['changes']}>
        {miss.changes.map((change) => (
          <Button
            key={change.rule}
            size="small"
            label={near.apply(textOf(change))}
            onPress={() => onApply([change])}
          >
            {textOf(change)}
          </Button>
        ))}
        {miss.changes.length > 1 && (
          <Button
            size="small"
            variant="plain"
            label={`${near.all} · ${near.allOf(name)}`}
            onPress={() => onApply(miss.changes)}
          >
            {near.all}
          </Button>
        )}
      </p>
    </li>
  );
}
