/** The question for a table of indicators, and for one figure of it. */
import {
  type AnyIndicatorId,
  type Level,
  levels,
  type PeriodKind,
  periodKinds,
  unknownGroup,
} from '#domain/indicators/spec.ts';
import type { IsoMonth } from '#domain/measure.ts';
import { carrierTypes, grades } from '#domain/model/building.ts';
import { problem } from '#domain/query/problem.ts';
import { monthSpanFrom } from '../month-span.ts';
import type { Asked } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { type BuildingSet, buildingSet } from './building-set.ts';
import { cockpitAskedFrom, plainText } from './question.ts';
import { monthUpTo, oneOf, someOf } from './readers.ts';
import { type TableQuestion, visibleIds } from './table-answer.ts';

/** Figures of one answer: with their parts some ten megabytes. */
const mostFigures = 400_000;

const periodsIn: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

export interface AskedTable {
  readonly question: TableQuestion;
  readonly set: BuildingSet;
}

/** Ids that the groups of a level may have. */
function groupIds({ portfolio: { district, buildings }, rowOf }: ReadModel, level: Level): readonly string[] {
  switch (level) {
    case 'building':
      return [...rowOf.keys()];
    case 'circle':
    case 'subdistrict': {
      const isCircle = level === 'circle';
      const named = isCircle ? district.circles : district.subdistricts;
      const used = buildings.flatMap(
        (building) => (isCircle ? building.circleId : building.subdistrictId) ?? [],
      );
      return [...new Set([...named.map(({ id }) => id), ...used, unknownGroup])];
    }
    case 'type':
      return carrierTypes;
    case 'grade':
      return [...grades, unknownGroup];
    case 'district':
      return [district.adcode];
  }
}

const readLevel = oneOf('level', levels);
const readPeriod = oneOf('period', periodKinds);

export function tableAskedFrom(search: string, model: ReadModel): Asked<AskedTable> {
  const asked = cockpitAskedFrom(search, model.vocabulary, {
    level: readLevel,
    period: readPeriod,
    ids: plainText,
    indicators: plainText,
    from: plainText,
    to: plainText,
  });
  if (!asked.ok) return asked;
  const { own, query, filter } = asked;
  const { level = 'district', period = 'month' } = own;
  const ids = own.ids === undefined ? null : someOf('ids', groupIds(model, level))(own.ids);
  const visible = visibleIds(level, model.role);
  const all = [...visible.full, ...visible.published];
  const chosen =
    own.indicators === undefined ? null : someOf('indicators', all, visible.none)(own.indicators);
  const span = monthSpanFrom(spanText(own.from, own.to), model.portfolio.asOf);
  const problems = [
    ...(ids?.ok === false ? [ids.problem] : []),
    ...(chosen?.ok === false ? [chosen.problem] : []),
    ...(span.ok ? [] : span.problems),
  ];
  if (!span.ok || problems.length > 0) return { ok: false, problems };
  const question: TableQuestion = {
    level,
    period,
    from: span.from,
    to: span.to,
    ids: ids?.ok ? ids.value : null,
    asked: chosen?.ok ? chosen.value : all,
  };
  const set = buildingSet(model, query, filter);
  const groups = question.ids?.length ?? (level === 'building' ? set.matched : 1);
  const figures = groups * question.asked.length * Math.ceil(span.months.length / periodsIn[period]);
  if (figures > mostFigures) {
    const most = Math.floor((mostFigures / figures) * question.asked.length);
    const few = `≤ ${most} × ${groups} × ${span.months.length}`;
    return { ok: false, problems: [problem('indicators', String(question.asked.length), 'tooMany', few)] };
  }
  return { ok: true, question, set };
}

/** The ends of a span as the reader of spans takes them. */
export function spanText(from: string | undefined, to: string | undefined): string {
  const given = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return new URLSearchParams(given).toString();
}

export interface AskedFigure {
  readonly level: Level;
  readonly period: PeriodKind;
  readonly group: string;
  readonly at: IsoMonth;
  readonly set: BuildingSet;
}

/** @param id that the role may know of */
export function figureAskedFrom(search: string, model: ReadModel, id: AnyIndicatorId): Asked<AskedFigure> {
  const { asOf, district } = model.portfolio;
  const asked = cockpitAskedFrom(search, model.vocabulary, {
    level: readLevel,
    period: readPeriod,
    group: plainText,
    at: monthUpTo('at', asOf),
  });
  if (!asked.ok) return asked;
  const { level = 'district', period = 'month', group, at = asOf.slice(0, 7) } = asked.own;
  const defined = levels.filter((one) => {
    const { full, published } = visibleIds(one, model.role);
    return full.includes(id) || published.includes(id);
  });
  if (!defined.includes(level)) {
    return { ok: false, problems: [problem('level', level, 'unknownValue', defined.join(', '))] };
  }
  const read = someOf(
    'group',
    groupIds(model, level),
    [],
    1,
  )(group ?? (level === 'district' ? district.adcode : ''));
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const [found] = read.value;
  if (found === undefined) {
    return {
      ok: false,
      problems: [
        problem('group', group ?? '', 'unknownValue', groupIds(model, level).slice(0, 60).join(', ')),
      ],
    };
  }
  return { ok: true, level, period, at, group: found, set: buildingSet(model, asked.query, asked.filter) };
}
