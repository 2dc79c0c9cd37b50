/** The fields of one requirement, from what an enterprise said or wrote. */
import { bind } from './bind.ts';
import { circlesIn } from './circles.ts';
import { type CueTable, cuesIn, cueTable } from './cues.ts';
import type { DateFound } from './dates.ts';
import type { Figure } from './figures.ts';
import { around, Draft, type ExtractedItem, type ExtractNote } from './found.ts';
import { enterpriseIn } from './parties.ts';
import type { Reading } from './reading.ts';
import { requirementFigures } from './rules/requirement-figures.ts';
import { requirementWords } from './rules/requirement-words.ts';
import { industryIn } from './trades.ts';
import { wordFacts } from './word-facts.ts';

const figureTable: CueTable = cueTable(requirementFigures);
const wordTable: CueTable = cueTable(requirementWords);

export const requirementFields = [
  'enterprise',
  'industry',
  'heads',
  'areaMin',
  'areaMax',
  'basis',
  'contiguous',
  'budget',
  'includesFee',
  'includesSubsidy',
  'carrierTypes',
  'circles',
  'floorToFloorHeight',
  'clearHeight',
  'columnFree',
  'metro',
  'startBy',
  'tenure',
] as const;

/** Of what an enterprise has, pays or is: not what it wants. */
const ownNow =
  /(?:现在|目前|现有|现租|现办公|原来|原有|老办公|之前|眼下|当前|每人|人均|其中|会议室|展厅|仓库|食堂|currently|existing|at present|current)[^。;；\n]{0,14}$/;
/** 现办公地点河西区，面积400㎡，租金2.2元: it holds until a wish is spoken of. */
const hereNow =
  /(?:现办公地|现办公|原办公|原来在|原先|老办公|旧办公|现租|现址|目前租|目前办公|现使用|现在租|currently (?:in|occup|leas|rent))[^。;；\n]*$/;
const wish =
  /(?:调整[为到]|改[为成]|增[至到]|扩|需要|需|要|想|希望|求|找|换|扩|预算|意向|寻|want|need|require|look|seek)/;

function isOwnNow({ lower, clauses }: Reading, figure: Figure): boolean {
  const from = Math.max(clauses.clauseStart(figure.start), figure.start - 24);
  const match = ownNow.exec(lower.slice(from, figure.start));
  if (match !== null) return !wish.test(match[0]);
  const told = hereNow.exec(
    lower.slice(Math.max(clauses.sentenceStart(figure.start), figure.start - 60), figure.start),
  );
  return told !== null && !wish.test(told[0]);
}

function putArea(reading: Reading, draft: Draft, figure: Figure): void {
  if (figure.low < 5 || isOwnNow(reading, figure)) return;
  const { low, high, bound } = figure;
  const more = (own: typeof bound) => ({ bound: own, unit: 'sqm' as const });
  if (high > low) {
    draft.put('areaMin', low, figure, more('exact'));
    draft.put('areaMax', high, figure, more('exact'));
  } else if (high < low) {
    draft.note('contradiction', 'areaMin', figure);
    draft.put('areaMin', high, figure, more('exact'));
    draft.put('areaMax', low, figure, more('exact'));
  } else if (bound === 'atLeast') draft.put('areaMin', low, figure, more(bound));
  else if (bound === 'atMost') draft.put('areaMax', low, figure, more(bound));
  else {
    draft.put('areaMin', low, figure, { ...more(bound), rank: 0 });
    draft.put('areaMax', low, figure, { ...more(bound), rank: 0 });
  }
}

function putBudget(reading: Reading, draft: Draft, figure: Figure, word: string | null): void {
  const isNamed = word !== null;
  if (figure.measure === 'money' || figure.measure === 'unitPrice') {
    const isPurchase = figure.measure === 'money' && figure.high >= 1_000_000 && isNamed;
    if (!isPurchase) return;
  }
  if (isOwnNow(reading, figure)) return;
  const { low, high, unit, bound } = figure;
  const isCap = bound === 'exact' && /max|cap$|上限|最高/.test(word ?? '');
  if (high === 0) draft.note('contradiction', 'budget', figure);
  if (figure.isAssumed) draft.note('assumedUnit', 'budget', figure);
  if (low !== high) draft.note('range', 'budget', figure);
  draft.put('budget', Math.max(low, high), figure, {
    bound: low !== high || isCap ? 'atMost' : bound,
    unit,
    rank: isNamed ? 2 : 1,
  });
}

function putFigures(reading: Reading, draft: Draft): void {
  const { lower, clauses, figures } = reading;
  const cues = cuesIn(lower, figureTable).flatMap(({ rule, ...cue }) =>
    rule.kind === 'figure' ? [{ ...cue, rule }] : [],
  );
  let area: Figure | null = null;
  for (const { figure, cue } of bind({ lower, clauses, figures, cues })) {
    const field = cue === null ? unnamed(figure) : cue.rule.field;
    if (area && cue === null && isFurtherLimit(lower, area, figure)) putArea(reading, draft, figure);
    area = field === 'area' ? figure : area;
    switch (field) {
      case 'area':
        putArea(reading, draft, figure);
        break;
      case 'budget':
        putBudget(reading, draft, figure, cue?.word ?? null);
        break;
      case 'heads':
        putHeads(reading, draft, figure);
        break;
      case 'metro':
        draft.put('metro', figure.high, figure, { bound: 'atMost', unit: 'm' });
        break;
      case 'floorToFloorHeight':
      case 'clearHeight':
        draft.put(field, figure.low, figure, { bound: figure.bound, unit: 'm' });
        break;
      default:
    }
  }
}

/** 300平足够，别超过400: a bare limit right behind an area is one of areas. */
function isFurtherLimit(lower: string, area: Figure, figure: Figure): boolean {
  if (figure.measure !== 'bare' || !['atLeast', 'atMost'].includes(figure.bound)) return false;
  const ratio = figure.high / area.high;
  return (
    ratio > 0.25 &&
    ratio < 4 &&
    /^[^\d。;；\n]{0,6}[，,][^\d。;；\n]{0,2}$/.test(lower.slice(area.end, figure.start))
  );
}

/** Of a figure that no word explains: an area, a rent and a number of people can only be what is asked for. */
function unnamed({ measure }: Figure): string | null {
  if (measure === 'area') return 'area';
  if (measure === 'people') return 'heads';
  return measure === 'rent' || measure === 'total' ? 'budget' : null;
}

function putHeads({ lower, clauses }: Reading, draft: Draft, figure: Figure): void {
  const from = Math.max(clauses.clauseStart(figure.start), figure.start - 12);
  const before = lower.slice(from, figure.start);
  if (
    /(?:扩|增加|增长|发展|未来|计划|预计|再招|招聘|容纳|grow|expand)[^，,。]{0,9}$/.test(before) ||
    figure.low < 1
  )
    return;
  draft.put('heads', figure.low, figure, { bound: figure.high > figure.low ? 'atLeast' : figure.bound });
}

/** 最好能购买，也可以租 */
function putTenure(draft: Draft): void {
  const all = draft.of('tenure');
  const lease = all.find(({ value }) => value === 'lease');
  const sale = all.find(({ value }) => value === 'sale');
  if (lease && sale) draft.put('tenure', 'both', around([lease, sale]), { rank: 4 });
}

/** The lower end may not lie above the upper one. */
function putContradictions(draft: Draft): void {
  const [least] = draft.of('areaMin');
  const [most] = draft.of('areaMax');
  if (least && most && Number(least.value) > Number(most.value))
    draft.note('contradiction', 'areaMin', around([least, most]));
}

/** 不低于1500 says nothing of the most; 约1500 beside it does not either. */
const severals: ReadonlySet<string> = new Set(['carrierTypes']);
const negative: ReadonlySet<string> = new Set(['includesFee', 'includesSubsidy', 'contiguous']);

function putWords(reading: Reading, draft: Draft): void {
  const facts = wordFacts(reading, wordTable);
  const types = facts.filter(({ rule }) => severals.has(rule.field));
  if (types.length > 0)
    draft.put('carrierTypes', [...new Set(types.map(({ rule }) => String(rule.value)))], around(types));
  for (const cue of facts) {
    const { field, value } = cue.rule;
    if (severals.has(field)) continue;
    const rank =
      field === 'tenure' ? (value === 'both' ? 3 : 1) : negative.has(field) && value === false ? 2 : 1;
    draft.put(field, value, cue, { rank });
  }
}

const otherDay =
  /(?:成立|注册|到期|上市|融资|签约|签的|续签|合同|租约|创立|创办|来访|联系|回复|走访|拜访|座谈|接待|调研|来电|expires|expiry|founded|established|registered|lease ends|ends)/;
const start =
  /(?:入驻|搬|进驻|交付|起租|使用|到位|前|内|之前|开业|启用|能用|进场|交房|开始|办公|投入|进去|入场|迁|落地|入住|move|occup|start|by|before|begin|possession|ready|need)/;

const moving = /(?:入驻|搬|进驻|起租|进场|开业|启用|move)/;

function putStart({ lower, clauses, dates, today }: Reading, draft: Draft): void {
  for (const date of dates) {
    if (date.value.length === 4 && !start.test(lower.slice(date.end, date.end + 8))) continue;
    const from = Math.max(clauses.clauseStart(date.start), date.start - 14);
    const before = lower.slice(from, date.start);
    const after = lower.slice(date.end, Math.min(clauses.clauseEnd(date.end), date.end + 10));
    if (otherDay.test(before) || (otherDay.test(after) && !moving.test(after))) continue;
    if (/(?:填表|来电|登记|记录|咨询|发布|联系|来访)(?:时间|日期)?[ ]?[::]?\s*$/.test(before)) continue;
    const isMeant = start.test(before) || start.test(after);
    putDay(draft, date, isMeant ? 2 : 1, today);
  }
}

function putDay(draft: Draft, date: DateFound, rank: number, today: string): void {
  if (date.value < today.slice(0, date.value.length)) draft.note('past', 'startBy', date);
  draft.put('startBy', date.value, date, { rank, ...(date.value.length === 4 && { unit: 'year' as const }) });
}

const nearMetro =
  /(?:离地铁近|靠近地铁|近地铁|地铁附近|地铁口附近|地铁旁|地铁沿线|交通便利|近轨道|离地铁站近|地铁近|close to (?:the |a )?(?:metro|subway)|near (?:the |a )?(?:metro|subway)|分钟[^，,。]{0,6}地铁|地铁[^，,。]{0,8}分钟)/;

function putTexts(reading: Reading, draft: Draft, circles: readonly string[]): void {
  const { text, lower } = reading;
  const enterprise = enterpriseIn(text);
  if (enterprise) draft.put('enterprise', enterprise.value, enterprise);
  const industry = industryIn(lower);
  if (industry) draft.put('industry', industry.value, industry);
  const places = circlesIn(text, circles);
  if (places.length > 0) draft.put('circles', [...new Set(places.map(({ value }) => value))], around(places));
  const metro = nearMetro.exec(lower);
  if (metro && !draft.has('metro'))
    draft.note('noDistance', 'metro', { start: metro.index, end: metro.index + metro[0].length });
}

const telling = ['areaMin', 'areaMax', 'budget', 'floorToFloorHeight', 'clearHeight', 'metro'];
const asks =
  /(?:需求|想|找|求|需要|寻|租|购|买|选址|意向|看房|要|需|looking|need|require|seek|want|lease|rent|acquire)/;
const supporting = ['carrierTypes', 'circles', 'heads', 'startBy', 'columnFree', 'contiguous', 'tenure'];

export interface RequirementFound {
  /** null: nothing in the text that could be looked for. */
  readonly item: ExtractedItem | null;
  readonly notes: readonly ExtractNote[];
}

/** @param circles names of the business circles of the district */
export function requirementIn(reading: Reading, circles: readonly string[]): RequirementFound {
  const draft = new Draft(reading);
  putFigures(reading, draft);
  putWords(reading, draft);
  putStart(reading, draft);
  putTexts(reading, draft, circles);
  const count = supporting.filter((field) => draft.has(field)).length;
  const isUsable =
    telling.some((field) => draft.has(field)) ||
    (count >= 1 && asks.test(reading.lower) && (draft.has('carrierTypes') || count >= 2));
  if (!isUsable) return { item: null, notes: [] };
  putTenure(draft);
  putContradictions(draft);
  const item = draft.item(requirementFields);
  return { item, notes: draft.notes };
}
