/** What a heading means for one kind of record, and which unit it names. */
import type { Datum } from '../records/rules.ts';
import { nameKey, plain } from './plain.ts';
import type { ImportEntity, Target, UnitCode } from './targets/target.ts';
import { targetsByName } from './targets/targets.ts';
import { unitIn, unitText } from './units.ts';

export interface HeadingMeaning {
  readonly target: Target;
  readonly unit: UnitCode | null;
  /** `exact`: the heading is a known name; `likely`: what is left of it without additions is. */
  readonly certainty: 'exact' | 'likely';
}

/** Words around a name that do not change what is meant. */
const additions =
  /^(?:本月|当月|月末|截至目前|目前|现有|现|实际|其中|楼宇|大厦|项目|物业|载体|企业|单元|总|合计)|(?:情况|信息|数据|合计|标准|数值|一览|说明|为准|如有|必填|选填)$/g;
const brackets = /[([【{][^)\]】}]*[)\]】}]/g;
const unitTail =
  /(?:[/,:;·\s-]|单位)*(?:万?(?:㎡|平米?|方)|[百千]?[万亿]?(?:元|yuan|cny|rmb)(?:(?:[/·每]| per )(?:㎡|平|天|日|月|年|day|month|year))*|%|米|m|cm|mm|个|部|台|辆|家|户|人|层|月数?|个月)$/;

type Certainty = HeadingMeaning['certainty'];

/** Names of a heading, from the whole down to what is left without brackets, unit and additions. */
function* namesIn(heading: string): Generator<readonly [string, Certainty]> {
  yield [heading, 'exact'];
  const open = heading.replaceAll(brackets, ' ').trim();
  const inBrackets = [...heading.matchAll(brackets)].map(([text]) => unitText(text.slice(1, -1)));
  const isUnitOnly = inBrackets.every((text) => text.replace(unitTail, '') === '' || datumIn(text) !== null);
  yield [open, isUnitOnly ? 'exact' : 'likely'];
  const bare = unitText(open).replace(unitTail, '');
  yield [bare, isUnitOnly ? 'exact' : 'likely'];
  yield [bare.replaceAll(additions, ''), 'likely'];
  const [group = '', ...rest] = bare.split(' ');
  const last = rest.join(' ');
  if (last === '') return;
  yield [last + group, 'likely'];
  yield [last, 'likely'];
  yield [last.replaceAll(additions, ''), 'likely'];
  yield [group, 'likely'];
}

/** null when the heading is none that is known for this kind. */
export function targetOfHeading(entity: ImportEntity, heading: string): HeadingMeaning | null {
  const clean = plain(heading);
  const names = targetsByName[entity];
  for (const [name, certainty] of namesIn(clean)) {
    const target = names.get(nameKey(name));
    if (target) return { target, unit: unitIn(unitText(clean), target.dimension), certainty };
  }
  return null;
}

/** The datum that a heading of coordinates names; null when it names none. */
export function datumIn(heading: string): Datum | null {
  const text = plain(heading).toLowerCase();
  if (/bd-?09|百度|baidu/.test(text)) return 'bd09';
  if (/gcj-?02|高德|腾讯|火星|amap|tencent/.test(text)) return 'gcj02';
  return /wgs-?84|gps/.test(text) ? 'wgs84' : null;
}
