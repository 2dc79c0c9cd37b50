/** Headings of sheets about floors, units, firms, leases, taxes and months. */
import { type Target, target } from './target.ts';

const area = { dimension: 'area' } as const;
const rent = { dimension: 'rent' } as const;
const money = { dimension: 'money' } as const;
const helps = { field: null } as const;

const buildingIds =
  '楼宇编号|楼宇id|楼宇编码|楼宇代码|楼栋编号|楼栋编码|项目编号|项目编码|大厦编号|载体编号|building id|building code|property id';
const buildingNames =
  '楼宇|楼宇名称|楼名|所属楼宇|所在楼宇|楼栋|楼栋名称|所属楼栋|大厦|大厦名称|项目|项目名称|所属项目|载体|载体名称|物业名称|入驻楼宇|注册楼宇|楼盘|building|building name|property|property name|project';
const buildingAddresses = '楼宇地址|项目地址|大厦地址|楼址|building address|property address';

const ofBuilding: readonly Target[] = [
  target('building.id', 'name', buildingIds, { field: 'buildingId' }),
  target('building.name', 'name', buildingNames, { field: 'buildingId' }),
  target('building.address', 'name', buildingAddresses, { field: 'buildingId' }),
];

const firmNames =
  '企业名称|公司名称|单位名称|企业|公司|租户|租户名称|承租方|承租人|承租企业|承租单位|入驻企业|入驻企业名称|客户|客户名称|商户|商户名称|品牌/企业|纳税人|纳税人名称|纳税企业|乙方|乙方名称|tenant|tenant name|enterprise|company|company name|firm|lessee|taxpayer|name';
const usccs =
  '统一社会信用代码|社会信用代码|信用代码|统一信用代码|统一社会信用代码/税号|税号|纳税人识别号|纳税识别号|组织机构代码|uscc|unified social credit code|credit code|tax id|taxpayer id';
const firmIds = '企业编号|企业id|企业编码|租户编号|客户编号|firm id|enterprise id|company id|tenant id';

const ofFirm: readonly Target[] = [
  target('enterprise.id', 'name', firmIds, { field: 'enterpriseId' }),
  target('enterprise.uscc', 'uscc', usccs, { field: 'enterpriseId' }),
  target('enterprise.name', 'name', firmNames, { field: 'enterpriseId' }),
];

const unitLabels =
  '单元|房号|房间号|单元号|单元名称|室号|铺位号|铺位|商铺号|商铺|门牌|房间|户号|房源|房源号|房源编号|单元编号|房间编号|租赁单元|租赁房号|承租单元|unit|unit no|unit number|room|room no|suite|unit label|shop no';
const storeys = '楼层|所在楼层|层|层号|所在层|楼层号|所属楼层|floor|floor no|level|storey';
const months =
  '月份|月|统计月份|所属月份|税款所属期|所属期|期间|年月|数据月份|报告期|统计期|时间|month|period|year month|reporting month';

const floor: readonly Target[] = [
  ...ofBuilding,
  target('floor', 'storey', storeys),
  target('label', 'text', '楼层名称|楼层标识|显示名称|楼层标签|floor label|label|floor name'),
  target('area', 'figure', '面积|楼层面积|建筑面积|层面积|本层面积|单层面积|建面|area|floor area|gfa', area),
];

const unit: readonly Target[] = [
  ...ofBuilding,
  target('id', 'id', '单元id|房源id|系统编号|unit id|id'),
  target('label', 'text', unitLabels),
  target('floor', 'storey', storeys),
  target(
    'position',
    'figure',
    '位置序号|序位|排序|相邻序号|平面位置|position|order on floor|position on floor',
  ),
  target(
    'area',
    'figure',
    '面积|建筑面积|单元面积|租赁面积|出租面积|房间面积|计租面积|建面|房源面积|可租面积|area|unit area|gfa|leased area|floor area',
    area,
  ),
  target(
    'status',
    'choice',
    '状态|租赁状态|出租状态|房态|使用状态|使用情况|出租情况|单元状态|房源状态|租控状态|status|unit status|occupancy|lease status',
  ),
  target(
    'marketed',
    'flag',
    '招商中|是否招商|在租在招|是否对外招商|是否挂牌|挂牌|是否放租|marketed|on the market',
  ),
  target(
    'askingRent',
    'figure',
    '报价租金|租金|租金报价|挂牌租金|报价|单价|租金单价|租金标准|对外报价|月租金|日租金|asking rent|rent|quoted rent',
    rent,
  ),
  target(
    'availableFrom',
    'date',
    '可入驻时间|可入驻日期|最早可入驻|起租时间|可起租日期|可租时间|腾退日期|空出时间|预计腾退时间|available from|available|availability date',
  ),
  target(
    'minDivisibleArea',
    'figure',
    '最小分割面积|最小可分割面积|起租面积|最小起租面积|最小租赁面积|最小划分面积|smallest part|minimum divisible area|min area',
    area,
  ),
];

const enterprise: readonly Target[] = [
  target('id', 'id', `${firmIds}|编号|id`),
  target('uscc', 'uscc', usccs),
  target('name', 'text', `${firmNames}|名称`),
  target(
    'industry',
    'choice',
    '行业|所属行业|行业类别|行业门类|国民经济行业|国标行业|行业分类|产业类别|行业代码|industry|sector|industry section',
  ),
  target(
    'registeredIn',
    'text',
    '注册地|注册地区|注册所在地|注册区|工商注册地|登记机关所在地|注册地址所在区|registered in|place of registration',
  ),
  target(
    'taxIn',
    'text',
    '纳税地|税收归属地|纳税所在地|税务登记地|税收属地|税收解缴地|纳税区|tax in|pays tax in|tax place',
  ),
  target(
    'employees',
    'figure',
    '员工数|员工人数|从业人数|从业人员|人数|职工人数|用工人数|参保人数|从业人员数|员工数量|employees|headcount|staff|number of employees',
  ),
];

const lease: readonly Target[] = [
  ...ofBuilding,
  target(
    'id',
    'id',
    '租约编号|合同编号|合同号|租赁合同编号|租约id|协议编号|lease id|contract no|lease no|id',
  ),
  target('unit.id', 'name', '单元id|房源id|unit id', { field: 'unitId' }),
  target('unit.label', 'name', unitLabels, { field: 'unitId' }),
  target('unit.floor', 'storey', storeys, helps),
  ...ofFirm,
  target(
    'start',
    'date',
    '起租日|起租日期|起租时间|租期起|租赁开始日期|租期开始|合同起始日|合同开始日期|合同起始日期|开始日期|起始日期|租赁起始日|租赁起始日期|起始时间|起|start|start date|lease start|commencement',
  ),
  target(
    'end',
    'date',
    '到期日|到期日期|到期时间|租期止|租赁结束日期|租期结束|合同到期日|合同结束日期|合同到期日期|合同终止日|结束日期|终止日期|截止日期|租赁到期日|租赁截止日期|止|end|end date|lease end|expiry|expiry date|expiration',
  ),
  target(
    'term',
    'term',
    '租期|租赁期限|合同期限|租赁期|起止日期|租赁起止|合同起止日期|起止时间|lease term|term',
    helps,
  ),
  target(
    'contractRent',
    'figure',
    '合同租金|成交租金|签约租金|租金|租金单价|租赁单价|单价|合同单价|成交单价|月租金|日租金|contract rent|rent|passing rent|agreed rent',
    rent,
  ),
  target(
    'rentFreeMonths',
    'figure',
    '免租期|免租月数|免租期月|免租|免租期（月）|装修免租期|rent-free months|rent free|rent-free period',
  ),
  target(
    'escalation',
    'figure',
    '递增|递增率|年递增|租金递增|年递增率|租金递增率|递增比例|涨幅|escalation|yearly step|annual increase',
    {
      dimension: 'ratio',
    },
  ),
  target(
    'leaseType',
    'choice',
    '租约类型|合同类型|租赁类型|签约类型|新租/续租|租约性质|lease type|contract type|type',
  ),
];

const taxRecord: readonly Target[] = [
  ...ofBuilding,
  ...ofFirm,
  target('month', 'month', months),
  target(
    'totalTax',
    'figure',
    '全口径税收|税收|税收总额|纳税额|税额|税收合计|纳税总额|税收收入|全口径|总税收|全部税收|缴税金额|入库税收|入库税额|total tax|tax|tax paid|all taxes',
    money,
  ),
  target(
    'districtTax',
    'figure',
    '区级收入|区级税收|区级留成|区级|区级财政收入|区留成|区级口径|地方留成|留区税收|district tax|district share|district revenue',
    money,
  ),
];

const month: readonly Target[] = [
  ...ofBuilding,
  target('month', 'month', months),
  target(
    'occupiedArea',
    'figure',
    '已租面积|已出租面积|入驻面积|使用面积合计|占用面积|已使用面积|出租面积|在租面积|已入驻面积|occupied area|leased area|let area',
    area,
  ),
  target('vacantArea', 'figure', '空置面积|空置|闲置面积|空余面积|vacant area|vacancy area', area),
  target(
    'availableArea',
    'figure',
    '可招商面积|可租面积|招商面积|待租面积|可供面积|available area|area on offer',
    area,
  ),
  target(
    'tenantCount',
    'figure',
    '入驻企业数|企业数|企业数量|入驻企业|租户数|入驻企业数量|入驻企业户数|户数|企业家数|入驻家数|tenants|tenant count|number of tenants',
  ),
  target(
    'totalTax',
    'figure',
    '全口径税收|税收|税收总额|纳税额|税收合计|纳税总额|总税收|楼宇税收|total tax|tax|tax paid',
    money,
  ),
];

export const otherTargets = { floor, unit, enterprise, lease, taxRecord, month };
