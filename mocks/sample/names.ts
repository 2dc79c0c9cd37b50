/** Invented names. Two rare characters make a stem; firms bear 示例 in the name, so none can be a real one. */
import type { CarrierType } from '#domain/model/building.ts';
import type { Random } from './random.ts';

export interface Name {
  readonly zh: string;
  readonly en: string;
}

const syllables = (text: string): Name[] =>
  text.split(' ').map((entry) => ({ zh: entry.slice(0, 1), en: entry.slice(1) }));

const firstSyllables = syllables(
  '澜lan 曜yao 砚yan 棠tang 霁ji 沄yun 蘅heng 笙sheng 岫xiu 玦jue 珩heng 昀yun 汐xi 屿yu 铎duo 祎yi 熹xi 萤ying ' +
    '枫feng 榆yu 桐tong 槿jin 檀tan 鹭lu 鸢yuan 鲸jing 麓lu 穗sui 荻di 苇wei 陌mo 弦xian 谧mi 绮qi 缃xiang 翎ling',
);
const secondSyllables = syllables(
  '衡heng 汀ting 川chuan 序xu 野ye 庭ting 池chi 桥qiao 岸an 鼎ding 阙que 台tai 岭ling 渡du 澄cheng 域yu 象xiang ' +
    '际ji 辰chen 禾he 弧hu 沐mu 峤qiao 墨mo 石shi 树shu 羽yu 音yin 光guang 启qi 拓tuo 朔shuo 棣di 矩ju 枢shu',
);
const stemCount = firstSyllables.length * secondSyllables.length;

/** Stem number `serial`; the first 1,260 differ, later ones carry a number. */
export function stem(serial: number): Name {
  // 779 shares no factor with the number of stems and is near its golden section: neighbours look unlike.
  const place = (serial * 779) % stemCount;
  const first = firstSyllables[Math.floor(place / secondSyllables.length)];
  const second = secondSyllables[place % secondSyllables.length];
  if (!first || !second) throw new Error(`invalid serial: ${serial}`);
  const joint = /^[aeo]/.test(second.en) ? "'" : '';
  const latin = first.en.charAt(0).toUpperCase() + first.en.slice(1) + joint + second.en;
  const round = Math.floor(serial / stemCount);
  return round === 0
    ? { zh: first.zh + second.zh, en: latin }
    : { zh: `${first.zh}${second.zh}${round + 1}号`, en: `${latin} ${round + 1}` };
}

const officeForms: readonly (readonly [zh: string, en: string, weight: number])[] = [
  ['中心', 'Center', 16],
  ['大厦', 'Building', 22],
  ['广场', 'Plaza', 12],
  ['国际中心', 'International Center', 9],
  ['商务中心', 'Business Center', 9],
  ['金融大厦', 'Finance Tower', 6],
  ['科技大厦', 'Technology Building', 6],
  ['财富中心 A 座', 'Wealth Center Tower A', 4],
  ['中心双塔（北塔）', 'Center Twin Towers (North)', 3],
  ['国际金融与专业服务中心（东塔）', 'International Finance & Professional Services Center (East Tower)', 2],
  ['总部大楼', 'Headquarters', 4],
  ['写字楼', 'Office Building', 5],
  ['创意产业园 3 号楼', 'Creative Park Building 3', 2],
];
const podiumForms: typeof officeForms = [
  ['生活广场', 'Lifestyle Plaza', 10],
  ['天地', 'Tiandi', 7],
  ['里', 'Lane', 6],
  ['购物中心裙楼', 'Shopping Podium', 8],
  ['时尚汇', 'Fashion Hub', 5],
  ['商业街区（北区）', 'Retail Quarter (North)', 4],
  ['城市会客厅暨首店体验街区', 'City Parlour & First-Store Quarter', 2],
  ['集市', 'Market', 4],
];
const houseForms: typeof officeForms = [
  ['公馆', 'Mansion', 10],
  ['小筑', 'Cottage', 8],
  ['别院', 'Courtyard', 7],
  ['旧邸', 'Old Residence', 6],
  ['里 7 号楼', 'Lane No. 7', 5],
  ['坊 2 号院', 'Terrace Court No. 2', 4],
  ['洋楼', 'House', 8],
  ['里联排小洋楼（3—5 门）', 'Lane Terraced Houses (Doors 3–5)', 2],
];
const forms = { office: officeForms, retailPodium: podiumForms, heritageHouse: houseForms };

export function buildingName(carrierType: CarrierType, serial: number, random: Random): Name {
  const { zh, en } = stem(serial);
  const [zhForm, enForm] = random.weighted(forms[carrierType].map((form) => [form, form[2]] as const));
  return { zh: zh + zhForm, en: `${en} ${enForm}` };
}

/** The podium at the foot of a tower bears the tower's name. */
export function podiumName(tower: Name): Name {
  return { zh: `${tower.zh}商业裙楼`, en: `${tower.en} Retail Podium` };
}

const trades: Readonly<Record<string, readonly string[]>> = {
  E: ['建设工程', '装饰工程'],
  F: ['商贸', '进出口', '服饰', '百货'],
  G: ['供应链', '国际货运代理'],
  H: ['餐饮管理', '咖啡', '酒店管理'],
  I: ['信息技术', '软件', '数据服务'],
  J: ['融资租赁', '商业保理', '基金管理', '保险经纪'],
  K: ['置业', '物业管理'],
  L: ['管理咨询', '人力资源', '广告', '企业服务'],
  M: ['检测技术', '工程设计', '生物科技'],
  O: ['健康管理', '美容'],
  P: ['教育科技', '培训'],
  R: ['文化传播', '影视', '艺术'],
};

/** `serial` distinguishes firms; `section` is the GB/T 4754 letter. */
export function firmName(serial: number, section: string, random: Random): string {
  const place = random.chance(0.35) ? '天津' : '';
  const trade = random.pick(trades[section] ?? ['实业']);
  const form = section === 'J' && random.chance(0.5) ? '股份有限公司' : '有限公司';
  return `${place}${stem(serial + 421).zh}（示例）${trade}${form}`;
}

export function developerName(random: Random): string {
  return `${stem(random.integer(0, 39) * 31).zh}（示例）${random.pick(['置业', '城市开发', '资产管理'])}有限公司`;
}
