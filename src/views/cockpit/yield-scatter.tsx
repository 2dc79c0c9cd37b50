import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';
import { type SelectPhase, useBrushDrag } from './brush-drag.ts';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import type { FigureTable } from './figure-table.ts';
import { indicatorLine } from './indicator-text.ts';
import { type MarkPlace, MarkStage } from './mark-stage.tsx';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';
import { YieldMarks } from './yield-marks.tsx';
import { type Dot, stepDot, type YieldBuilding, type YieldLines, yieldPlot } from './yield-plot.ts';

export interface YieldScatterProps {
  readonly buildings: readonly YieldBuilding[];
  readonly lines: YieldLines;
  /** Buildings that are selected in any view. */
  readonly selected: ReadonlySet<string>;
  /** While a rectangle is drawn, and when it is done. */
  readonly onSelect: (ids: readonly string[], phase: SelectPhase) => void;
  /** The building that is pointed at in any view. */
  readonly lit: string | null;
  readonly onLit: (id: string | null) => void;
  readonly origin: ChartOrigin;
}

const height = 340;
const noLines: YieldLines = { occupancy: null, taxPerSqm: null };

/** How full buildings are against what they yield; full and poor ones are candidates for an upgrade. For who may see tax. */
export function YieldScatter(props: YieldScatterProps) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.yield;
  const { buildings, lines, selected, onSelect, origin } = props;
  const known = buildings.filter(({ occupancy, taxPerSqm }) => occupancy !== null && taxPerSqm !== null);
  if (known.length === 0) return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  const isDivided = lines.occupancy !== null && lines.taxPerSqm !== null;
  const all = yieldPlot(known, lines, { left: 0, top: 0, right: 1, bottom: 1 });
  const unknown = buildings.length - known.length;
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={words.title}
        unit={words.unit}
        origin={origin}
        height={height}
        table={tableOf(all.dots, language)}
        legend={<Chosen dots={all.dots} selected={selected} onSelect={onSelect} />}
        note={[
          isDivided
            ? words.lines(
                figures.percent(lines.occupancy ?? 0),
                indicatorLine('yuanPerSqmYear', lines.taxPerSqm, language),
              )
            : words.noLines,
          unknown > 0 && words.unknown(figures.number(unknown, 0)),
        ]
          .filter(Boolean)
          .join(' ')}
      >
        {(width) => <Plot {...props} buildings={known} lines={isDivided ? lines : noLines} width={width} />}
      </CockpitFrame>
    </div>
  );
}

/** How many are selected, and the way to those that are full and poor. */
function Chosen({
  dots,
  selected,
  onSelect,
}: Pick<YieldScatterProps, 'selected' | 'onSelect'> & { readonly dots: readonly Dot[] }) {
  const { cockpit, figures } = useCockpitWords();
  const words = cockpit.yield;
  const candidates = dots
    .filter(({ quadrant }) => quadrant === 'fullPoor')
    .map(({ building }) => building.id);
  return (
    <p className={css['reading']}>
      <Button size="small" isIdle={candidates.length === 0} onPress={() => onSelect(candidates, 'commit')}>
        {words.candidates(figures.number(candidates.length, 0))}
      </Button>
      <span>{words.chosen(figures.number(selected.size, 0))}</span>
      {selected.size > 0 && (
        <Button size="small" variant="plain" onPress={() => onSelect([], 'commit')}>
          {words.clear}
        </Button>
      )}
    </p>
  );
}

function Plot({
  buildings,
  lines,
  selected,
  onSelect,
  lit,
  onLit,
  width,
}: YieldScatterProps & { readonly width: number }) {
  const language = useCockpitWords();
  const words = language.cockpit.yield;
  const plot = useMemo(() => {
    const frame = { left: 48, top: 12, right: width - 12, bottom: height - 28 };
    return yieldPlot(buildings, lines, frame);
  }, [buildings, lines, width]);
  const { dots } = plot;
  const [focused, setFocused] = useState<number | null>(null);
  const onActive = (at: number | null) => {
    setFocused(at);
    const id = at === null ? null : (dots[at]?.building.id ?? null);
    if (id !== lit) onLit(id);
  };
  const { rectangle, handlers } = useBrushDrag({ dots, frame: plot.frame, onActive, onSelect });
  const litAt = lit === null ? -1 : dots.findIndex(({ building }) => building.id === lit);
  const pick = (at: number, key: 'Enter' | ' ') => {
    const id = dots[at]?.building.id;
    if (id === undefined) return;
    const others = [...selected].filter((one) => one !== id);
    onSelect(key === 'Enter' ? [id] : selected.has(id) ? others : [...others, id], 'commit');
  };
  return (
    <div className={css['brush']}>
      <MarkStage
        label={words.title}
        help={words.help}
        width={width}
        height={height}
        count={dots.length}
        active={focused}
        onActive={onActive}
        step={(at, key) => stepDot(dots, at, key)}
        onPick={pick}
        onClear={() => onSelect([], 'commit')}
        tip={(at) => tipOf(dots[at], language)}
        handlers={handlers}
      >
        <YieldMarks
          plot={plot}
          lines={lines}
          selected={selected}
          litAt={litAt < 0 ? focused : litAt}
          rectangle={rectangle}
        />
      </MarkStage>
    </div>
  );
}

function tipOf(dot: Dot | undefined, language: CockpitLanguage): MarkPlace<ReactNode> | null {
  if (!dot) return null;
  const { cockpit, figures } = language;
  const words = cockpit.yield;
  const { building, quadrant } = dot;
  const lines = [
    { label: words.occupancy, value: figures.percent(dot.occupancy) },
    { label: words.tax, value: indicatorLine('yuanPerSqmYear', dot.taxPerSqm, language) },
    { label: words.area, value: indicatorLine('sqm', building.rentableArea, language) },
    ...(quadrant === null ? [] : [{ label: words.quadrant, value: words.quadrants[quadrant] }]),
  ];
  return { x: dot.x, y: dot.y, content: <ChartTip title={building.name} lines={lines} /> };
}

function tableOf(dots: readonly Dot[], { cockpit, figures }: CockpitLanguage): FigureTable {
  const words = cockpit.yield;
  const { unit } = figures.words;
  return {
    columns: [
      { head: words.building },
      { head: words.type },
      { head: words.occupancy, write: (value) => figures.percent(value) },
      { head: cockpit.withUnit(words.tax, unit.yuanPerSqmYear), write: (value) => figures.number(value, 0) },
      { head: cockpit.withUnit(words.area, unit.sqm), write: (value) => figures.number(value) },
      { head: words.quadrant },
    ],
    rows: dots
      .toSorted((a, b) => b.taxPerSqm - a.taxPerSqm)
      .map(({ building, occupancy, taxPerSqm, quadrant }) => ({
        key: building.id,
        cells: [
          building.name,
          figures.words.carrierType[building.type],
          occupancy,
          taxPerSqm,
          building.rentableArea,
          quadrant === null ? null : words.quadrants[quadrant],
        ],
      })),
  };
}
