import { useState } from 'react';
import { vacancyClass } from '#domain/engine/answer.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useIsPrinting } from '#ui/printing.ts';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import { exactText, indicatorLine } from './indicator-text.ts';
import { type BarRow, RowBars, rowsHeight } from './row-bars.tsx';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

const groupings = ['circle', 'grade', 'type'] as const;
export type Grouping = (typeof groupings)[number];

/** Vacancy of one circle, grade or type in the chosen period. */
export interface VacancyGroup {
  readonly id: string;
  readonly name: string;
  /** 0–1, a ratio of sums; null is not known. */
  readonly rate: number | null;
  /** ㎡ */
  readonly vacantArea: number | null;
  readonly rentableArea: number | null;
  /** Of the rate, by area, 0–1. */
  readonly coverage: number | null;
}

export interface VacancyBreakdownProps {
  readonly groups: Readonly<Record<Grouping, readonly VacancyGroup[]>>;
  /** The group whose buildings are selected. */
  readonly selected: { readonly by: Grouping; readonly id: string } | null;
  readonly onSelect: (by: Grouping, id: string) => void;
  readonly origin: ChartOrigin;
}

/** More rows would push away what stands beside them. */
const mostShown = 12;

/** Where it is vacant: rates as bars in the colours of vacancy, areas beside them. */
export function VacancyBreakdown({ groups, selected, onSelect, origin }: VacancyBreakdownProps) {
  const language = useCockpitWords();
  const words = language.cockpit.breakdown;
  const [by, setBy] = useState<Grouping>('circle');
  const sorted = groups[by].toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1));
  const longest = Math.max(0.05, ...sorted.map(({ rate }) => rate ?? 0));
  const [showsAll, setShowsAll] = useState(false);
  const isPrinting = useIsPrinting();
  const isFolded = sorted.length > mostShown && !showsAll && !isPrinting;
  const rows = (isFolded ? sorted.slice(0, mostShown) : sorted).map((group) =>
    rowOf(group, longest, language),
  );
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={`${words.title} · ${words.group[by]}`}
        unit={words.unit}
        origin={origin}
        height={rows.length === 0 ? 160 : rowsHeight(rows.length)}
        controls={
          <ToggleGroup
            label={`${words.title} · ${words.by}`}
            value={by}
            options={groupings.map((value) => ({ value, text: words.group[value] }))}
            onChange={setBy}
          />
        }
        table={tableOf(sorted, words.group[by], language)}
        note={
          <>
            {sorted.some(({ rate }) => rate === null) && words.unknown}
            {sorted.length > mostShown && (
              <Button
                variant="plain"
                size="small"
                className="no-print"
                onPress={() => setShowsAll(!showsAll)}
              >
                {showsAll ? words.showLess : words.showAll(language.figures.number(sorted.length, 0))}
              </Button>
            )}
          </>
        }
      >
        {(width) =>
          rows.length === 0 ? (
            <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
          ) : (
            <RowBars
              key={by}
              rows={rows}
              width={width}
              label={`${words.title} · ${words.group[by]}`}
              help={words.help}
              selectedId={selected?.by === by ? selected.id : null}
              onSelect={(id) => onSelect(by, id)}
            />
          )
        }
      </CockpitFrame>
    </div>
  );
}

function rowOf(group: VacancyGroup, longest: number, language: CockpitLanguage): BarRow {
  const { cockpit, figures } = language;
  const { rate, coverage } = group;
  const words = cockpit.breakdown;
  const text = rate === null ? figures.words.unknown : figures.percent(rate);
  const covered =
    coverage === null || coverage >= 1 ? '' : cockpit.covered(coverageInWords(coverage, figures));
  const area = indicatorLine('sqm', group.vacantArea, language);
  return {
    id: group.id,
    name: group.name,
    share: rate === null ? null : Math.max(0, rate) / longest,
    paint: rate === null ? 'none' : `var(--vacancy-${vacancyClass(rate)})`,
    value: text,
    second: exactText('sqm', group.vacantArea, language),
    label: [
      `${group.name}${figures.words.clauseSeparator}${words.rate} ${text}`,
      `${words.vacantArea} ${area}`,
      covered,
    ]
      .filter((part) => part !== '')
      .join(figures.words.listSeparator),
  };
}

function tableOf(groups: readonly VacancyGroup[], name: string, { cockpit, figures }: CockpitLanguage) {
  const words = cockpit.breakdown;
  const { sqm } = figures.words.unit;
  const area = (value: number) => figures.number(value);
  return {
    columns: [
      { head: name },
      { head: words.rate, write: (value: number) => figures.percent(value) },
      { head: cockpit.withUnit(words.vacantArea, sqm), write: area },
      { head: cockpit.withUnit(words.rentable, sqm), write: area },
      { head: cockpit.coverage, write: (value: number) => coverageInWords(value, figures) },
    ],
    rows: groups.map((group) => ({
      key: group.id,
      cells: [group.name, group.rate, group.vacantArea, group.rentableArea, group.coverage],
    })),
  };
}
