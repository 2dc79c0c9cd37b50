import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { radarAxes, radarScales } from '#domain/compare/radar.ts';
import type { CompareRow } from '#domain/compare/rows.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { savePicture } from '#views/picture/save-picture.ts';
import css from './radar.module.css';
import { type AxisWords, dashes, RadarChart } from './radar-chart.tsx';
import { RadarTable } from './radar-table.tsx';
import type { ShownColumn } from './shown-column.ts';
import { cellText } from './shown-row.ts';
import { type CompareLanguage, useCompareWords } from './use-compare-words.ts';

/** The comparison as shapes over fixed scales, with its table and the ways to keep it. */
export function RadarView({
  rows,
  columns,
  foot,
}: {
  readonly rows: readonly CompareRow[];
  readonly columns: readonly ShownColumn[];
  /** Where it all comes from. */
  readonly foot: ReactNode;
}) {
  const language = useCompareWords();
  const { compare } = language;
  const axes = useMemo(() => radarAxes(rows), [rows]);
  const words = useMemo(() => axes.map(({ id, row }) => axisWords(id, row, language)), [axes, language]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [lit, setLit] = useState<number | null>(null);
  const chart = useRef<SVGSVGElement>(null);
  const shown = columns.map(({ key }) => !hidden.has(key));
  const toggle = (key: string, isShown: boolean) =>
    setHidden((before) => new Set(isShown ? [...before].filter((one) => one !== key) : [...before, key]));
  return (
    <div className={css['view']}>
      {axes.every(({ points }) => points.every((point) => point === null)) && <p>{compare.radar.noAxis}</p>}
      <div className={css['side']}>
        <RadarChart
          ref={chart}
          axes={axes}
          words={words}
          columns={columns}
          shown={shown}
          lit={lit}
          label={compare.radar.label}
        />
        <div className={css['keys']}>
          <ul aria-label={compare.radar.show}>
            {columns.map((column, place) => (
              <li
                key={column.key}
                onPointerEnter={() => setLit(place)}
                onPointerLeave={() => setLit(null)}
                onFocus={() => setLit(place)}
                onBlur={() => setLit(null)}
              >
                <Checkbox isSelected={shown[place] ?? true} onChange={(next) => toggle(column.key, next)}>
                  <span className={css['key']}>
                    <Stroke place={place} />
                    {column.name}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
          <p className={css['explain']}>{compare.radar.explain}</p>
          <SaveButtons chart={chart} columns={columns.filter((_, place) => shown[place])} all={columns} />
        </div>
      </div>
      <RadarTable axes={axes} words={words} columns={columns} />
      <div className={css['foot']}>{foot}</div>
    </div>
  );
}

function axisWords(id: keyof typeof radarScales, row: CompareRow, language: CompareLanguage): AxisWords {
  const { compare, figures } = language;
  const { centre, rim } = radarScales[id];
  const end = (value: number) => {
    const figure = { kind: 'figure', value, upper: null, bound: 'exact', spread: 0 } as const;
    return cellText(row.unit, figure, language, (_, code) => code) ?? '';
  };
  const unit = row.unit === 'm' || row.unit === 'yuanPerSqmMonth' ? ` ${figures.words.unit[row.unit]}` : '';
  return { label: compare.radar.axes[id], scale: compare.radar.scale(end(centre), end(rim) + unit) };
}

function Stroke({ place }: { readonly place: number }) {
  return (
    <svg width="34" height="12" aria-hidden="true" className={css['stroke']}>
      <line
        x1="1"
        y1="6"
        x2="33"
        y2="6"
        stroke={`var(--series-${place})`}
        strokeWidth="2.5"
        strokeDasharray={dashes[place]}
      />
    </svg>
  );
}

function SaveButtons({
  chart,
  columns,
  all,
}: {
  readonly chart: RefObject<SVGSVGElement | null>;
  readonly columns: readonly ShownColumn[];
  readonly all: readonly ShownColumn[];
}) {
  const { compare } = useCompareWords();
  const { radar } = compare;
  const [hasFailed, setFailed] = useState(false);
  const save = (kind: 'svg' | 'png') => {
    if (!chart.current) return;
    const picture = {
      kind,
      name: `${compare.title} ${columns.map(({ name }) => name).join(' ')}`.slice(0, 80),
      title: compare.title,
      lines: [radar.explain],
      keys: columns.map((column) => ({
        text: column.name,
        paint: `var(--series-${all.indexOf(column)})`,
      })),
    };
    savePicture(chart.current, picture).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <p className={`${css['save']} no-print`}>
      <Button size="small" onPress={() => save('png')}>
        {radar.savePng}
      </Button>
      <Button size="small" onPress={() => save('svg')}>
        {radar.saveSvg}
      </Button>
      {hasFailed && <span role="alert">{radar.saveFailed}</span>}
    </p>
  );
}
