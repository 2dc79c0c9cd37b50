/** Industries that a text wants in a building, or that an enterprise belongs to. */
import { type TargetIndustry, targetIndustries } from '../model/building.ts';
import { type Cue, type CueTable, cuesIn, cueTable, type WordRule } from './cues.ts';
import { industryWords } from './rules/industries.ts';

export interface TradesFound {
  readonly value: readonly TargetIndustry[];
  readonly start: number;
  readonly end: number;
}

/** Names of industries inside of words that name none. */
const shields: WordRule = {
  kind: 'word',
  field: 'industry',
  value: '',
  words:
    '金融街|金融中心|金融大厦|科技大厦|国际贸易中心|贸易中心|文化中心|健康步道|健身|企业总部基地|科技感|文化底蕴|文化遗产|历史文化|科技馆|banker|itself|its|文化街|建筑艺术|商务服务|教育局|咨询电话|咨询热线|详情咨询|欢迎咨询|电话咨询|咨询|招商咨询|银行间|银行大厦|意式餐饮|餐厅层|员工餐厅|total|art deco|商贸中心|国贸|职工食堂|文化广场',
};

const table: CueTable = cueTable([
  shields,
  ...targetIndustries.map(
    (value): WordRule => ({ kind: 'word', field: 'industry', value, words: industryWords[value] }),
  ),
]);

function industriesIn(lower: string): readonly Cue<WordRule>[] {
  return cuesIn(lower, table).flatMap(({ rule, ...cue }) =>
    rule.kind === 'word' && rule.value !== '' ? [{ ...cue, rule }] : [],
  );
}

/** Words behind which a text tells what it wants; what is there already, or near by, is something else. */
const wanted =
  /(?:可做|可作为|可用作|适宜做|适合做|目标产业|目标业态|目标客户|目标行业|目标企业|主导产业|产业定位|产业方向|业态定位|业态规划|规划业态|意向业态|主力业态|招商业态|招商方向|招商定位|招商对象|重点招引|重点引进|重点引入|重点招商|重点面向|重点发展|重点布局|重点吸引|拟引进|拟引入|计划引进|引进|引入|招引|聚焦|面向|主打|定位为|定位于|定位|适合|适宜|适用于|吸引|打造|欢迎|优先引进|优先|发展|业态|瞄准|布局|承接|服务于|主攻|intended for|suited to|suits|suitable for|aimed at|targeting|targets|target industries|target tenants|target tenant|ideal for|geared to|welcomes?|attract|seeking|focus on|focused on|focuses on|trades)/g;
const present =
  /(?:周边|附近|毗邻|紧邻|临近|邻近|已入驻|入驻了|现有|已有|已引进|已引入|已签约|签约|已吸引|已集聚|汇聚|聚集|集聚了|入驻企业|租户包括|现租户|nearby|neighbou?rs|surrounded|already home to|existing tenants|current tenants)[^。;；\n]{0,30}$/;
const gone = /(?:不|不再|禁止|谢绝|暂不|非|not )$/;

/** A list of wishes is no longer than this. */
const longestList = 160;
const listEnd =
  /[。;；\n]|\.(?:\s|$)|(?:，|,)(?:周边|附近|毗邻|已|目前|现|总建筑|建筑面积|由|项目|该|层高|标准层|配套|设有|其中|欢迎|详|电话)/;

/** Industries that a building is meant for. null: the text says nothing of it. */
export function targetsIn(lower: string): TradesFound | null {
  const words = industriesIn(lower);
  let found: TradesFound | null = null;
  let next = 0;
  for (const match of lower.matchAll(wanted)) {
    const from = match.index + match[0].length;
    while ((words[next]?.start ?? lower.length) < from) next++;
    const before =
      /[^，,。;；\n]{0,20}$/.exec(lower.slice(Math.max(0, match.index - 20), match.index))?.[0] ?? '';
    if (present.test(before) || gone.test(before)) continue;
    const list = lower.slice(from, from + longestList);
    const stop = list.search(listEnd);
    const own = listed(lower, words, next, from, from + (stop < 0 ? list.length : stop));
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) continue;
    const value = distinct(own);
    if (found === null || value.length > found.value.length)
      found = { value, start: first.start, end: last.end };
  }
  return found;
}

/** The words of one list: each near the one before it, none of what is there already. */
function listed(
  lower: string,
  words: readonly Cue<WordRule>[],
  first: number,
  from: number,
  to: number,
): readonly Cue<WordRule>[] {
  const own: Cue<WordRule>[] = [];
  for (let at = first; at < words.length; at++) {
    const word = words[at];
    if (!word || word.end > to) break;
    const gap = word.start - (own.at(-1)?.end ?? from);
    if (gap > (own.length === 0 ? 22 : 16) || present.test(lower.slice(from, word.start))) break;
    own.push(word);
  }
  return own;
}

function distinct(words: readonly Cue<WordRule>[]): readonly TargetIndustry[] {
  return [...new Set(words.map(({ rule }) => rule.value as TargetIndustry))];
}

/** The industry of an enterprise: the first that the text names, 金融科技 being finance. */
export function industryIn(lower: string): { value: TargetIndustry; start: number; end: number } | null {
  const about = /(?:附近|周边|楼下|配套|隔壁|对面|需要有|要有|旁边|near|close to)[^，,。;；]{0,8}$/;
  const own = industriesIn(lower).filter(
    ({ start }) => !about.test(lower.slice(Math.max(0, start - 12), start)),
  );
  // 北方总部 says what the space is for, not what the firm does.
  const first = own.find(({ rule }) => rule.value !== 'headquarters') ?? own[0];
  return first ? { value: first.rule.value as TargetIndustry, start: first.start, end: first.end } : null;
}
