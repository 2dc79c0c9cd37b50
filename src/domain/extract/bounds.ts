/** Words beside a number that make it a bound: 约, 不低于, 余, 以上, at least. */
import type { Bound } from '../measure.ts';

/** Longest first within each list; the text right before the number ends in one of them. */
const before: readonly (readonly [Bound, readonly string[]])[] = [
  [
    'atMost',
    [
      '控制在',
      '最多不超过',
      '最好不超过',
      '不能超过',
      '不要超过',
      '别超过',
      '不得超过',
      '不超过',
      '不超',
      '不高于',
      '别高于',
      '别大于',
      '别多于',
      '不要高于',
      '不可超过',
      '不应超过',
      '不应高于',
      '不能高于',
      '不大于',
      '不多于',
      '至多',
      '最高可达',
      '最高',
      '最多',
      '最大',
      '顶多',
      '封顶',
      '上限',
      '上限为',
      '上限是',
      '低于',
      '少于',
      '小于',
      '不足',
      '不到',
      '<=',
      '≤',
      '<',
      'up to',
      'at most',
      'not more than',
      'no more than',
      'not exceeding',
      'not exceed',
      'not to exceed',
      'maximum of',
      'maximum',
      'max',
      'max.',
      'under',
      'below',
      'within',
      'less than',
      'not over',
      'cap of',
      'capped at',
    ],
  ],
  [
    'atLeast',
    [
      '不低于',
      '别低于',
      '别少于',
      '别小于',
      '不要低于',
      '不要少于',
      '不可低于',
      '不应低于',
      '不应少于',
      '不能低于',
      '不得低于',
      '不少于',
      '不能少于',
      '不得少于',
      '不小于',
      '不能小于',
      '不得小于',
      '至少要',
      '至少得',
      '至少',
      '起码要',
      '起码',
      '最少',
      '最低',
      '最小',
      '大于等于',
      '大于',
      '高于',
      '多于',
      '超过了',
      '超过',
      '突破',
      '超',
      '逾',
      '>=',
      '≥',
      '>',
      '下限',
      'at least',
      'no less than',
      'not less than',
      'more than',
      'over',
      'above',
      'exceeding',
      'exceeds',
      'in excess of',
      'minimum of',
      'minimum',
      'min',
      'min.',
      'from',
      'upwards of',
    ],
  ],
  [
    'about',
    [
      '大约',
      '约为',
      '约在',
      '大约在',
      '约合',
      '约莫',
      '大概',
      '大概在',
      '大致',
      '差不多',
      '差不多要',
      '将近',
      '接近',
      '约',
      '近',
      '≈',
      '~',
      '估计',
      '也就',
      'about',
      'around',
      'approximately',
      'approx',
      'approx.',
      'approximately',
      'circa',
      'c.',
      'ca.',
      'nearly',
      'roughly',
      'some',
      'almost',
      'close to',
      'just under',
    ],
  ],
];

/** Words that say nothing of the bound may stand between: 面积在 … , 达 … */
const filler =
  /(?:[达到有为是在共:= ]|大概是|可|cny|rmb|¥|人民币|a total of|每个?(?:天|月|年|平方米|平米|平方|平|㎡)|[一/](?:天|个月|年))$/;

const after: readonly (readonly [Bound, RegExp])[] = [
  [
    'atLeast',
    /^ ?(?:及以上|以上|起租|起步|起(?![源来止])|往上|朝上|出头|打底|\+|or (?:more|above|larger|higher|up)|and (?:above|up|over)|plus\b|minimum\b|min\b)/,
  ],
  [
    'atMost',
    /^ ?(?:及以下|以下|以内|之内|内(?![部设置外环容])|封顶|为限|打住|or (?:less|below|under)|and below|maximum\b|max\b)/,
  ],
  ['about', /^ ?(?:左右|上下|前后|的样子|的规模|许(?![可多])|or so\b|ish\b)/],
];

export interface BoundRead {
  readonly bound: Bound;
  /** Where the words begin or end, together with the number. */
  readonly at: number;
}

/** Whether a bound's word, which is a part of a longer one, really stands there alone. */
function stands(lower: string, start: number, word: string): boolean {
  const previous = lower.charAt(start - 1);
  if (/^[a-z]/.test(word) && /[a-z]/.test(previous)) return false;
  if (word === '近') return !/[最附邻临相靠就]/.test(previous);
  if (word === '超') return !/[不]/.test(previous);
  if (word === '~') return !/[\d㎡米元%m]/.test(previous);
  return true;
}

/** The bound that the words right before a number give it; null when there is none. */
export function boundBefore(lower: string, numberStart: number): BoundRead | null {
  let end = numberStart;
  for (let steps = 0; steps < 3; steps++) {
    const found = wordBefore(lower, end);
    if (found) return found;
    const skipped = filler.exec(lower.slice(Math.max(0, end - 12), end))?.[0];
    if (skipped === undefined) return null;
    end -= skipped.length;
  }
  return null;
}

function wordBefore(lower: string, end: number): BoundRead | null {
  const tail = lower.slice(Math.max(0, end - 16), end);
  const trimmed = tail.trimEnd();
  const spaces = tail.length - trimmed.length;
  let best: BoundRead | null = null;
  for (const [bound, words] of before) {
    for (const word of words) {
      const start = end - spaces - word.length;
      if (!trimmed.endsWith(word) || (best && start >= best.at) || !stands(lower, start, word)) continue;
      best = { bound, at: start };
    }
  }
  return best;
}

/** The bound that the words right behind a number or its unit give it. */
export function boundAfter(lower: string, end: number): BoundRead | null {
  const rest = lower.slice(end, end + 16);
  for (const [bound, pattern] of after) {
    const word = pattern.exec(rest)?.[0];
    if (word !== undefined) return { bound, at: end + word.length };
  }
  return null;
}
