/** Words for the options of a field: those of the product in both languages, and what else people write. */
import { wordsEn } from '../words/en.ts';
import type { Locale } from '../words/words.ts';
import { wordsZh } from '../words/zh.ts';
import { nameKey } from './plain.ts';

type Table = Readonly<Record<string, string>>;

/** option → further words for it */
const others: Readonly<Record<string, Table>> = {
  carrierType: {
    office:
      '商务楼|商务楼宇|办公楼|办公|写字楼宇|甲级写字楼|商务办公|商办|纯写字楼|商务写字楼|office building',
    retailPodium:
      '商业裙房|裙房|裙楼|写字楼底商|商业|沿街商铺|底层商业|商铺|商业底商|街铺|retail|podium|shops',
    heritageHouse:
      '历史风貌建筑|风貌建筑|洋楼|历史建筑|小洋楼（历史风貌建筑）|老洋房|洋房|heritage|heritage house|villa',
  },
  status: {
    planned: '规划中|拟建|待建|未开工|筹建|前期',
    underConstruction: '建设中|施工中|施工|未竣工|在建中|正在建设',
    toppedOut: '已封顶|主体封顶|结构封顶|装修中|封顶待装',
    delivered:
      '交付|竣工|已竣工|已建成|建成|投入使用|已投用|投用|运营中|在营|已运营|使用中|建成投用|completed|in use|in operation|existing',
  },
  grade: {
    premium: '顶级|超甲|超5a|5a甲级|国际甲级|超甲级写字楼|premium grade a|grade a+|a+',
    A: '甲|a级|甲级写字楼|5a|5a级|grade a',
    B: '乙|b级|乙级写字楼|准甲级|grade b',
    C: '丙|c级|丙级写字楼|普通|grade c',
  },
  gradeBasis: { claim: '自称|自评|对外宣称|自报', certificate: '证书|已认证|官方认定|评定|认定' },
  tenure: {
    lease: '租|租赁|只租|只租不售|仅租|纯租|出租型|for lease|rent|to let',
    sale: '售|销售|只售|只售不租|仅售|可售|for sale',
    both: '可租可售|租售|租售并举|租售结合|出租出售|租或售|both|lease/sale|lease and sale',
  },
  greenCertificate: {
    none: '无|没有|未认证|无认证|不是|否|none|no',
    greenStar1: '一星|一星级|1星|绿建一星|国标一星|绿色一星|1 star',
    greenStar2: '二星|二星级|2星|绿建二星|国标二星|绿色二星|绿色建筑二星|2 star',
    greenStar3: '三星|三星级|3星|绿建三星|国标三星|绿色三星|绿色建筑三星|3 star',
    leed: 'leed|leed金级|leed金奖|leed金|leed铂金|leed铂金级|leed银级|leed认证级|leed gold|leed platinum|leed silver',
  },
  targetIndustries: {
    finance: '金融业|金融机构|类金融|银行|证券|保险|基金',
    headquarters: '总部经济|总部企业|企业总部|区域总部',
    technology: '科技创新|信息技术|互联网|科创|数字经济|软件|高新技术|人工智能|it',
    professionalServices: '专业服务业|律所|法律|会计|咨询|中介服务|人力资源|现代服务业|律师事务所',
    trade: '商贸|商贸业|国际贸易|批发|进出口|贸易业',
    retail: '商业零售|零售业|购物|百货',
    luxury: '轻奢品牌|奢侈品',
    designerBrands: '设计师|设计师店|原创设计',
    crossBorderRetail: '跨境电商|跨境|跨境贸易',
    catering: '餐饮|餐饮业|美食|特色餐饮业|餐厅',
    culture: '文化|文创|文化创意|文旅|文化产业|艺术|展览',
    health: '医疗|健康|大健康|医美|医疗健康|康养',
    education: '教育|培训|教育业',
  },
  protectionClass: {
    special: '特殊|特殊保护级别|特殊保护等级',
    key: '重点|重点保护级别|重点保护等级',
    general: '一般|一般保护级别|一般保护等级',
  },
  'unit.status': {
    vacant:
      '空置|空|空房|空闲|未租|待租|可租|闲置|未出租|空置中|待出租|招租中|招商中|vacant|available|empty|to let',
    leased:
      '已租|已出租|在租|出租|租出|租赁中|已签约|使用中|已入驻|已租赁|leased|let|occupied|rented|tenanted',
    ownerOccupied: '自用|业主自用|自持自用|自有自用|owner-occupied|owner occupied|own use',
    reserved: '预留|已预留|预定|已预定|意向|已定|锁定|预租|reserved|held|under offer',
    notForLease:
      '不可租|不出租|非租赁|设备间|公共区域|公区|物业用房|不对外|配套用房|已售|not for lease|not available|plant|common area',
  },
  leaseType: {
    direct: '直租|新租|新签|首租|直接租赁|直签|新签约|direct|new|new lease',
    renewal: '续租|续签|续约|续期|renewal|renewed',
    sublease: '转租|分租|二房东|sublease|sublet|sub-lease',
  },
  industry: {
    A: '农林牧渔业|农业|agriculture',
    B: '采矿业|mining',
    C: '制造业|manufacturing',
    D: '电力、热力、燃气及水生产和供应业|电力热力|utilities',
    E: '建筑业|construction',
    F: '批发和零售业|批发零售业|批发业|零售业|批发零售|商贸|wholesale and retail',
    G: '交通运输、仓储和邮政业|交通运输|物流|transport',
    H: '住宿和餐饮业|住宿餐饮|餐饮|餐饮业|hotels and catering',
    I: '信息传输、软件和信息技术服务业|信息技术|软件|互联网|信息技术服务业|it|information technology',
    J: '金融业|金融|finance',
    K: '房地产业|房地产|real estate',
    L: '租赁和商务服务业|商务服务业|商务服务|leasing and business services|business services',
    M: '科学研究和技术服务业|科技服务|科研|research',
    N: '水利、环境和公共设施管理业|环境|environment',
    O: '居民服务、修理和其他服务业|居民服务|household services',
    P: '教育|education',
    Q: '卫生和社会工作|卫生|医疗|health',
    R: '文化、体育和娱乐业|文化|文体娱乐|culture, sports and entertainment',
    S: '公共管理、社会保障和社会组织|公共管理|public administration',
    T: '国际组织|international organisations',
  },
};

const ofProduct: Readonly<Record<string, readonly Table[]>> = {
  carrierType: [wordsZh.carrierType, wordsEn.carrierType],
  status: [wordsZh.status, wordsEn.status],
  grade: [wordsZh.grade, wordsEn.grade],
  gradeBasis: [wordsZh.gradeBasis, wordsEn.gradeBasis],
  tenure: [wordsZh.tenure, wordsEn.tenure],
  greenCertificate: [wordsZh.green, wordsEn.green],
  targetIndustries: [wordsZh.industry, wordsEn.industry],
  protectionClass: [wordsZh.protectionClass, wordsEn.protectionClass],
};

/** Grade A+ is not grade A. */
function wordKey(word: string): string {
  return nameKey(word.replaceAll('+', 'plus'));
}

function indexOf(field: string): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const table of ofProduct[field] ?? []) {
    for (const [option, word] of Object.entries(table)) index.set(wordKey(word), option);
  }
  for (const [option, words] of Object.entries(others[field] ?? {})) {
    index.set(wordKey(option), option);
    for (const word of words.split('|')) {
      const key = wordKey(word);
      if (!index.has(key)) index.set(key, option);
    }
  }
  return index;
}

const indexes: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.keys(others).map((field) => [field, indexOf(field)]),
);

/** The option that a word stands for, in the field of this name; `unit.status` is the one field of two kinds. */
export function optionOf(entity: string, field: string, text: string): string | null {
  const index = indexes.get(`${entity}.${field}`) ?? indexes.get(field);
  return index?.get(wordKey(text)) ?? null;
}

/** The word for an option in a language; the option itself where there is none. */
export function optionWord(entity: string, field: string, option: string, locale: Locale): string {
  const table: Table = ofProduct[field]?.[locale === 'zh' ? 0 : 1] ?? {};
  const own = Object.hasOwn(table, option) && entity !== 'unit' ? table[option] : undefined;
  if (own !== undefined) return own;
  const further = (others[`${entity}.${field}`] ?? others[field])?.[option] ?? '';
  const isIn = (word: string) => word !== '' && /^[\x20-\x7e]+$/.test(word) === (locale === 'en');
  return further.split('|').find(isIn) ?? option;
}

const yes = new Set([
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '对',
  '可',
  '可以',
  '能',
  'y',
  'yes',
  'true',
  '1',
  '具备',
  '支持',
]);
const no = new Set([
  '否',
  '无',
  '×',
  'x',
  '✗',
  '✘',
  '不',
  '没有',
  '不可',
  '不可以',
  '不能',
  'n',
  'no',
  'false',
  '0',
  '不具备',
  '不支持',
]);

/** null when the word is neither yes nor no. */
export function readFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
