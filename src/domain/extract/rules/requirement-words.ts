/** Words of a requirement that are values by themselves. */
import type { WordRule } from '../cues.ts';

function word(field: string, value: string | boolean, words: string, more: Partial<WordRule> = {}): WordRule {
  return { kind: 'word', field, value, words, ...more };
}

const refused =
  /(?:不要|不考虑|不接受|不想要|不用|除了|非|排除|不去|不看|不租|别给我|别推|now in|currently in an?|no |not |目前在|现在在|现在租的|原来在|搬出)[^，,。;；]{0,4}$|(?:now in|currently in|currently occup\w*|moving out of) an?[^,.;]{0,16}$/;
const needless =
  /(?:无需|不需要|不要求|不必|不用|不强求|没必要|不一定要|不一定|不在乎|无所谓|不讲究|not necessarily|needn't be|need not be|no need for)[^，,。;；]{0,4}$/;
const needlessAfter =
  /^(?:与否)?(?:均可|都可以|都行|无所谓|不要求|不强求|不限|不重要|与否|没要求|不是必须|不必须)/;

export const requirementWords: readonly WordRule[] = [
  word(
    'carrierTypes',
    'retailPodium',
    '底商|裙楼|商铺|写字楼底商|裙房|门面|铺面|街铺|门店|沿街商铺|retail unit|retail podium|shop unit|shop|retail space|ground-floor retail',
    { unless: refused },
  ),
  word(
    'carrierTypes',
    'heritageHouse',
    '小洋楼|风貌建筑|洋楼|洋房|老洋房|历史建筑|独栋洋楼|历史风貌建筑|heritage house|historic house|heritage villa|historic villa|heritage building|historic building',
    { unless: refused },
  ),
  word(
    'carrierTypes',
    'office',
    '写字楼|办公楼|写字间|商务楼|甲级写字楼|商务楼宇|甲级楼|乙级写字楼|office|offices|office space|grade a office|office tower|office building',
    { unless: refused, unlessAfter: /^(?:底商| manager)/ },
  ),
  word(
    'columnFree',
    true,
    '无柱|无立柱|没有柱子|没柱子|不要柱子|不能有柱子|不要有柱子|中间没有柱子|中间没柱子|无柱空间|柱子不要|不带柱子|column-free|column free|no columns|without columns|pillar-free',
    { unless: needless, unlessAfter: needlessAfter },
  ),
  word(
    'contiguous',
    false,
    '不要求整层|不必整层|不一定整层|不需要整层|可以分层|可分层|可以分开|可分开|可拆开|可以拆开|可以分两个单元|分开也行|分开也可以|分两层也行|分两层也可以|分两层|可跨层|跨层|不必连续|不要求连续|不要求在同一层|可不在同一层|分散|可以拆成两层|两层也行|分两处|can be split|split over two floors|may be split|need not be contiguous|不连续也可以|不相邻也可以|上下两层|几层都行|可以不在一层',
    {},
  ),
  word(
    'contiguous',
    true,
    '整层|一整层|同一层|同层|在一层|一层里|连续|连片|相邻|打通|挨着|不要拆开|不能拆开|不要分开|不能分开|不分层|连在一起|同一楼层|整层连续|独层|连层|不跨层|集中在一层|一层内|在同一层|同一个楼层|大平层|连续楼层|上下连层|连着|连通|贯通|contiguous|one floor|single floor|whole floor|full floor|same floor|adjoining|entire floor',
    { unless: needless, unlessAfter: /^(?:也行|或者分|优先，?不|不是必须|[两三]年|\d+年|不强求|均可|与否)/ },
  ),
  word(
    'basis',
    'usable',
    '使用面积|实际使用|实用面积|套内|套内面积|净面积|净使用|得房面积|实际使用面积|usable|net area|net usable|nia|net internal|carpet area|usable area|usable basis',
    {},
  ),
  word('basis', 'gfa', '建筑面积|建面|gross|gfa|gross floor area|含公摊', { unless: /(?:不是|不按|非)$/ }),
  word(
    'includesFee',
    false,
    '不含物业费|不含物业|不含物业管理费|不包物业|不包物业费|未含物业费|物业费另算|物业费另外算|物业费另外|物业另外|另付物业|物业费另付|物业费单算|物业费自己付|物业费另计|物业另付|另加物业|不带物业|不包含物业|不包含物业费|不含管理费|物业费另交|物业自理|裸租金|净租|物业另计|物业另算|物业费除外|不包括物业费|不包括物业|不算物业|不算物业费|物业费单独|物业费自理|物业费不算在内|净租金|excluding management fee|excl. management fee|excluding service charge|exclusive of management fee|excl. service charge|net of management fee|plus management fee|plus service charge|excluding management|exclusive of service charge|ex management fee|excluding fees|excluding management fees|excl. management fees|plus management fees|exclusive of management fees|exclusive of management|not including management fee',
    { unless: /含$/ },
  ),
  word(
    'includesFee',
    true,
    '含物业费|含物业|租金含物业|含物管费|包物业|包物业费|包含物业费|包含物业|包括物业费|包括物业|连物业|物业费在内|物业费包含在内|含物业管理费|加物业费一共|加物业一共|全包|包干价|包干|都包|物业全含|房租加物业|租金加物业|加物业|fully inclusive|all inclusive|含税含物业|带物业费|算上物业费|including management fee|incl. management fee|inclusive of management fee|inclusive of management fees|including management fees|incl. management fees|inclusive of management|inclusive of service charges|management fee included|management fees included|all-in|all in|including service charge|inclusive of service charge|incl. service charge|including management|fee included|gross of fees|物业都算上|物业费都算上|物业费都含|都含物业|物业费一起算|连物业费|含管理费|算上物业',
    { unless: /(?:不|没|未|不是|外|另|再)$/ },
  ),
  word(
    'includesSubsidy',
    true,
    '补贴后|扣除补贴|减去补贴|含补贴|算上补贴|扣补贴后|补贴完|计入补贴|after subsidy|net of subsidy|including subsidy|补完贴',
    { unless: /(?:不|未)$/ },
  ),
  word(
    'includesSubsidy',
    false,
    '不含补贴|补贴前|不算补贴|不计补贴|不考虑补贴|未含补贴|补贴另算|before subsidy|excluding subsidy|without subsidy',
    {},
  ),
  word(
    'tenure',
    'both',
    '可租可买|可租可购|可购可租|可买可租|租买均可|租售均可|租或买|买或租|租购均可|租购皆可|租赁或购买|购买或租赁|租买都行|租也行买也行|可买可租|先租后买|租、买|租购|buy or lease|lease or buy|rent or buy|purchase or lease|lease or purchase',
    {},
  ),
  word('tenure', 'lease', '租', {
    unless:
      /(?:月|年|日|出|转|现|原|已|不|退|续|免|房|扩|起|低|高|在|目前|现在|之前|总|均|分|包|承|回|均|招|待|交|付|收|降|涨|(?<!可)以|含|减|超|融资|[\d元)])$/,
    unlessAfter: /^(?:金|约|价|客|户|赁合同|的|了|期间|给|出|不|售|购|房补|界|车|借|控)/,
    isWeak: true,
  }),
  word(
    'tenure',
    'lease',
    '想租|急租|求租|租赁|承租|租用|要租|租个|打算租|租一|准备租|计划租|拟租|只租|想要租|需租|需要租|欲租|寻租|租办公|租写字楼|租下|整租|租房需求|to lease|to rent|lease|leasing|renting|rent an office|looking to rent|takes? a lease|长租|租期',
    {
      unless: /(?:融资|金融|设备|现在|目前|现|原|已|不想|不|到期的|当前|现有|existing |current |our )$/,
      unlessAfter: /^(?:合同到期|到期|的房子| expires| ends|约到期|期到)/,
    },
  ),
  word(
    'tenure',
    'sale',
    '购买|购置|求购|买一|想买|要买|购入|打算买|买个|只买|买断|自购|想购|置业|收购|拟购|purchase|to buy|acquire|buying|freehold',
    { unless: /(?:不想|不|暂不|不考虑|not )$/, unlessAfter: /^(?:力|者|的股)/ },
  ),
];
