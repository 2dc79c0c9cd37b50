/** Tables of indicators of one read model, worked out when they are asked for and kept while they are. */
import { type Past, pastOf } from '#domain/indicators/past/past.ts';
import { type PublishedQuestion, type PublishedTable, publishedTable } from '#domain/indicators/published.ts';
import type { IndicatorTable, TableQuestion } from '#domain/indicators/spec.ts';
import { tableOf } from '#domain/indicators/table.ts';
import { type IsoMonth, monthFromNumber } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Stepwise } from '#domain/stepwise.ts';
import { inSlices, type Pause } from '../in-slices.ts';
import type { BuildingSet } from './building-set.ts';

/** Of each portfolio; a page asks for some ten. */
const mostTables = 24;

type Ids = IndicatorTable['ids'];

export interface Figures {
  /** From which on something can be known. */
  readonly firstMonth: () => Promise<IsoMonth>;
  /** Ready to be published from: what every table begins with is worked out. */
  readonly published: (question: PublishedQuestion) => Promise<PublishedTable>;
  /**
   * The table with these columns worked out, in slices: nobody waits for all of it.
   * @param columns which will be read; others are worked out when they are read after all
   */
  readonly table: (
    question: Omit<TableQuestion, 'buildings'>,
    set: BuildingSet,
    columns: Ids,
  ) => Promise<IndicatorTable>;
}

interface Kept {
  readonly set: BuildingSet['ids'];
  readonly table: IndicatorTable;
}

export type FiguresOf = (portfolio: Portfolio) => Figures;

/** @param pause how long work lets others have their turn */
export function createFigures(pause: Pause): FiguresOf {
  const known = new WeakMap<Portfolio, Figures>();
  return (portfolio) => {
    const figures = known.get(portfolio) ?? figuresOver(portfolio, pause);
    known.set(portfolio, figures);
    return figures;
  };
}

function figuresOver(portfolio: Portfolio, pause: Pause): Figures {
  const tables = new Map<string, Kept>();
  let past: Promise<Past> | null = null;
  const pastInSlices = () => {
    past ??= inSlices(pastOf.steps(portfolio), pause);
    return past;
  };
  return {
    firstMonth: async () => monthFromNumber((await pastInSlices()).axis.first),
    published: async (question) => {
      await pastInSlices();
      return publishedTable(portfolio, question);
    },
    table: async ({ level, from, to, period }, { ids }, columns) => {
      const whole = await pastInSlices();
      const key = `${level} ${from} ${to} ${period}`;
      const kept = tables.get(key);
      const buildings = ids === null ? {} : { buildings: ids };
      const table =
        kept?.set === ids ? kept.table : tableOf(whole, { level, from, to, period, ...buildings });
      tables.delete(key);
      tables.set(key, { set: ids, table });
      for (const oldest of tables.keys()) {
        if (tables.size <= mostTables) break;
        tables.delete(oldest);
      }
      await inSlices(columnByColumn(table, columns), pause);
      return table;
    },
  };
}

function* columnByColumn(table: IndicatorTable, columns: Ids): Stepwise<null> {
  for (const id of columns) {
    table.column(id);
    yield;
  }
  return null;
}
