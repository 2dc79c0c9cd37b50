import type { IsoMonth } from '#domain/measure.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import { indicatorLine } from './indicator-text.ts';
import { type BarRow, RowBars, rowsHeight } from './row-bars.tsx';
import ladderCss from './tax-ladder.module.css';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

export interface TaxStep {
  /** 0 below 1000万 … 5 ≥ 10亿. */
  readonly tier: number;
  readonly buildings: number;
  /** Σ of its buildings, 元. */
  readonly tax: number;
}

export interface TaxedBuilding {
  readonly buildingId: string;
  readonly name: string;
  /** Of twelve months, 元. */
  readonly tax: number;
  readonly tier: number;
  /** Yuan still missing to the next step; null on the highest. */
  readonly gap: number | null;
  /** Months on record among the twelve. */
  readonly months: number;
}

export interface TaxLadderProps {
  readonly steps: readonly TaxStep[];
  readonly items: readonly TaxedBuilding[];
  /** Buildings without tax on record. */
  readonly unknown: number;
  /** The last of the twelve months. */
  readonly through: IsoMonth;
  readonly onOpen: (buildingId: string) => void;
  readonly origin: ChartOrigin;
}

const nearestShown = 6;

/** How many buildings stand on which step of tax, and who is about to climb. For who may see tax. */
export function TaxLadder({ steps, items, unknown, through, onOpen, origin }: TaxLadderProps) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.ladder;
  const counted = steps.reduce((sum, { buildings }) => sum + buildings, 0);
  if (counted === 0) return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  const sorted = steps.toSorted((a, b) => b.tier - a.tier);
  const most = Math.max(...steps.map(({ buildings }) => buildings));
  const rows = sorted.map((step) => stepRow(step, most, language));
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={words.title}
        unit={`${words.unit} · ${words.through(figures.month(through))}`}
        origin={origin}
        height={rowsHeight(rows.length)}
        table={{
          columns: [
            { head: words.step },
            { head: words.buildings, write: (value) => figures.number(value, 0) },
            {
              head: cockpit.withUnit(words.tax, cockpit.unit.yuan),
              write: (value) => figures.number(value, 0),
            },
          ],
          rows: sorted.map(({ tier, buildings, tax }) => ({
            key: String(tier),
            cells: [words.steps[tier] ?? String(tier), buildings, tax],
          })),
        }}
        note={unknown > 0 && words.unknown(figures.number(unknown, 0))}
      >
        {(width) => <RowBars rows={rows} width={width} label={words.title} />}
      </CockpitFrame>
      <Nearest items={items} onOpen={onOpen} />
    </div>
  );
}

function stepRow({ tier, buildings, tax }: TaxStep, most: number, language: CockpitLanguage): BarRow {
  const { cockpit, figures } = language;
  const words = cockpit.ladder;
  const name = words.steps[tier] ?? String(tier);
  const count = `${figures.number(buildings, 0)} ${figures.words.unit.count}`;
  const sum = indicatorLine('yuan', tax, language);
  return {
    id: String(tier),
    name,
    share: buildings / most,
    paint: 'var(--bar)',
    value: figures.number(buildings, 0),
    second: figures.short(tax),
    label: [name, count, sum].join(figures.words.listSeparator),
  };
}

/** Those whose gap is the smallest share of the step that they are to reach. */
function Nearest({ items, onOpen }: Pick<TaxLadderProps, 'items' | 'onOpen'>) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.ladder;
  const nearest = items
    .flatMap((item) =>
      item.gap === null ? [] : [{ ...item, gap: item.gap, reached: item.tax / (item.tax + item.gap) }],
    )
    .sort((a, b) => b.reached - a.reached)
    .slice(0, nearestShown);
  if (nearest.length === 0) return <p className={ladderCss['none']}>{words.noNearest}</p>;
  return (
    <table className={ladderCss['nearest']}>
      <caption>{words.nearest}</caption>
      <thead>
        <tr>
          <th scope="col">{words.building}</th>
          <th scope="col">{words.next}</th>
          <th scope="col">{cockpit.withUnit(words.gap, cockpit.unit.yuan)}</th>
        </tr>
      </thead>
      <tbody>
        {nearest.map((item) => (
          <tr key={item.buildingId}>
            <th scope="row">
              <button
                type="button"
                className={ladderCss['open']}
                title={words.open(item.name)}
                onClick={() => onOpen(item.buildingId)}
              >
                {item.name}
              </button>
              {item.months < 12 && <small> {words.partial(figures.number(item.months, 0))}</small>}
            </th>
            <td>{words.steps[item.tier + 1]}</td>
            <td>
              {figures.short(item.gap)}
              <meter className={ladderCss['meter']} min={0} max={1} value={item.reached} aria-hidden="true" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
