/** Statements that are kept as they are written: air conditioning, power, conditions of admission. */
import type { TextFound } from './places.ts';

const airWords =
  '(?:[\\p{Script=Han}A-Za-z]{0,4}(?:品牌))?(?:大金|格力|美的|麦克维尔|特灵|约克|开利|日立|三菱|变频|独立|分户计费|分户|24小时|全天候|集中式|水冷|风冷|地源热泵|两管制|四管制|VRV|VRF|VAV|变风量|全变频|新风|直流变频)*(?:中央空调|多联机空调|多联机|VRV空调|VRF空调|VRV|VRF|四管制风机盘管|四管制空调|两管制空调|风机盘管|分体空调|空调新风系统|地源热泵|分体式空调|水冷空调|变频空调|独立空调)(?:系统)?';
const airLabel =
  /(?:空调系统|空调形式|空调方式|空调类型|空调|暖通|hvac|air conditioning)[ ]?[::][ ]?([^\n，。,;；|]{2,40})/giu;
const air = new RegExp(
  `(${airWords}|(?:(?:four|two)-pipe )?(?:VRV|VRF|FCU|fan coil)(?: (?:system|units?|air[- ]conditioning))?|central air[- ]conditioning)`,
  'giu',
);
const powerLabel =
  /(?:供电方式|供电系统|供电|电力配置|电力|电源|power supply|power)[ ]?[::][ ]?([^\n，。,;；|]{2,40})/giu;
const power =
  /((?:双路|双回路|双电源|两路|双重|双路市政|双路独立|双)(?:市政|独立|高压|10kV|10KV)*(?:供电|电源|市电|用电|进线)?(?:\+|加|和|及|、)?(?:备用)?(?:柴油)?(?:发电机组?)?|(?:备用)?柴油发电机组?|dual[- ](?:circuit|feed|source|fed)(?: power| electricity| mains)?(?: supply)?|two independent power feeds|backup generators?)/giu;

function firstOf(
  text: string,
  patterns: readonly RegExp[],
  accept: (value: string) => boolean,
): TextFound | null {
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const value = (match[1] ?? '').trim();
      if (!accept(value)) continue;
      const start = match.index + match[0].indexOf(value);
      return { value, start, end: start + value.length };
    }
  }
  return null;
}

const unknown = /^(?:待定|不详|无|未知|暂无|-|\/)$/;

export function hvacIn(text: string): TextFound | null {
  return firstOf(text, [airLabel, air], (value) => value.length > 1 && !unknown.test(value));
}

export function powerIn(text: string): TextFound | null {
  return firstOf(
    text,
    [powerLabel, power],
    (value) => /电|power|feed|generator|mains|circuit/i.test(value) && !unknown.test(value),
  );
}

const admissionLabel =
  /(?:准入条件|准入要求|准入标准|入驻条件|入驻要求|招商条件|招商要求|业态要求|入驻门槛|准入门槛|引进要求|业态准入|品牌要求|admission|admission rule)[ ]?(?:为|是|[::])[ ]?([^\n。;；]{3,60})/giu;
const admission: readonly RegExp[] = [
  /(?:使用用途|用途|业态)(?:限于|限定为|仅限于?)([^\n。;；，,]{3,40})/gu,
  /(?:入驻|引进|引入|进驻|招引|承租)?(?:的)?(?:品牌|企业|商户|项目|业态|商家|租户|店铺)(?:均|原则上|一律)?(?:须|需|必须|应|应当|要求|须为|仅限|限|限于)(?:是|为|符合|属于|具备)?([^\n。;；，,]{4,40})/gu,
  /(?:仅限|只限|只接受|只引进|仅接受|仅面向|优先且仅|谢绝|限定为?|要求为)([^\n。;；，,]{3,40}?)(?:入驻|进驻|承租|租用|(?=[\n。;；，,]|$))/gu,
  /(?:tenants|brands|occupiers|businesses)(?: here)? must (?:be )?([^\n.;]{4,60})/gi,
  /(?:reserved for|restricted to|limited to|only open to) ([^\n.;]{4,60})/gi,
];

/** Whom a building admits; what is merely welcome is none. */
export function admissionIn(text: string): TextFound | null {
  return firstOf(
    text,
    [admissionLabel, ...admission],
    (value) => !unknown.test(value) && !/^(?:求|求的)/.test(value),
  );
}
