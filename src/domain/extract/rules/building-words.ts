/** Words of an article about a building that are values by themselves. */
import type { WordRule } from '../cues.ts';

function word(field: string, value: string | boolean, words: string, more: Partial<WordRule> = {}): WordRule {
  return { kind: 'word', field, value, words, ...more };
}

const around =
  /(?:周边|附近|毗邻|紧邻|临近|邻近|相邻|对面|旁边|近邻|环绕|汇聚|聚集|聚集了|集聚了|拥有)[^，,。;；]{0,14}$/;
const not = /(?:非|不是|不属于|未达|达不到|不算|没有|不具备|无|未|不|并非|不含|not a?|no|non-)[ ]?$/;
const notYet =
  /(?:预计|计划|将|拟|尚未|未(?!来)|还没|没有|带租约|(?<!标)准|力争|确保|有望|争取|可望|待|once|to be|due|expected|not yet|will be|scheduled|until|before)[^，,。;；]{0,12}$/;
const intended =
  /(?:拟|申请|申报|争创|争取|目标|对标|力争|计划|预计|正在|applying for|targeting|target|aiming for|pursuing|seeking|aims? (?:at|for))[^，,。;；]{0,10}$/;
const notCertified = new RegExp(`${intended.source}|${not.source}`);

const carrierTypes: readonly WordRule[] = [
  word(
    'carrierType',
    'retailPodium',
    '写字楼底商|底商|商业裙楼|裙楼商业|商业裙房|底层商业|沿街商铺|商铺|商业街铺|临街商铺|retail podium|podium retail|shop units|high street shops',
    { unless: around },
  ),
  word(
    'carrierType',
    'heritageHouse',
    '小洋楼|历史风貌建筑|风貌建筑|洋楼|老洋房|洋房|旧居|故居|历史建筑|heritage house|historic house|heritage villa|historic villa|heritage building|historic building|mansion|former residence',
    { unless: around },
  ),
  word(
    'carrierType',
    'office',
    '写字楼|甲级写字楼|办公楼|商务楼|商务楼宇|商务写字楼|办公大厦|商办楼|写字间|总部办公|乙级写字楼|丙级写字楼|顶级写字楼|a级写字楼|c级写字楼|office building|office tower|office block|offices|office|office scheme|office development',
    { unless: around },
  ),
  word('carrierType', 'retailPodium', '裙楼|裙房|podium', { isWeak: true, unless: around }),
];

const statuses: readonly WordRule[] = [
  word(
    'status',
    'planned',
    '规划中|拟建|筹建|待建|尚未开工|未开工|规划阶段|前期阶段|方案阶段|即将开工|计划开工|拟开工|拟于|筹备开工|处于规划|尚在规划|正在规划|planned|proposed|at planning stage|yet to start',
    {},
  ),
  word(
    'status',
    'underConstruction',
    '在建|正在建设|建设中|施工中|正在施工|建设之中|施工阶段|加紧施工|紧张施工|全面施工|开工建设|主体施工|已开工|破土动工|奠基|动工|未竣工|尚未竣工|under construction|being built|construction started|broke ground',
    { unless: /(?:拟|计划|将|即将|未|尚未|预计|待)[^，,。]{0,8}$/ },
  ),
  word(
    'status',
    'toppedOut',
    '封顶|主体封顶|结构封顶|主体结构封顶|结构到顶|主体到顶|封顶大吉|topped out|topped-out|topping out',
    {
      unless:
        /(?:预计|计划|将|将于|拟|即将|尚未|未|还未|还没|力争|确保|有望|争取|before|will)[^，,。;；]{0,12}$/,
    },
  ),
  word(
    'status',
    'delivered',
    '竣工|已竣工|竣工验收|已交付|交付使用|交付|交房|建成|落成|投入使用|投入运营|正式启用|启用|已投用|投用|投运|正式运营|试运营|对外运营|运营中|在营|现楼|现房|已运营|开业|正式开业|全面建成|完工|已完工|交楼|竣备|竣工备案|completed|delivered|handed over|in operation|in use|opened|now open|operational|ready to move in|newly completed|existing',
    {
      unless: notYet,
      unlessAfter:
        /^(?:(?:时间|日期|期)[::为 ]*(?![\d二一::为 ])|标准|后|条件|前|的目标|日期待定|倒计时|在即|区|银行|以来不|仪式待)/,
    },
  ),
];

/** Told of the fit-out and not of the building; no field takes them, and no other rule may. */
const shields: readonly WordRule[] = [
  word('condition', true, '精装交付|毛坯交付|简装交付|精装修交付|带装修交付|交付标准|交付条件'),
];

const grades: readonly WordRule[] = [
  word(
    'grade',
    'premium',
    '超甲级|超甲|顶级写字楼|国际甲级|超5a|超高端甲级|顶级甲级|premium grade a|premium grade|grade a+|premium office',
    { unless: not },
  ),
  word('grade', 'B', '准甲级|乙级|准甲|b级|grade b|乙级写字楼', { unless: not }),
  word('grade', 'A', '甲级|5a甲级|5a级|5a|a级写字楼|国标甲级|甲a级|grade a|grade-a|甲级写字楼', {
    unless: not,
  }),
  word('grade', 'C', '丙级|c级写字楼|grade c', { unless: not }),
];

const greens: readonly WordRule[] = [
  word(
    'greenCertificate',
    'greenStar3',
    '绿色建筑三星|绿建三星|三星级绿色建筑|绿色三星|三星绿建|国标三星|绿色建筑3星|绿建3星|三星绿色建筑|绿色建筑评价三星|绿色建筑标识三星|绿色建筑(三星|绿色建筑认证三星|three-star green building|china green building three-star|3-star green',
    { unless: notCertified },
  ),
  word(
    'greenCertificate',
    'greenStar2',
    '绿色建筑二星|绿建二星|二星级绿色建筑|绿色二星|二星绿建|国标二星|绿色建筑2星|绿建2星|二星绿色建筑|绿色建筑评价二星|绿色建筑标识二星|绿色建筑(二星|绿色建筑认证二星|绿色建筑标准二星|two-star green building|china green building two-star|2-star green|two-star china green',
    { unless: notCertified },
  ),
  word(
    'greenCertificate',
    'greenStar1',
    '绿色建筑一星|绿建一星|一星级绿色建筑|绿色一星|一星绿建|国标一星|绿色建筑1星|绿建1星|one-star green building|1-star green',
    { unless: notCertified },
  ),
  word('greenCertificate', 'leed', 'leed', {
    unless: notCertified,
    unlessAfter: /^[^，,。;；]{0,14}(?:申请中|申报中|目标|pending|targeted|预认证申请)/,
  }),
];

const tenures: readonly WordRule[] = [
  word(
    'tenure',
    'both',
    '可租可售|可以租也可以卖|可租可卖|能租能卖|租卖都行|租售皆可|租售均可|可以租也可以买|租售并举|租售结合|可售可租|租售均可|出租出售|出售出租|可租售|租售|租、售|出售或出租|出租或出售|for sale or lease|for lease or sale|lease or sale|sale or lease|for sale and lease|to let or for sale',
    {},
  ),
  word(
    'tenure',
    'lease',
    '只租不售|仅供出租|仅租不售|出租|招租|对外租赁|整租|可租|待租|出租型|租赁招商|对外招租|持有出租|可租赁|可供租赁|用于出租|直租|只租不卖|只租|for lease|to let|for rent|lease only|available to lease',
    {
      unless: /(?:已|不|不对外|非|暂不|停止|暂停|不再|不(?:接受|支持|做|予|允许)分割)$/,
      unlessAfter: /^(?:率|车|面积|收入|方)/,
    },
  ),
  word(
    'tenure',
    'sale',
    '只售不租|只卖不租|仅售不租|出售|整体出售|销售|在售|可售|发售|整栋出售|对外销售|可出售|整体转让|整栋转让|转让|散售|整售|for sale|on sale',
    {
      unless: /(?:已|不|不对外|非|暂不|未|not )$/,
      unlessAfter: /^(?:额|收入|总额|团队|公司|面积|业绩|中心|平台|部(?!分))/,
    },
  ),
];

const flags: readonly WordRule[] = [
  word(
    'columnFree',
    true,
    '无柱|零柱|无立柱|没有柱子|没柱子|没有立柱|没有柱|无柱子|全无柱|无柱化|无柱式|无柱空间|column-free|column free|pillar-free|columnless|no columns',
    { unless: /(?:非|不是|并非|无法做到|未实现|not )$/ },
  ),
  word('columnFree', false, '有柱|有立柱|非无柱', {}),
  word(
    'divisible',
    false,
    '不可分割|不可以分割|不允许分割|不分割|不可拆分|不拆分|不能分割|不可分租|不分租|不拆零|整栋出租不分割|不接受分割|不做分割|不支持分割|not divisible|cannot be divided|no subdivision|indivisible',
    {},
  ),
  word(
    'divisible',
    true,
    '可分割|可自由分割|自由分割|灵活分割|可灵活分割|可灵活组合|灵活组合|可分租|可拆分|可分可合|自由组合|任意分割|可任意分割|可按需分割|可以分割|可以自由分割|可以灵活分割|可以分租|可以拆分|能分割|可切分|可整可分|可整可零|可分可整|可拆可合|可整租可分租|整租分租均可|自由切割|灵活划分|灵活切分|可拆零|按需分割|分割灵活|可自由组合|可分层出租|可分割租赁|可拼可分|支持分割|分割出租|可分单元|divisible|can be divided|subdivided|can be subdivided|flexible division|sub-divisible|subdivisible|may be split|can be split',
    { unless: /(?:不|无法|不能|暂不|cannot be |not be |not )$/ },
  ),
];

const classes: readonly WordRule[] = [
  word('protectionClass', 'special', '特殊保护级别|特殊保护等级|特殊保护|special protection', {}),
  word('protectionClass', 'key', '重点保护级别|重点保护等级|重点保护|key protection', {
    unless: /全国$/,
    unlessAfter: /^(?:文物|单位)/,
  }),
  word('protectionClass', 'general', '一般保护级别|一般保护等级|一般保护|general protection', {}),
];

export const buildingWords: readonly WordRule[] = [
  ...carrierTypes,
  ...statuses,
  ...shields,
  ...grades,
  ...greens,
  ...tenures,
  ...flags,
  ...classes,
];
