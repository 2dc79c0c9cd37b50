/** Who develops a building, and which enterprise is looking for space. */
import type { TextFound } from './places.ts';

const company =
  '[\\p{Script=Han}A-Za-z0-9·()]{2,30}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|集团|公司|置业|地产|城投|开发办|管委会|投资控股)';
const firms = `${company}(?:[、和与及]${company})?`;
/** 开发有限公司 is still the name. */
const unfinished = '(?!有限|股份|集团|公司|投资|建设有限|发展|管理|控股|商(?!业)|区|实业)';
const developers: readonly RegExp[] = [
  new RegExp(
    `(?:开发商|开发单位|开发企业|建设单位|建设方|投资方|投资单位|投资商|开发建设单位|发展商|业主单位|产权单位|业主方|产权方)(?:名称)?[ ]?(?:为|是|[::])[ ]?(${firms}|[\\p{Script=Han}A-Za-z0-9·()]{2,24})(?=[，,。;；\\n |)]|$)`,
    'gu',
  ),
  new RegExp(
    `由(?!于)(${firms})(?:联合|共同|倾力|全资|独家|倾情|负责|控股|旗下)?(?:倾力)?(?:投建|兴办|投资开发|投资建设|投资兴建|投资打造|开发建设|开发|建设|打造|兴建|投建|承建开发|投资|发展(?=[，,。;；]))${unfinished}`,
    'gu',
  ),
  new RegExp(
    `(?:^|[，,。;；\\n])(${firms})(?:联合|共同|倾力|全资)?(?:投资开发|投资建设|开发建设|开发|投资兴建|投建|打造)${unfinished}`,
    'gu',
  ),
  /(?:[Dd]eveloped|[Bb]uilt) by (?:the )?([A-Z][\w&.'’() -]{2,60}?(?:,? Co\.?)?(?:,? (?:Ltd|Inc|LLC)\b)?)(?=(?:,? (?:and|in|on|the|with|which|at|it|is|for|who)\b)|[,;\n]|\.(?:\s|$)|$)/g,
  /(?:developer|owner)(?: is|:)? ?:? ([A-Z][\w&.'’() -]{2,60}?)(?=[,;\n]|\.(?:\s|$)|$)/gi,
];

function firstOf(text: string, patterns: readonly RegExp[]): TextFound | null {
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const value = (match[1] ?? '').trim();
      if (value === '') continue;
      const start = match.index + match[0].indexOf(value);
      return { value, start, end: start + value.length };
    }
  }
  return null;
}

/** The developer's name as it is written; null when the text names none. */
export function developerIn(text: string): TextFound | null {
  return firstOf(text, developers);
}

const organisation =
  '(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|(?:律师|会计师|税务师)?事务所(?:有限公司|有限责任公司)?|建筑设计院|设计研究院|研究院|总公司|分公司|子公司|办事处|代表处|分行|支行|集团)(?:[\\p{Script=Han}]{2,6}(?:分公司|分行|分所|办事处|代表处))?';
const enterprises: readonly RegExp[] = [
  /(?:^|[\n，,;；。|\]]\s{0,3}|[一二三四五]、)(?:企业名称|公司名称|单位名称|客户名称|企业|公司|客户|单位|承租方|需求方|需求单位|需求企业|意向企业|租户|企业概况)(?:全称)?[ ]?[::][ ]?([\p{Script=Han}A-Za-z0-9·()& ]{3,40}?)(?=[，,。;；\n|]|$)/gu,
  new RegExp(`([\\p{Script=Han}A-Za-z0-9·()]{2,24}?${organisation})`, 'gu'),
  /((?:[A-Z][\w&'’.-]*(?:, (?=Ltd|Inc|LLC)| )){1,5}(?:Co\.?,? ?Ltd\.?|Ltd\.?|Limited|Inc\.?|LLP|LLC|PLC|plc|Group|GmbH|Corp\.?|Corporation|Partners|Bank|Capital|Securities|Holdings))(?![\w])/g,
  /(?:client|company|tenant|enterprise|name)[ ]?: ?([A-Z][\w&.,' -]{2,50}?)(?=[,;\n]|\.(?:\s|$)|$)/gi,
];
const speaking =
  /^(?:.*?(?:你好|您好|我们是|我是|我方是|我司是|代表|来自|对接|客户是|客户为|受|这边是|这里是|叫|为|帮|给|接到|收到|刚接到|关于|来电|经办|公司是|今天|上午|下午|昨天|转|函告|走访|拜访|接待|回访|调研|约见|对接了|我司|我公司|[::])|\(\d+\)|[一二三四五六七八九十]、|\d+[.、]|on behalf of |for |from )/u;
const vague =
  /^(?:一家|某|这家|那家|我家|做|家|有家|是家|我们|我司|贵|该|本|几家|外地|外资|本地|央企|国企|民营|大型|小型|金融科技|科技|生物医药|软件|互联网|律所|咨询|贸易|文化|设计|医药|有限|上市|子|分|总|新|集团|新能源|跨境电商|人工智能|a |an |the |our )/u;

/** 我司（甲公司: what an open bracket parts from the name is none of it. */
function withoutBracket(name: string): string {
  const isOpen = name.split('(').length !== name.split(')').length;
  return isOpen ? name.slice(Math.max(name.lastIndexOf('('), name.lastIndexOf(')')) + 1).trim() : name;
}

/** The enterprise's own name; null for 一家科技公司 and the like. */
export function enterpriseIn(text: string): TextFound | null {
  for (const [order, pattern] of enterprises.entries()) {
    for (const match of text.matchAll(pattern)) {
      const raw = match[1] ?? '';
      const value = withoutBracket(
        raw
          .replace(speaking, '')
          .replace(speaking, '')
          .replace(/(?<=Ltd|Inc|Corp)\.$/, '')
          .trim(),
      );
      const isVague =
        /^(?:某|一家|这家|那家|有家|几家)/.test(value) ||
        (vague.test(value) && !/(?:有限公司|事务所)/.test(value));
      if (new RegExp(`^${organisation}$`, 'u').test(value)) continue;
      if (
        value.length < 3 ||
        isVague ||
        (order === 0 && !/[\p{Script=Han}]/u.test(value) && value.length < 4)
      )
        continue;
      if (order === 0 && /(?:公司|行业|企业)$/.test(value) && vague.test(value)) continue;
      const start = match.index + match[0].indexOf(raw) + raw.lastIndexOf(value);
      return { value, start, end: start + value.length };
    }
  }
  return null;
}
