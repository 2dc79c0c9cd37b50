import { type KeyboardEvent, useRef, useState } from 'react';
import type { CircleVacancy } from '#domain/engine/answer.ts';
import type { Range } from '#domain/query/query.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import css from './charts.module.css';
import {
  type Band,
  type BarOrder,
  bands,
  barScaleEnd,
  type CircleBar,
  circleBars,
  rangeOfClass,
} from './circle-bars.ts';
import { CircleRow } from './circle-row.tsx';
import { HoverTip } from './hover-tip.tsx';
import { useChartWords } from './use-chart-words.ts';

interface CircleChartProps {
  readonly circleVacancy: CircleVacancy;
  readonly chosen: readonly string[];
  readonly names: NamesOf;
  readonly onCircle: (id: string) => void;
  readonly onCircleClass: (id: string, range: Range | 'unknown') => void;
}

/** Where the keyboard stands: a circle by its place, and in it the name or one of its bands. */
interface Spot {
  readonly id: string;
  readonly band: Band | null;
}

function movedSpot(bars: readonly CircleBar[], spot: Spot, key: string): Spot | null {
  const place = Math.max(
    0,
    bars.findIndex(({ id }) => id === spot.id),
  );
  const stops: readonly (Band | null)[] = [null, ...(bars[place]?.segments.map(({ band }) => band) ?? [])];
  const stop = Math.max(0, stops.indexOf(spot.band));
  const rowAt = (row: number): Spot | null => {
    const bar = bars[Math.min(bars.length - 1, Math.max(0, row))];
    if (!bar) return null;
    return { id: bar.id, band: bar.segments.some(({ band }) => band === spot.band) ? spot.band : null };
  };
  const stopAt = (at: number): Spot => ({
    id: spot.id,
    band: stops[Math.min(stops.length - 1, Math.max(0, at))] ?? null,
  });
  switch (key) {
    case 'ArrowDown':
      return rowAt(place + 1);
    case 'ArrowUp':
      return rowAt(place - 1);
    case 'ArrowRight':
      return stopAt(stop + 1);
    case 'ArrowLeft':
      return stopAt(stop - 1);
    case 'Home':
      return rowAt(0);
    case 'End':
      return rowAt(bars.length - 1);
    default:
      return null;
  }
}

/** One bar a circle, its buildings stacked by vacancy class. One tab stop; arrows walk inside. */
export function CircleChart({ circleVacancy, chosen, names, onCircle, onCircleClass }: CircleChartProps) {
  const charts = useChartWords();
  const [order, setOrder] = useState<BarOrder>('given');
  const [wished, setSpot] = useState<Spot>({ id: '', band: null });
  const list = useRef<HTMLUListElement>(null);
  const bars = circleBars(circleVacancy, order);
  const end = barScaleEnd(bars);
  if (bars.every(({ total }) => total === 0)) return <p className={css['nothing']}>{charts.noCircles}</p>;
  const home = bars.find(({ id }) => id === wished.id);
  const spot: Spot = home
    ? { id: home.id, band: home.segments.some(({ band }) => band === wished.band) ? wished.band : null }
    : { id: bars[0]?.id ?? '', band: null };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedSpot(bars, spot, event.key);
    if (next === null) return;
    event.preventDefault();
    setSpot(next);
    list.current
      ?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(`${next.id} ${next.band ?? ''}`)}"]`)
      ?.focus();
  };
  return (
    <div className={css['circleChart']}>
      <div className={css['circleTop']}>
        <Legend />
        <button
          type="button"
          className={css['byRate']}
          aria-pressed={order === 'rate'}
          aria-label={charts.orderByRate}
          title={charts.orderByRate}
          onClick={() => setOrder(order === 'rate' ? 'given' : 'rate')}
        >
          {charts.vacancy}
          <span aria-hidden="true">{order === 'rate' ? ' ↓' : ' ↕'}</span>
        </button>
      </div>
      <div className={css['barsFrame']}>
        <ul
          ref={list}
          className={css['bars']}
          aria-label={charts.circleTitle}
          aria-description={charts.circleHelp}
          onKeyDown={onKeyDown}
        >
          {bars.map((bar) => (
            <CircleRow
              key={bar.id}
              bar={bar}
              end={end}
              name={names('circle', bar.id)}
              isChosen={chosen.includes(bar.id)}
              isQuiet={chosen.length > 0 && !chosen.includes(bar.id)}
              stop={spot.id === bar.id ? { band: spot.band } : null}
              onStop={(band) => setSpot({ id: bar.id, band })}
              onName={() => onCircle(bar.id)}
              onBand={(band) => onCircleClass(bar.id, band === 'unknown' ? band : rangeOfClass(band))}
            />
          ))}
        </ul>
        <HoverTip host={list} />
      </div>
    </div>
  );
}

function Legend() {
  const charts = useChartWords();
  return (
    <ul className={css['legend']} aria-label={charts.vacancy}>
      {bands.map((band) => (
        <li key={band} className={css['key']}>
          <span className={css['swatch']} data-band={band} />
          {band === 'unknown' ? charts.unknown : charts.classes[band]}
        </li>
      ))}
    </ul>
  );
}
