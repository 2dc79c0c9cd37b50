/** Headings under which property managers keep the facts of a building. */
import { target } from './target.ts';

const area = { dimension: 'area' } as const;
const rent = { dimension: 'rent' } as const;
const length = { dimension: 'length' } as const;

export const buildingTargets = [
  target(
    'id',
    'id',
    '楼宇编号|楼宇id|楼编号|楼号编码|楼宇编码|楼宇代码|楼栋编号|楼栋编码|项目编号|项目编码|载体编号|载体编码|大厦编号|资产编号|编号|编码|代码|id|building id|building code|building no|property id|code',
  ),
  target(
    'nameZh',
    'text',
    '楼宇名称|楼名|楼宇|名称|楼栋名称|大厦名称|大楼名称|大厦|项目名称|项目|载体名称|载体|物业名称|建筑名称|楼盘名称|楼盘|商务楼宇名称|楼宇名|中文名|中文名称|楼宇中文名|name|building|building name|property|property name|project|project name|name (chinese)|chinese name',
  ),
  target(
    'nameEn',
    'text',
    '英文名|英文名称|楼宇英文名|英文楼名|name (english)|english name|name en|building name (english)',
  ),
  target(
    'aliases',
    'texts',
    '别名|曾用名|其他名称|又名|简称|推广名|俗称|案名|aliases|alias|other names|also known as|aka',
  ),
  target(
    'address',
    'text',
    '地址|楼宇地址|详细地址|项目地址|坐落|坐落位置|座落|位置|地理位置|所在位置|具体位置|门牌号|楼址|物业地址|address|location|street address|building address',
  ),
  target(
    'position.lon',
    'lon',
    '经度|经度坐标|东经|lon|lng|long|longitude|x坐标|坐标x|经度（wgs-84）|gps经度|百度经度|高德经度',
    {
      field: 'position',
    },
  ),
  target(
    'position.lat',
    'lat',
    '纬度|纬度坐标|北纬|lat|latitude|y坐标|坐标y|纬度（wgs-84）|gps纬度|百度纬度|高德纬度',
    {
      field: 'position',
    },
  ),
  target(
    'position.lonLat',
    'lonLat',
    '经纬度|坐标|地理坐标|经纬度坐标|定位|百度坐标|高德坐标|gps坐标|coordinates|coordinate|lon lat|lonlat|lnglat|经度,纬度',
    { field: 'position' },
  ),
  target(
    'position.precisionM',
    'figure',
    '位置误差|定位误差|定位精度|坐标精度|position may be off by|precision',
    {
      field: 'position',
      ...length,
    },
  ),
  target(
    'carrierType',
    'choice',
    '载体类型|楼宇类型|类型|物业类型|业态类型|建筑类型|楼宇性质|载体性质|物业形态|楼宇类别|载体类别|类别|carrier type|type|building type|property type',
  ),
  target(
    'status',
    'choice',
    '建设状态|状态|建设情况|工程状态|项目状态|楼宇状态|建设进度|工程进度|建设阶段|交付状态|交付情况|construction status|status|building status',
  ),
  target(
    'completedOn',
    'dateOrMonth',
    '竣工|竣工时间|竣工日期|竣工年月|竣工年份|建成时间|建成日期|建成年月|建成年份|建成|交付时间|交付日期|投入使用时间|投用时间|交付年月|completed|completed on|completion|completion date|year built|delivery date',
  ),
  target(
    'grade',
    'choice',
    '等级|楼宇等级|写字楼等级|楼宇级别|级别|档次|品质等级|楼宇评级|评级|grade|class|building grade|building class',
  ),
  target('gradeBasis', 'choice', '等级依据|评级依据|级别依据|basis of grade|grade basis'),
  target(
    'developer',
    'text',
    '开发商|开发单位|开发企业|建设单位|业主|业主单位|产权单位|产权人|产权方|权属单位|投资建设单位|developer|owner|landlord',
  ),
  target(
    'gfa',
    'figure',
    '建筑面积|总建筑面积|建面|总建面|建筑总面积|总面积|楼宇面积|楼宇总面积|项目面积|体量|总体量|建筑规模|面积|gfa|gross floor area|total area|floor area|building area|gross area',
    area,
  ),
  target(
    'rentableArea',
    'figure',
    '可租面积|可出租面积|可供出租面积|可租赁面积|总可租面积|出租面积|可租售面积|可经营面积|经营面积|商务面积|可用于租赁面积|rentable area|lettable area|leasable area|nla|net lettable area|gla',
    area,
  ),
  target(
    'statedAvailableArea',
    'figure',
    '可招商面积|空置面积|待租面积|现有空置面积|剩余面积|剩余可租面积|可招租面积|招商面积|待招商面积|闲置面积|空余面积|可供面积|目前空置面积|available area|vacant area|available space',
    area,
  ),
  target(
    'statedAskingRent',
    'figure',
    '报价租金|租金|租金报价|挂牌租金|租金价格|平均租金|参考租金|租赁价格|对外报价|招商租金|租金水平|租金单价|租金标准|报价|单价|月租金|日租金|asking rent|rent|rental|asking rental|quoted rent',
    rent,
  ),
  target(
    'floorPlate',
    'figure',
    '标准层面积|单层面积|标准层|标准层建筑面积|标准层建面|每层面积|单层建筑面积|层面积|floor plate|floorplate|typical floor area|typical floor|standard floor area',
    area,
  ),
  target(
    'floors.above',
    'storeysAbove',
    '地上层数|地上楼层|地上|地上楼层数|地上几层|层数（地上）|storeys above ground|floors above ground|floors above',
    {
      field: 'floors',
    },
  ),
  target(
    'floors.below',
    'storeysBelow',
    '地下层数|地下楼层|地下|地下楼层数|地下几层|层数（地下）|storeys below ground|floors below ground|basements|floors below',
    { field: 'floors' },
  ),
  target(
    'floors',
    'storeys',
    '层数|楼层|楼层数|总层数|总楼层|楼高层数|建筑层数|楼层总数|floors|storeys|stories|number of floors|number of storeys',
  ),
  target(
    'floorToFloorHeight',
    'span',
    '层高|标准层层高|楼层层高|单层层高|楼层高度|floor to floor height|floor-to-floor height|floor height|storey height',
    length,
  ),
  target(
    'floorToFloorHeight.min',
    'low',
    '层高下限|最低层高|层高最低|最小层高|层高（最低）|floor-to-floor height, lowest|lowest floor height|min floor height',
    length,
  ),
  target(
    'floorToFloorHeight.max',
    'high',
    '层高上限|最高层高|层高最高|最大层高|层高（最高）|floor-to-floor height, highest|highest floor height|max floor height',
    length,
  ),
  target(
    'clearHeight',
    'figure',
    '净高|净层高|室内净高|吊顶后净高|标准层净高|吊顶净高|clear height|ceiling height|net height',
    length,
  ),
  target('efficiency', 'figure', '得房率|使用率|实用率|出房率|efficiency|efficiency rate|usable ratio', {
    dimension: 'ratio',
  }),
  target(
    'columnFree',
    'flag',
    '无柱|是否无柱|无柱空间|无柱设计|大平层无柱|column-free|column free|no columns',
  ),
  target(
    'divisible',
    'flag',
    '可分割|是否可分割|能否分割|可否分割|可拆分|是否可拆分|可分租|divisible|can be divided',
  ),
  target(
    'greenCertificate',
    'choice',
    '绿色认证|绿建认证|绿色建筑|绿色建筑星级|绿建星级|绿色建筑等级|绿建等级|绿色建筑认证|leed认证|green certificate|green certification|green building|leed',
  ),
  target(
    'tenure',
    'choice',
    '租售方式|租售|租售类型|租售形式|经营方式|租/售|出租或出售|招商方式|运营方式|lease or sale|tenure|lease/sale',
  ),
  target(
    'targetIndustries',
    'choices',
    '目标产业|意向产业|招商业态|招商产业|目标业态|主导产业|意向业态|意向行业|目标行业|招商方向|产业定位|业态定位|主导业态|引进产业|target industries|target industry|target trades|industries',
  ),
  target(
    'admissionRule',
    'text',
    '准入要求|准入条件|入驻要求|入驻条件|准入标准|招商要求|admission rule|admission|entry requirements',
  ),
  target('protectionClass', 'choice', '保护等级|保护级别|风貌建筑保护等级|历史风貌建筑等级|protection class'),
  target(
    'lifts',
    'figure',
    '电梯|电梯数量|电梯数|客梯数量|客梯|电梯台数|电梯部数|电梯总数|lifts|elevators|number of lifts',
  ),
  target(
    'parking',
    'figure',
    '车位|车位数|停车位|停车位数|停车位数量|车位数量|停车数量|机动车位|车位总数|停车位总数|parking|parking spaces|car parks|number of parking spaces',
  ),
  target(
    'managementFee',
    'figure',
    '物业费|物业管理费|物业费标准|物业费单价|管理费|物业服务费|物业收费标准|物管费|management fee|service charge|property fee',
    rent,
  ),
  target(
    'hvac',
    'text',
    '空调|空调系统|空调形式|空调类型|暖通|冷暖|中央空调|空调品牌|空调方式|air conditioning|hvac|ac',
  ),
  target('power', 'text', '供电|供电方式|电力|电力供应|供电情况|电力配置|双路供电|power supply|power'),
  target(
    'remarks',
    'texts',
    '说明|备注|简介|楼宇简介|项目简介|其他说明|备注说明|其他|亮点|项目亮点|特色|remarks|remark|notes|note|comments|description',
  ),
  target(
    'steward.name',
    'text',
    '楼长|楼宇管家|楼宇长|楼长姓名|管家|联系人|楼宇联系人|招商联系人|招商负责人|负责人|building steward|steward|contact|contact person',
    { field: 'steward' },
  ),
  target(
    'steward.phone',
    'text',
    '楼长电话|联系电话|联系方式|电话|手机|手机号|手机号码|联系人电话|楼长联系方式|招商电话|管家电话|steward phone|phone|telephone|tel|mobile|contact phone|contact number',
    { field: 'steward' },
  ),
  target(
    'circleId',
    'place',
    '商圈|所属商圈|所在商圈|商圈名称|板块|所属板块|business circle|circle|submarket',
  ),
  target(
    'subdistrictId',
    'place',
    '街道|所属街道|所在街道|街道名称|街道办|所属街办|属地街道|街镇|subdistrict|street office',
  ),
];
