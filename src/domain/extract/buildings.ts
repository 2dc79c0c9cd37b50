/** The fields of one building, from a text that is about one. */
import { putFigures } from './building-measures.ts';
import { type Cue, type CueTable, cueTable, type WordRule } from './cues.ts';
import type { DateFound } from './dates.ts';
import { around, Draft, type ExtractedItem, type ExtractNote } from './found.ts';
import { aliasesIn, englishNamesIn, type NameFound, namesIn } from './names.ts';
import { developerIn } from './parties.ts';
import { admissionIn, hvacIn, powerIn } from './phrases.ts';
import { addressIn } from './places.ts';
import type { Reading } from './reading.ts';
import { buildingWords } from './rules/building-words.ts';
import { targetsIn } from './trades.ts';
import { wordFacts } from './word-facts.ts';

const wordTable: CueTable = cueTable(buildingWords);

/** In the order in which a file shows them. */
export const buildingFields = [
  'nameZh',
  'nameEn',
  'aliases',
  'address',
  'developer',
  'carrierType',
  'status',
  'completedOn',
  'grade',
  'gradeBasis',
  'gfa',
  'rentableArea',
  'availableArea',
  'floorPlate',
  'floors',
  'floorToFloorHeight',
  'clearHeight',
  'efficiency',
  'columnFree',
  'divisible',
  'greenCertificate',
  'tenure',
  'targetIndustries',
  'admissionRule',
  'protectionClass',
  'lifts',
  'parking',
  'managementFee',
  'askingRent',
  'hvac',
  'power',
] as const;

/** The name that a text is about: the surest, then the most frequent, then the first. */
export function subjectOf(names: readonly NameFound[]): NameFound | null {
  const counts = new Map<string, number>();
  for (const { value } of names) counts.set(value, (counts.get(value) ?? 0) + 1);
  const weight = ({ value, rank }: NameFound) => rank * 10 + Math.min(9, counts.get(value) ?? 0);
  let best: NameFound | null = null;
  for (const name of names) {
    if (name.rank === 0) continue;
    if (best === null || weight(name) > weight(best)) best = name;
  }
  if (best === null) return null;
  const short = best.value;
  const longer = names.find(
    ({ value, rank }) =>
      rank > 0 &&
      value !== short &&
      value.startsWith(short) &&
      /^(?:写字楼|办公楼|底商|裙楼|小洋楼|大厦|中心)+$/.test(value.slice(short.length)),
  );
  return longer ?? best;
}

function putNames(reading: Reading, draft: Draft): void {
  const known = aliasesIn(reading.text);
  const isAlias = ({ start }: NameFound) => known.some((alias) => alias.start <= start && start < alias.end);
  const chinese = subjectOf(namesIn(reading.text).filter((name) => !isAlias(name)));
  const english = subjectOf(englishNamesIn(reading.text).filter((name) => !isAlias(name)));
  if (chinese) draft.put('nameZh', chinese.value, chinese);
  if (english) draft.put('nameEn', english.value, english);
  const aliases = known.filter(({ value }) => value !== chinese?.value && value !== english?.value);
  if (aliases.length > 0)
    draft.put('aliases', [...new Set(aliases.map(({ value }) => value))], around(aliases));
}

const progress = ['planned', 'underConstruction', 'toppedOut', 'delivered'];

function putWords(reading: Reading, draft: Draft): void {
  for (const cue of wordFacts(reading, wordTable)) {
    const { field, value } = cue.rule;
    const rank = rankOfWord(reading, draft, cue);
    if (rank === null) continue;
    draft.put(field, value, cue, { rank });
    if (field === 'grade')
      draft.put('gradeBasis', isCertified(reading, cue) ? 'certificate' : 'claim', cue, { rank });
  }
}

/** null: the word does not say what it seems to. */
function rankOfWord(
  { lower, dates, today, clauses }: Reading,
  draft: Draft,
  cue: Cue<WordRule>,
): number | null {
  const { field, value, isWeak } = cue.rule;
  if (field === 'status') {
    const isAhead = dates.some(
      ({ start, end, value: day }) =>
        clauses.clause[start] === clauses.clause[cue.start] &&
        day > today.slice(0, day.length) &&
        Math.abs(cue.start - end) < 12,
    );
    return isAhead && (value === 'delivered' || value === 'toppedOut')
      ? null
      : progress.indexOf(String(value));
  }
  if (field === 'carrierType') {
    const name = draft.of('nameZh')[0] ?? draft.of('nameEn')[0];
    if (name && cue.start >= name.start && cue.end <= name.end) return 3;
    const isLabelled = /(?:类型|业态|用途|性质|type)[ ]?[::为] ?[^，,。;；\n]{0,8}$/.test(
      lower.slice(Math.max(0, cue.start - 16), cue.start),
    );
    // A podium is a part of many an office building.
    return isLabelled ? 4 : isWeak ? 0 : value === 'retailPodium' ? 1 : 2;
  }
  if (field === 'columnFree' || field === 'divisible') return 1;
  if (field === 'tenure') return value === 'both' ? 3 : /^[只仅].{3}/.test(cue.word) ? 4 : 1;
  return 1;
}

function isCertified({ lower, clauses }: Reading, { start, end }: Cue): boolean {
  const clause = lower.slice(clauses.clauseStart(start), clauses.clauseEnd(end));
  return /(?:认定|评定为|评为|获评|证书|认证|授牌|certified)/.test(clause);
}

/** Said to be let and said to be sold is both. */
function putTenure(draft: Draft): void {
  const all = draft.of('tenure');
  const lease = all.find(({ value }) => value === 'lease');
  const sale = all.find(({ value }) => value === 'sale');
  if (lease && sale && all[0]?.rank === 1) draft.put('tenure', 'both', around([lease, sale]), { rank: 2 });
}

const completion =
  /(?:竣工|交付|交房|建成|落成|投入使用|投入运营|投用|投运|完工|建于|始建于|始建|入市|落成于|修建于|建造于|建设完成|验收|completed|completion|delivered|delivery|handover|handed over|built|dating from|dates from|opened)/;
const otherDay =
  /(?:封顶|开工|奠基|动工|修缮|改造|翻新|拿地|成立|招商|报道|讯|开业|签约|topped|broke ground|renovat|refurbish|restored|starts?)/;

function putCompletion(reading: Reading, draft: Draft): void {
  const { lower, clauses, dates } = reading;
  for (const [index, date] of dates.entries()) {
    if (!date.hasYear) continue;
    const from = Math.max(clauses.clauseStart(date.start), dates[index - 1]?.end ?? 0, date.start - 30);
    const to = Math.min(clauses.clauseEnd(date.end), dates[index + 1]?.start ?? lower.length, date.end + 16);
    const before = lower.slice(from, date.start);
    const after = lower.slice(date.end, to);
    if (!completion.test(after) && !completion.test(before)) continue;
    const closest = completion.test(after)
      ? after.slice(0, completion.exec(after)?.index)
      : before.slice(completion.exec(before)?.index);
    if (otherDay.test(closest)) continue;
    putDay(draft, date);
  }
}

function putDay(draft: Draft, date: DateFound): void {
  const isYear = date.value.length === 4;
  if (isYear) draft.note('yearOnly', 'completedOn', date);
  draft.put('completedOn', date.value, date, isYear ? { unit: 'year' } : {});
}

function putTexts(reading: Reading, draft: Draft): void {
  const { text, lower } = reading;
  const found = {
    address: addressIn(text),
    developer: developerIn(text),
    hvac: hvacIn(text),
    power: powerIn(text),
    admissionRule: admissionIn(text),
  };
  for (const [field, one] of Object.entries(found)) if (one) draft.put(field, one.value, one);
  const targets = targetsIn(lower);
  if (targets) draft.put('targetIndustries', targets.value, targets);
}

export interface BuildingFound {
  readonly item: ExtractedItem;
  readonly notes: readonly ExtractNote[];
}

export function buildingIn(reading: Reading): BuildingFound {
  const draft = new Draft(reading);
  putNames(reading, draft);
  putFigures(reading, draft);
  putWords(reading, draft);
  putTenure(draft);
  putCompletion(reading, draft);
  putTexts(reading, draft);
  const item = draft.item(buildingFields);
  return { item, notes: draft.notes };
}
