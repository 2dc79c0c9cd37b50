/** What the figures of an article about a building are of, by the words beside them. */
import type { FigureRule } from '../cues.ts';

function figure(
  field: string | null,
  measures: FigureRule['measures'],
  words: string,
  more: Partial<FigureRule> = {},
): FigureRule {
  return { kind: 'figure', field, measures, words, ...more };
}

const areas: readonly FigureRule[] = [
  figure(
    'gfa',
    ['area'],
    '总建筑面积|总建筑体量|建筑总量|总建|总建面|总建筑规模|建筑总面积|建筑总规模|总体量|总楼面面积|gross floor area|total floor area|gfa|total gfa|built-up area|gross area|gross building area',
  ),
  figure('gfa', ['area'], '建筑面积|建面|建筑规模|楼面面积|建筑体量|体量|建筑面积合计', {}),
  figure(
    'gfa',
    ['area'],
    '总面积|总规模|楼宇面积|大楼面积|面积|规模|total area|建成|建有|offers|comprises|provides|totals|totalling|extends to|extending to|building of|office building of|tower of|podium of|building with|would total|will total|total of',
    { isWeak: true },
  ),
  figure(
    'rentableArea',
    ['area'],
    '可租面积|可出租面积|可租赁面积|总可租面积|可出租总面积|可租赁总面积|可供出租面积|净可租面积|可租售面积|可经营面积|rentable area|lettable area|leasable area|net lettable area|net leasable area|gross leasable area|nla|gla|net rentable area|total lettable|total leasable',
  ),
  figure(
    'availableArea',
    ['area'],
    '可招商面积|现可招商面积|招商面积|待招商面积|可供招商|可招商|可供面积|可供租赁面积|可供租赁|可供出租|待租面积|待租|待出租|待出租面积|在租面积|可租房源|在租房源|剩余面积|剩余可租面积|现有可租面积|目前可租面积|尚余可租面积|尚可出租|现可租|目前可租|剩余房源|剩余|现余|尚余|尚有|余房|现房面积|招租面积|推出面积|available area|available space|available|availability|on offer|on the market|remaining|to let',
  ),
  figure(
    'floorPlate',
    ['area'],
    '标准层面积|标准层建筑面积|标准层|标准层建面|标准楼层面积|单层面积|单层建筑面积|单层建面|每层楼面|标准层单层面积|标准层单层|标准层每层|层面积|单层均|单层|层均面积|每层面积|每层建筑面积|每层|每个楼层|单层楼面|标准层平均面积|平层面积|平层|整层|整层面积|全层|一层面积|一层大概|一层大约|一层约|一层有|typical floors|typical floor|typical floor plate|floor plate|floor plates|floorplate|floorplates|typical floorplate|typical floor area|standard floor|floor size',
  ),
];

const heights: readonly FigureRule[] = [
  figure(
    'floorToFloorHeight',
    ['length'],
    '层高|标准层高|标准层层高|标准层高度|单层层高|单层高度|每层层高|每层高|办公区层高|楼层高度|楼层高|首层层高|首层高|一层层高|办公层高|层高度|floor-to-floor height|floor-to-floor heights|slab-to-slab heights|storey heights|floor heights|floor-to-floor|floor to floor height|floor to floor|slab-to-slab|slab to slab|slab-to-slab height|storey height|story height|floor height',
  ),
  figure(
    'clearHeight',
    ['length'],
    '净高|室内净高|净层高|吊顶净高|吊顶后净高|标准层净高|净空高度|净高度|装修后净高|装修净高|交付净高|办公区净高|吊顶后|净空|吊顶后高度|吊顶高度|clear height|clear ceiling height|net floor height|ceiling height|ceiling heights|clear heights|clear ceiling heights|clear headroom|finished ceiling|net height|clear ceiling|finished ceiling height|headroom|floor-to-ceiling height|floor-to-ceiling',
  ),
];

const shares: readonly FigureRule[] = [
  figure(
    'efficiency',
    ['percent'],
    '得房率|得房|使用率|实用率|出房率|实用面积率|efficiency|efficiency ratio|usable ratio|floor efficiency|net-to-gross',
  ),
];

const counts: readonly FigureRule[] = [
  figure(
    'floors.above',
    ['storeys'],
    '地上层数|地上楼层|地上总层数|地上|地面以上|above ground|above-ground|above grade|aboveground',
  ),
  figure(
    'floors.below',
    ['storeys'],
    '地下层数|地下楼层|地下总层数|地库|地下室|地下|地面以下|below ground|below-ground|basement|basements|below grade|underground',
  ),
  figure(
    'floors.above',
    ['storeys'],
    '楼高|总层数|层数|总楼层|共计|共|主楼|主体|主塔楼|塔楼|塔楼高|建筑层数|楼层数|楼层总数|高|总高|楼体|写字楼|办公楼|洋楼|小洋楼|小楼|建筑|楼|砖木结构|砖混结构|高层|超高层|rising|tower|high|rises|storeys|number of storeys|number of floors|floors|stories|skyscraper|scheme|development|project|office building|office tower|office skyscraper|building',
    { isWeak: true },
  ),
  figure('lifts', ['machines', 'pieces'], '电梯|高速电梯|梯|电梯数量|电梯数|lifts|elevators|lift|elevator'),
  figure(
    'lifts.passenger',
    ['machines', 'pieces'],
    '客梯|乘客电梯|高速客梯|passenger lifts|passenger elevators',
  ),
  figure('lifts.fire', ['machines', 'pieces'], '消防梯|消防电梯|fire lift|fireman lift'),
  figure(
    'lifts.goods',
    ['machines', 'pieces'],
    '货梯|服务梯|载货电梯|消防兼货梯|goods lift|goods lifts|service lift|service lifts|freight elevator|freight elevators|service elevators',
  ),
  figure(
    'parking',
    ['pieces', 'bare'],
    '车位|停车位|停车泊位|泊位|机动车位|机动车停车位|地下车位|车位数|停车位数量|车位数量|停车|车位配比|parking spaces|car parking spaces|parking bays|car parks|parking|car spaces|car park',
  ),
];

const prices: readonly FigureRule[] = [
  figure(
    'managementFee',
    ['rent'],
    '物业费|物业管理费|物管费|管理费|物业服务费|物业费用|物业费标准|物业收费|物业|management fee|management fees|service charge|property fee|management charge|property management fee',
  ),
  figure(
    'askingRent',
    ['rent'],
    '租金|日租金|月租金|租金报价|报价|报价租金|招租价格|租价|租金单价|租赁价格|租金价格|租金标准|租金(含物业费)|租金(含物业)|租金(不含物业费)|租金(不含物业)|租金含物业费|租金不含物业费|租金含物业|起租价|挂牌租金|房租|日租|月租|挂牌价|参考租金|意向租金|租金均价|租金底价|招商租金|出租报价|平均租金|出租价格|asking rent|asking rents|rent|rents|rental|asking rental|asking|quoting rent',
  ),
];

/** Figures of something else: they must not be taken for what is asked. */
const others: readonly FigureRule[] = [
  figure(
    null,
    ['area'],
    '占地面积|占地|用地面积|用地|总用地面积|总用地|土地面积|建设用地|总占地面积|总占地|宗地面积|规划用地|净用地|地块面积|基地面积|绿地面积|绿化面积|绿地|花园|大堂|大堂面积|会议室|会议中心|多功能厅|食堂|餐厅|健身房|酒店|公寓|住宅|商业|商业面积|商业配套|配套|配套面积|共享空间|展厅|广场|屋顶|露台|面积段|面积区间|可选面积|单元面积|户型区间|起租面积|最小面积|最小分割|分割面积|可分割|户型|户型面积|套内|套内面积|使用面积|已租|已出租|已租面积|已出租面积|已签约|已签约面积|已去化|去化|去化面积|签约面积|入驻面积|新增|一期|二期|三期|裙楼|地下室|地下|地上|地上建筑面积|地上面积|地下建筑面积|地下面积|车库|园区|片区|区域|商圈|周边|全区|写字楼面积|办公面积|写字楼|办公|公共空间|site area|plot|site|land area|garden|lobby|retail|hotel|divisible|divisible from|from|leased|let to|pre-let|pre-leased|taken up by|units from|suites from|suites of',
  ),
  figure(null, ['area'], '空置面积|空置|闲置|闲置面积|vacant|vacant area', { note: 'vacantArea' }),
  figure(
    null,
    ['length'],
    '总高|总高度|建筑高度|楼高|高度|高达|高|檐高|主楼高|塔高|挑高|挑空|大堂|大堂挑高|大堂层高|大堂净高|中庭|进深|面宽|柱距|柱网|开间|跨度|距|距离|步行|仅|直线距离|相距|走廊|净宽|临街面|沿街|展示面|lobby height|lobby ceiling|lobby|tall|high|away|from|walk|distance|height|span',
  ),
  figure(null, ['percent'], '公摊|公摊率|公摊系数|load factor|公摊比例', { note: 'loadFactor' }),
  figure(
    null,
    ['percent'],
    '绿化率|绿地率|容积率|出租率|入驻率|空置率|去化率|占比|节能|节能率|满租率|签约率|注册率|增长|比例|出租|减碳|利用率|设备使用率|occupancy|occupied|vacancy|let|leased|energy|saving',
  ),
  figure(null, ['storeys'], '裙楼|裙房|附楼|配楼|辅楼|第|位于|商业|底商|podium|retail'),
  figure(
    null,
    ['pieces', 'machines', 'bare'],
    '充电桩|充电车位|自动扶梯|扶梯|非机动车位|会议室|工位|自行车|座位|escalators|ev chargers|charging points|charging bays|bicycle spaces|bike spaces|desks',
  ),
  figure(
    null,
    ['rent'],
    '周边租金|片区租金|区域租金|同类租金|周边|成交租金|商圈平均租金|市场租金|能源费|空调费|加时费|包租|补贴|租金补贴|补助|取暖费|车位费|停车费|market rent|average rent in|subsidy|air-conditioning|overtime',
  ),
];

/** The table, one rule for each thing that a figure may be of. */
export const buildingFigures: readonly FigureRule[] = [
  ...areas,
  ...heights,
  ...shares,
  ...counts,
  ...prices,
  ...others,
];
