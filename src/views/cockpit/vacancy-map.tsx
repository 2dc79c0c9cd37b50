import { type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import { vacancyClassCount } from '#domain/engine/answer.ts';
import type { Bbox } from '#domain/geo.ts';
import type { CarrierType } from '#domain/model/building.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import chartCss from '#views/chart-frame/chart-frame.module.css';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';
import type { Basemap } from '#views/map/basemap.ts';
import type { SelectPhase } from './brush-drag.ts';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import { indicatorLine } from './indicator-text.ts';
import type { AreaShape } from './map-projection.ts';
import { type MapSheet, sheetOf, symbolAt } from './map-sheet.ts';
import { type MarkPlace, MarkStage } from './mark-stage.tsx';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';
import { VacancyMapMarks } from './vacancy-map-marks.tsx';

const divisions = ['circle', 'subdistrict'] as const;
export type Division = (typeof divisions)[number];

export interface MapArea {
  readonly id: string;
  readonly name: string;
  /** In the chosen period, 0–1, a ratio of sums; null is not known. */
  readonly rate: number | null;
  /** ㎡ */
  readonly vacantArea: number | null;
  readonly buildings: number;
  readonly shape: AreaShape;
}

export interface MapBuilding {
  readonly id: string;
  readonly name: string;
  readonly type: CarrierType;
  readonly lon: number;
  readonly lat: number;
  /** In the chosen period. */
  readonly vacancyRate: number | null;
  /** ㎡ */
  readonly availableArea: number | null;
}

export interface VacancyMapProps {
  /** What lies below; null while it is not there. */
  readonly basemap: Pick<Basemap, 'districts' | 'waterSurfaces'> | null;
  /** Of the district. */
  readonly bounds: Bbox;
  readonly areas: Readonly<Record<Division, readonly MapArea[]>>;
  readonly buildings: readonly MapBuilding[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], phase: SelectPhase) => void;
  readonly onSelectArea: (by: Division, id: string) => void;
  readonly lit: string | null;
  readonly onLit: (id: string | null) => void;
  readonly origin: ChartOrigin;
}

const height = 380;

/** Where it is vacant: circles or subdistricts and their buildings in the colours of vacancy of the chosen period. */
export function VacancyMap(props: VacancyMapProps) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.map;
  const [by, setBy] = useState<Division>('circle');
  const areas = props.areas[by];
  if (areas.length === 0 && props.buildings.length === 0) {
    return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  }
  const classes = Array.from({ length: vacancyClassCount }, (_, at) => ({
    text: words.classes[at] ?? '',
    paint: `var(--vacancy-${at})`,
  }));
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={`${words.title} · ${words.areas[by]}`}
        unit={words.unit}
        origin={props.origin}
        height={height}
        keys={[...classes, { text: figures.words.unknown, paint: 'var(--unknown)' }]}
        controls={
          <ToggleGroup
            label={`${words.title} · ${words.by}`}
            value={by}
            options={divisions.map((value) => ({ value, text: words.areas[value] }))}
            onChange={setBy}
          />
        }
        table={tableOf(areas, language)}
        legend={
          <ul className={chartCss['key']}>
            {classes.map(({ text, paint }) => (
              <li key={text}>
                <i className={css['swatch']} style={{ background: paint }} />
                {text}
              </li>
            ))}
            <li>
              <i className={`${css['swatch']} ${css['hatched']}`} />
              {figures.words.unknown}
            </li>
          </ul>
        }
        note={words.note}
      >
        {(width) => <Sheet {...props} key={by} by={by} width={width} />}
      </CockpitFrame>
    </div>
  );
}

function Sheet(props: VacancyMapProps & { readonly by: Division; readonly width: number }) {
  const { basemap, bounds, by, width, onSelect, onSelectArea, lit, onLit, buildings } = props;
  const areas = props.areas[by];
  const language = useCockpitWords();
  const words = language.cockpit.map;
  const sheet = useMemo(
    () => sheetOf({ basemap, bounds, areas, buildings }, width, height),
    [basemap, bounds, areas, buildings, width],
  );
  const [active, setActive] = useState<number | null>(null);
  const { areas: drawn, symbols } = sheet;
  const look = (at: number | null) => {
    setActive(at);
    const id = at === null ? null : (symbols[at - drawn.length]?.building.id ?? null);
    if (id !== lit) onLit(id);
  };
  const under = (event: PointerEvent<HTMLElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const symbol = symbolAt(symbols, x, y, event.pointerType === 'mouse' ? 3 : 14);
    if (symbol !== null) return drawn.length + symbol;
    const area = drawn.findLastIndex(({ onSheet }) => onSheet.holds(x, y));
    return area < 0 ? null : area;
  };
  const pick = (at: number) => {
    const area = drawn[at]?.area;
    const building = symbols[at - drawn.length]?.building;
    if (area) onSelectArea(by, area.id);
    else if (building) onSelect([building.id], 'commit');
  };
  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse') look(under(event));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const at = event.button === 0 ? under(event) : null;
      if (at !== null) pick(at);
      else if (event.button === 0) onSelect([], 'commit');
    },
  };
  return (
    <MarkStage
      label={`${words.title} · ${words.areas[by]}`}
      help={words.help}
      width={width}
      height={height}
      count={drawn.length}
      active={active}
      onActive={look}
      onPick={pick}
      onClear={() => onSelect([], 'commit')}
      tip={(at) => tipOf(sheet, at, language)}
      handlers={handlers}
    >
      <VacancyMapMarks sheet={sheet} active={active} lit={lit} selected={props.selected} />
    </MarkStage>
  );
}

function tipOf(sheet: MapSheet, at: number, language: CockpitLanguage): MarkPlace<ReactNode> | null {
  const { cockpit, figures } = language;
  const words = cockpit.map;
  const rate = (value: number | null) => (value === null ? figures.words.unknown : figures.percent(value));
  const area = sheet.areas[at];
  if (area) {
    const { name, rate: vacancy, buildings, vacantArea } = area.area;
    const lines = [
      { label: words.rate, value: rate(vacancy) },
      { label: words.vacantArea, value: indicatorLine('sqm', vacantArea, language) },
      { label: words.buildings, value: figures.number(buildings, 0) },
    ];
    return { ...area.onSheet.centre, content: <ChartTip title={name} lines={lines} /> };
  }
  const symbol = sheet.symbols[at - sheet.areas.length];
  if (!symbol) return null;
  const lines = [{ label: words.rate, value: rate(symbol.building.vacancyRate) }];
  return { x: symbol.x, y: symbol.y, content: <ChartTip title={symbol.building.name} lines={lines} /> };
}

function tableOf(areas: readonly MapArea[], { cockpit, figures }: CockpitLanguage) {
  const words = cockpit.map;
  return {
    columns: [
      { head: words.name },
      { head: words.rate, write: (value: number) => figures.percent(value) },
      {
        head: cockpit.withUnit(words.vacantArea, figures.words.unit.sqm),
        write: (value: number) => figures.number(value),
      },
      { head: words.buildings, write: (value: number) => figures.number(value, 0) },
    ],
    rows: areas
      .toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1))
      .map(({ id, name, rate, vacantArea, buildings }) => ({
        key: id,
        cells: [name, rate, vacantArea, buildings],
      })),
  };
}
