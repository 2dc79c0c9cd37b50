/** Business circles and roads that somebody wants to be near. */
import type { TextFound } from './places.ts';

const named = /([\p{Script=Han}]{2,6}?)(?:商圈|板块|片区)/gu;
const around =
  /([\p{Script=Han}]{2,6}?)(?:附近|一带|周边|沿线)|([\p{Script=Han}]{1,5}?(?:路|道|街|广场|湾|站|里|桥))(?:这边|那边|区域)/gu;
const labelled =
  /(?:意向区域|区域要求|目标区域|区域|区位|商圈|地段|板块|意向位置)[ ]?[::] ?([^\n。;；，,]{2,40})/gu;
const lead =
  /^.*(?:想在|在|到|去|离|靠近|靠|临近|位于|优先|最好|首选|考虑|或者?|和|与|、|区位|位置|区域|地段|希望|要|是|的|意向|选址|比如|于|找|看|想|限|就|都|市|(?<=\p{Script=Han})区)(?=[\p{Script=Han}]{2})/u;
const vague =
  /^(?:地铁站?|公司|核心|中心|市|市中心|核心区|周围|我们|客户|附近|现在|目前|办公|银行|学校|机场|高铁站?|火车站|家|其他|任何|不限|商务|金融|成熟|繁华|本|该|这|那|哪|老|交通|沿街|滨江|主要|热门|知名|主|号线|几个|这个|哪个|地铁口|医院|商场|酒店|江|河|海河)(?:商圈|站|口)?$/;
const refused =
  /(?:不要|不考虑|除了|不去|别在|搬出|离开|目前在|现在在|现在|不想在|租用|现租)[^，,。;；]{0,8}$/;

/** Names as they are written; those of the district are known, others need a word such as 商圈 beside them. */
export function circlesIn(text: string, known: readonly string[]): readonly TextFound[] {
  const found: TextFound[] = [];
  for (const name of known) {
    if (name.length < 2) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found.push({ value: name, start: at, end: at + name.length });
    }
  }
  for (const pattern of [named, around]) {
    for (const match of text.matchAll(pattern)) {
      const raw = match[1] ?? match[2] ?? '';
      const value = raw.replace(lead, '');
      const start = match.index + raw.length - value.length;
      if (value.length < 2 || vague.test(value)) continue;
      found.push({ value, start, end: start + value.length });
    }
  }
  for (const match of text.matchAll(labelled)) {
    const list = match[1] ?? '';
    const from = match.index + match[0].length - list.length;
    for (const part of list.matchAll(/[\p{Script=Han}]{2,8}/gu)) {
      const value = part[0].replace(/(?:优先|附近|周边|一带|商圈|等|均可|都行|或.*)+$/u, '');
      if (value.length < 2 || vague.test(value) || /[区市]$/.test(value) || /不限|均可|地铁/.test(value))
        continue;
      found.push({ value, start: from + part.index, end: from + part.index + value.length });
    }
  }
  const own = found.filter(
    ({ start }) =>
      !refused.test(text.slice(Math.max(0, start - 14), start)) &&
      !/^(?:路|道)?\d+号/.test(text.slice(start, start)),
  );
  const apart = own.filter(
    (one) =>
      !own.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return apart.toSorted((a, b) => a.start - b.start);
}
