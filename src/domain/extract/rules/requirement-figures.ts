/** What the figures of a requirement are of, by the words beside them. */
import type { FigureRule } from '../cues.ts';

function figure(
  field: string | null,
  measures: FigureRule['measures'],
  words: string,
  more: Partial<FigureRule> = {},
): FigureRule {
  return { kind: 'figure', field, measures, words, ...more };
}

export const requirementFigures: readonly FigureRule[] = [
  figure(
    'area',
    ['area'],
    '面积|需求面积|面积需求|意向面积|所需面积|需要面积|办公面积|建筑面积|建面|使用面积|实际使用面积|套内|套内面积|租赁面积|面积要求|总面积|承租面积|租用面积|购置面积|拟租面积|场地面积|area|size|space|floor area|usable area|net area|requirement|gfa',
  ),
  figure(
    'floorToFloorHeight',
    ['length'],
    '层高|层高要求|楼层高|floor-to-floor|floor to floor|floor-to-floor height|slab-to-slab|slab to slab|storey height|floor height',
  ),
  figure(
    'clearHeight',
    ['length'],
    '净高|净层高|净空|净高要求|室内净高|吊顶后|吊顶后高度|clear height|ceiling height|clear ceiling height|ceilings|ceiling|headroom',
  ),
  figure(
    'metro',
    ['length'],
    '地铁|地铁站|地铁口|轨道交通|轨交|号线|地铁距离|距地铁|离地铁|距离地铁|metro|metro station|subway|subway station|underground station|mrt|a metro',
  ),
  figure(
    'heads',
    ['people'],
    '人数|员工|员工数|员工人数|团队|人员|规模|编制|办公人数|headcount|staff|team|employees|people|使用人数',
  ),
  figure(
    'budget',
    ['rent', 'total', 'money'],
    '预算|maximum budget|max budget|max rent|maximum rent|rent cap|budget cap|预算上限|租金上限|最高预算|最高租金|补贴后|租金补贴后|补贴后租金|租金|价格|租金预算|预算价格|价位|心理价位|心理价|单价|租价|月租金|月租|日租金|年租金|租金单价|租金要求|租金承受|承受|价格区间|含物业费|含物业|不含物业费|不含物业|包物业|包物业费|含物业管理费|总价|总预算|购置预算|总价预算|购房预算|total price|purchase budget|budget|rent|rental|rental budget|price',
  ),
  figure(
    null,
    ['rent', 'total', 'money'],
    '物业费|物业管理费|物管费|停车费|车位费|现租金|目前租金|现在租金|现在的租金|原租金|现付|现在付|补贴|租金补贴|补助|每人补贴|注册资本|营收|产值|年产值|投资|融资|税收|纳税|年纳税|年税收|销售额|押金|装修|装修预算|装修费|management fee|service charge|turnover|revenue|tax|currently paying|current rent|fit-out|fit-out budget',
  ),
  figure(
    null,
    ['area'],
    '现有办公|现办公面积|现有面积|现有|现租|现在租|现在的|现在用|现在用的|现用|目前租|目前租用|目前在|目前办公|目前使用|目前|现在|原来|老办公室|旧办公室|原有|会议室|展厅|食堂|餐厅|仓库|机房|车位|每人|人均|露台|实验室|档案室|current|currently|existing|present|currently occupy|currently in|meeting room|showroom|per person|warehouse|大会议室|多功能厅|库房',
  ),
  figure(
    null,
    ['length'],
    '距离|距|离|公交|机场|高铁|高铁站|火车站|门头|面宽|临街|开间|airport|railway|frontage|bus|货车|限高|门宽',
  ),
  figure(
    null,
    ['people'],
    '容纳|会议室|培训室|容得下|扩到|扩张到|扩至|增加到|增至|增长到|发展到|达到|计划扩|未来|明年扩|预计扩|再招|新增|招聘|seating|seats|grow to|growing to|expand to|expanding to|up to',
  ),
];
