/** Addresses: a road with a number, or two roads and their crossing. */
export interface TextFound {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const announced =
  /(?:位于|坐落于|坐落在|坐落|地处|地址|选址在?|落址在?|落户于?|项目位置|具体位置|位置|座落于|座落|矗立于|落位于?|现址|门牌|(?<=[，,。;])在)[ ]?(?:为|是|在|于)?[ ]?[::]?[ ]?/g;
const roadName = '[\\p{Script=Han}\\d]{1,7}(?:大街|大道|路|道|街|巷|胡同|里|弄|条)(?![理线旁桥])';
const crossing = '(?:交口|交叉口|交汇处|交汇口|交叉处|交会处|路口|交汇|交界处|转角|丁字路口|十字路口|相交处)';
const corner = '(?:[东西南北]{1,2}(?:角|侧|北角|南角))?';
const area = '(?:[\\p{Script=Han}]{2,3}市)?(?:[\\p{Script=Han}]{1,4}区)?(?:[\\p{Script=Han}]{2,6}街道)?';
const number =
  '(?:\\d{1,5}(?:-\\d{1,4})?(?:号|弄)(?:院|楼)?(?:\\d{1,3}号楼?)?|[一二三四五六七八九十百]{1,5}号)';
const shapes: readonly RegExp[] = [
  new RegExp(`${area}${roadName}(?:[和与及、]${roadName})(?:的)?${crossing}${corner}`, 'gu'),
  new RegExp(`${area}${roadName}[-~]${roadName}${crossing}?${corner}`, 'gu'),
  new RegExp(`${area}${roadName}(?:甲|乙)?${number}(?:[\\-~、]${number})?`, 'gu'),
];
/** A district and a road that stand between two marks. */
const alone = new RegExp(
  `(?<=^|[，,。;；\\n|] ?|/ )[\\p{Script=Han}]{1,4}区${roadName}(?=[，,。;；\\n|]| ?/|$)`,
  'gu',
);
const loose = new RegExp(`^${area}${roadName}${corner}(?=[，,。;；\\n |)]|$)`, 'u');
/** Words that are no part of a road's name. */
const lead =
  /^.*(?:位于|坐落于|坐落在|坐落|地处|地址|位置|在|于|的|是|为|即|从|到|沿|选址|项目|大厦|中心|广场|商圈|核心|地段|地带|处|近|旁|毗邻|紧邻|临近)(?!交|路口|十字)(?=[\p{Script=Han}\d]{2})/u;
const near =
  /(?:毗邻|紧邻|临近|靠近|附近|周边|距|对面|步行|邻近|售楼处|售楼部|招商中心|联系地址|看房地址|接待|公司地址|注册地址|现址|办公地点|现办公)[^，,。;；\n]{0,10}$/;

interface Candidate extends TextFound {
  readonly rank: number;
}

function candidates(text: string): Candidate[] {
  const starts = Array.from(text.matchAll(announced), (match) => match.index + match[0].length);
  const found = shapes.flatMap((shape, order) =>
    Array.from(text.matchAll(shape), (match): Candidate => {
      const value = match[0].replace(lead, '');
      const start = match.index + match[0].length - value.length;
      const isAnnounced = starts.some(
        (at) => at <= start && start - at <= 24 && !/[。\n;；]/.test(text.slice(at, start)),
      );
      return { value, start, end: start + value.length, rank: (isAnnounced ? 10 : 0) - order };
    }),
  );
  const open = starts.flatMap((start): Candidate[] => {
    const value = loose.exec(text.slice(start, start + 40))?.[0];
    return value === undefined ? [] : [{ value, start, end: start + value.length, rank: 5 }];
  });
  const single = Array.from(
    text.matchAll(alone),
    ({ 0: value, index }): Candidate => ({ value, start: index, end: index + value.length, rank: -5 }),
  );
  return [...found, ...open, ...single, ...english(text)];
}

const englishShapes: readonly RegExp[] = [
  /(?:the )?(?:corner|junction|intersection|crossing) of [A-Z][\w' ]{2,30}? and [A-Z][\w']+(?: [A-Z][\w']+){0,3}(?:, [A-Z][\w']+(?: [A-Z][\w']+){0,2}(?: District)?)?/g,
  /(?:No\. ?)?\d{1,4} [A-Z][\w']+(?: [A-Z][\w']+){0,3} (?:Road|Street|Avenue|Dao|Lu|Jie|Boulevard|Lane|Rd|St|Ave)\b\.?(?:, [A-Z][\w']+(?: [A-Z][\w']+){0,2} District)?/g,
];

function english(text: string): Candidate[] {
  return englishShapes.flatMap((shape) =>
    Array.from(text.matchAll(shape), (match): Candidate => {
      const value = match[0].replace(/^the |\.$/g, '');
      const start = match.index + match[0].indexOf(value);
      return { value, start, end: start + value.length, rank: 6 };
    }),
  );
}

/** The address of what a text is about; null when it names none, or only of something near by. */
export function addressIn(text: string): TextFound | null {
  const own = candidates(text).filter(
    ({ start, value }) => value.length >= 3 && !near.test(text.slice(Math.max(0, start - 16), start)),
  );
  let best: Candidate | null = null;
  for (const one of own) {
    if (best === null || one.rank > best.rank || (one.rank === best.rank && one.start < best.start))
      best = one;
  }
  return best === null ? null : { value: best.value, start: best.start, end: best.end };
}
