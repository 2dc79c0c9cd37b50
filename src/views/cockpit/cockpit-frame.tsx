import type { ReactNode } from 'react';
import type { IsoDate } from '#domain/measure.ts';
import { ChartFrame } from '#views/chart-frame/chart-frame.tsx';
import { TwinFigures } from '#views/chart-frame/twin-table.tsx';
import type { PictureKey } from '#views/picture/picture-frame.ts';
import { csvOf, type FigureTable, twinOf } from './figure-table.ts';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

/** What the figures of a chart speak of; written on whatever leaves the page. */
export interface ChartOrigin {
  /** The filter in words, or the name of the district. */
  readonly scope: string;
  /** The month or period that is looked at, in words. */
  readonly period: string;
  readonly asOf: IsoDate;
  /** The figures are of made-up buildings. */
  readonly synthetic: boolean;
}

/** A chart of 驾驶舱 with its table, its picture and its CSV file. */
export function CockpitFrame(props: {
  readonly title: string;
  /** What is measured and in what unit. */
  readonly unit: string;
  readonly origin: ChartOrigin;
  readonly table: FigureTable;
  readonly children: (width: number) => ReactNode;
  /** Of the drawing, px. */
  readonly height?: number;
  readonly controls?: ReactNode;
  readonly legend?: ReactNode;
  readonly note?: ReactNode;
  readonly keys?: readonly PictureKey[];
}) {
  const language = useCockpitWords();
  const { title, unit, origin, table, height, keys } = props;
  return (
    <ChartFrame
      title={title}
      unit={unit}
      controls={props.controls}
      legend={props.legend}
      note={props.note}
      {...(height === undefined ? {} : { height })}
      picture={{
        name: `${title} ${origin.period}`,
        title: `${title} · ${origin.period}`,
        lines: [unit, originLine(origin, language)],
        ...(keys ? { keys } : {}),
      }}
      csv={() => csvOf(table, language.figures.words.unknown)}
      table={<TwinFigures caption={title} {...twinOf(table)} />}
    >
      {props.children}
    </ChartFrame>
  );
}

function originLine({ scope, asOf, synthetic }: ChartOrigin, { cockpit, figures }: CockpitLanguage): string {
  const parts = [`${cockpit.scope} ${scope}`, `${cockpit.asOf} ${figures.date(asOf)}`];
  return [...parts, ...(synthetic ? [cockpit.synthetic] : [])].join(' · ');
}
