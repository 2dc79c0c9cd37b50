import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import css from './match.module.css';
import { type ShownSpace, spaceKey } from './matched.ts';
import { PartBars } from './part-bars.tsx';
import { buildingName, costLines, spaceLines } from './space-text.ts';
import { findingTexts, scoreText, type ValueContext } from './value-text.ts';

export interface RankingTableProps {
  /** Best first. */
  readonly spaces: readonly ShownSpace[];
  readonly context: ValueContext;
  readonly picked: ReadonlySet<string>;
  /** No more can be ticked. */
  readonly isFull: boolean;
  readonly onPick: (space: ShownSpace, isPicked: boolean) => void;
  readonly onExplain: (space: ShownSpace) => void;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** Spaces in the order in which they fit. */
export function RankingTable(props: RankingTableProps) {
  const { table } = props.context.match;
  const heads = [
    table.pick,
    table.rank,
    table.building,
    table.space,
    table.score,
    table.parts,
    table.cost,
    table.unverified,
  ];
  return (
    <table className={css['ranking']} aria-label={table.label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.spaces.map((space, index) => (
          <SpaceRow key={spaceKey(space)} space={space} rank={index + 1} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function SpaceRow({
  space,
  rank,
  context,
  picked,
  isFull,
  onPick,
  onExplain,
  link,
}: RankingTableProps & { readonly space: ShownSpace; readonly rank: number }) {
  const { match, figures } = context;
  const { table } = match;
  const name = buildingName(space.building, context);
  const { area, where, kind, from } = spaceLines(space, context);
  const isPicked = picked.has(spaceKey(space));
  return (
    <tr>
      <td className={css['pickCell']}>
        <Checkbox
          isSelected={isPicked}
          isDisabled={isFull && !isPicked}
          label={`${table.pickOf(name)} ${where}`.trim()}
          onChange={(next) => onPick(space, next)}
          className={css['pick'] ?? ''}
        >
          {null}
        </Checkbox>
      </td>
      <td className={css['rankCell']}>{figures.number(rank, 0)}</td>
      <th scope="row" className={css['nameCell']}>
        {link(`/buildings/${encodeURIComponent(space.building.id)}`, name)}
      </th>
      <td className={css['spaceCell']}>
        <span className={css['strong']}>{area}</span>
        {[where, kind, from].map((line) => line && <span key={line}>{line}</span>)}
      </td>
      <td className={css['scoreCell']}>
        <Button
          variant="plain"
          label={`${table.explain(name)}：${scoreText(space.score)}`}
          className={css['score'] ?? ''}
          onPress={() => onExplain(space)}
        >
          {scoreText(space.score)}
        </Button>
      </td>
      <td className={css['partsCell']}>
        <PartBars parts={space.score.parts} />
      </td>
      <td className={css['costCell']}>
        <Costs space={space} context={context} />
      </td>
      <td className={css['unverifiedCell']}>
        <Unverified space={space} context={context} />
      </td>
    </tr>
  );
}

interface Shown {
  readonly space: ShownSpace;
  readonly context: ValueContext;
}

export function Costs({ space, context }: Shown) {
  return (
    <dl className={css['costs']}>
      {costLines(space, context).map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Unverified({ space, context }: Shown) {
  const { match } = context;
  if (space.unverified.length === 0) return <span className={css['muted']}>{match.table.allVerified}</span>;
  return (
    <ul>
      {space.unverified.map((finding) => (
        <li key={finding.rule}>{match.unverifiedOf(...findingTexts(finding, context))}</li>
      ))}
    </ul>
  );
}
