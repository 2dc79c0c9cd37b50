/** Names of buildings: what an article calls them, and where a name ends that nothing sets apart. */

export interface NameFound {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** How sure the name is the subject: 4 labelled, 3 at the head of a statement, 2 set apart, 1 mentioned. */
  readonly rank: number;
}

const kinds =
  '写字楼底商|商务写字楼|国际写字楼|甲级写字楼|写字楼|国际大厦|商务大厦|金融大厦|大厦|大楼|商务楼|办公楼|国际金融中心|金融中心|商务中心|国际中心|贸易中心|购物中心|总部中心|中心|国际广场|商业广场|广场|商厦|公馆|旧居|故居|小洋楼|洋楼|会馆|底商|裙楼|双子塔|双塔|科技园|产业园|创意产业园|文创园|科创港|创新港|数字港|总部港|文化园|创意园|科创园|总部基地|新天地|天地|商城|商场|大院|别墅|号院|大酒店|饭店旧址|旧址|银座|老楼|国际|商务港|金融港|金融城|中心城';
const ending = new RegExp(
  `(?:${kinds})(?:(?:[A-Za-z一二三四五六]|[东西南北主副]|\\d{1,2}号?|[一二三四五六]号)(?:座|栋|塔|楼)(?!写字|商|层|高|面))?(?:底商|裙楼)?`,
  'g',
);

/** Words behind which a name may begin. Only such as stand in no name themselves. */
const openers =
  /^.*(?:位于|坐落于|坐落在|坐落|地处|获悉|了解到|记者从|记者|走进|探访|推介|推荐|引进|推出|打造的|打造|建设的|开发的|投资建设|的|是|在|由|关于|对于|租售|招租|招商|出租|出售|销售|项目|来自|近日|日前|今天|今日|昨天|昨日|目前|其中|另有|还有|以及|此外|同时|包括|分别为|分别是|称为|叫做|名为|叫|简称|原名|街道|商圈|地标|核心区|热线|公告|通知|重点|我区|全区|辖区|本市|我市|与|及|对|从|把|将|让|使|到|就|因|为|随着|距|距离|毗邻|紧邻|临近|邻近|靠近|附近|周边|对面|旁边|一座|一栋|一幢|两栋|整栋|栋|这里|这座|该|本|新建|标志性|一期|二期|征集|入驻|举办|启动|完成|现有|原有|已建|新增|签约|落户|参观|考察|咨询|欢迎|原为|旧为|有人问|问一下|打听|聊聊|更名为|改名为|说说|说的|暂定名|定名|暂名|拟名|依托|盘活|改造|提升|助力|支持|推动|加快|公开|整体|精装|现房)/u;
const region =
  /^(?:[\p{Script=Han}]{2,3}省)?(?:[\p{Script=Han}]{2,3}市)?(?:[\p{Script=Han}]{1,3}(?<![园社小片景街院新校库])区)(?=.{2,})/u;
const city = /^[\p{Script=Han}]{2}市(?=.{2,})/u;
const road = /^.{1,6}(?:路|道|街)\d+号(?=.{2,})/u;
/** A stem of nothing but such words is no name. */
const generic =
  /^(?:高端|甲级|超甲级|乙级|商务|金融|创新|现代化?|城市|区域|国际化?|办公|服务|会议|商业|健身|活动|全市|市区?|区级?|文化|购物|运动|体育|新|老|高层|独栋|智能|绿色|纯|优质|总部|企业|孵化|科技|研发|数据|展示|行政|标准|核心|购|综合|生活|休闲|儿童|党群|社区|政务|便民|指挥|监控|消防|配电|能源|多功能|商贸|贸易|交通|枢纽|产业|大型|特色|知名|高品质|精装|现房|在建|规划|[5５]A|5a|国标|顶级|单体|超高层|历史|风貌|区内|园区|空间|楼宇|城区|中|副|主|个|座|新兴|创意|艺术|培训|服务外包|写字楼|办公楼|建筑|物业|营销|招商|售楼|客服|呼叫|采购|结算|运营|研究|设计|双|全球|[一二三四五六七八九十]层|全国|华北|北方|地区|东|西|南|北|一流|首个|座落|高铁|地铁|医疗|体检|美食|餐饮|会展|展览|演艺|网红|打卡|地下|地上|屋顶|市民|人民|下沉|前|后|部分|整体|其他|其它|同类|普通|两座|三座|多座|一个|A级|A|级|等|和|或|家|层|租|售|大|小|高|式|型|类)*$/u;
const neighbour =
  /(?:毗邻|紧邻|临近|邻近|靠近|附近|周边|对面|距|步行|相邻|隔街|比邻|环绕|汇聚|拥有|对标|不远|旁边|一街之隔|紧靠|背靠|直达|通往|媲美)[^，,。;；\n]{0,16}$/;
const next =
  /^[”"》\])）]*(?:[(]|位于|坐落|地处|总建筑面积|建筑面积|总建面|由|为|是|项目|总|占地|建于|始建|现|已|共|地上|标准层|面积|拥有|目前|的?(?:推介|招商|招租|简介)|[,，:\s]|$)/;
const heading =
  /(?:项目名称|楼宇名称|载体名称|楼盘名称|楼盘|写字楼名称|建筑名称|大厦名称|物业名称|名称|项目|案名|标的)[ ]?[::] ?([^\n，。,;；|│]{2,30})/g;

/** A sentence, a line or a further building begins: 另有…, 二、… */
const headBefore =
  /(?:^|[\n。;；!！?？|│\]])[\s\d.、①-⑩一二三四五六七八()·\-*#是]{0,5}(?:另有|此外|另外|还有|同时|同期推出|另一栋|而|至于|其次|目前|近日|据悉)?[，,为]?[“"《]?$|[，,]另有[“"《]?$|(?:亮相|推介|推荐|如下|包括|分别是|分别为|有|处|栋|楼宇|载体|项目)[::][“"《]?$|[::](?:一是|其一[，,]?)[“"《]?$/;

function labelled(text: string): NameFound[] {
  return Array.from(text.matchAll(heading), (match) => {
    const whole = (match[1] ?? '').replace(/[(（][^()（）]*[)）]?$/, '').trimEnd();
    const start = match.index + match[0].indexOf(match[1] ?? '');
    return { value: whole, start, end: start + whole.length, rank: 4 };
  }).filter(({ value }) => /[\p{Script=Han}]/u.test(value));
}

/** The text before an ending, from the last mark on. */
function stemBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - 16), at);
  const stem = /[\p{Script=Han}A-Za-z0-9·& ]*$/u.exec(window)?.[0] ?? '';
  const own = stem.replace(/^.*(?:(?<![A-Za-z]) | (?![A-Za-z]))/u, '');
  const behindDot = own.replace(/^.*·/u, '');
  return generic.test(behindDot) ? own : behindDot;
}

function trimmedStem(stem: string): string {
  let rest = stem.replace(openers, '');
  for (const head of [region, city, road]) rest = rest.replace(head, '');
  return rest
    .replace(/^[a-z]{1,3}(?=\p{Script=Han})/u, '')
    .replace(/^(?:\d+[.、]?|[一二三四五六七八九十]+是|第[一二三四五]|和(?!平|记|众|美|睦|谐|合|泰))/u, '');
}

function byEnding(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (const match of text.matchAll(ending)) {
    const stem = trimmedStem(stemBefore(text, match.index));
    const kind = match[0];
    if (stem.length > 12) continue;
    const behindKind = /(?:大厦|中心|广场|大楼|商厦|商务楼)(.+)$/u.exec(stem)?.[1];
    if (behindKind !== undefined && generic.test(behindKind)) continue;
    if (/^国际$/.test(kind) && !next.test(text.slice(match.index + 2, match.index + 8))) continue;
    const start = match.index - stem.length;
    const end = match.index + kind.length;
    const before = text.slice(Math.max(0, start - 18), start);
    if (
      /^(?:商圈|片区|商务区|站|地铁站|方向|旁|附近|周边|对面|路|街|区域|板块|区(?!位))/.test(
        text.slice(end, end + 4),
      )
    )
      continue;
    const isSet = /[“"《[]$/.test(before);
    const isHead = headBefore.test(before) && next.test(text.slice(end, end + 12));
    if (generic.test(stem) && !(isHead && stem !== '' && /^(?:大厦|广场|商厦)/.test(kind))) continue;
    const rank = neighbour.test(before) ? 0 : isHead ? 3 : isSet ? 2 : 1;
    found.push({ value: text.slice(start, end), start, end, rank });
  }
  return found;
}

/** 五号院位于…: whatever stands at the head of a statement about a place or a size. */
const statement =
  /(?:^|[\n。;；!！])[\s\d.、]{0,4}[“"《[]?([\p{Script=Han}A-Za-z0-9·]{2,12}?)[”"》\]]?(?:项目)?(?:位于|坐落于|坐落在|坐落|地处|总建筑面积|建筑面积|总建面)/gu;
const noName =
  /^(?:该|本|此|这|其|项目|楼宇|大厦|大楼|建筑|目前|现|整|单|标准层|它|我们|我司|公司|地址|位置|房源|物业|写字楼|办公楼|区域|周边|园区|载体|一期|二期|[东西南北主副A-Z]座?$|[A-Za-z]座|[东西南北]座|主楼|裙楼|地上|地下|交通|产权|总|新建|全楼|楼盘|底商|商铺|主体|小楼|洋楼|小洋楼)/;

function byStatement(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (const match of text.matchAll(statement)) {
    const raw = match[1] ?? '';
    const value = trimmedStem(raw);
    if (value.length < 2 || noName.test(value) || noName.test(raw) || generic.test(value)) continue;
    const start = match.index + match[0].indexOf(raw) + raw.length - value.length;
    found.push({ value, start, end: start + value.length, rank: 3 });
  }
  return found;
}

const called =
  /(?:名为|名叫|取名|命名为|暂定名为?|定名为?|案名为?|就是|叫做|叫)[“"《]?([\p{Script=Han}A-Za-z0-9·]{2,12}?)[”"》]?(?=的(?:写字楼|办公楼|商务楼|楼宇|大楼|大厦|项目|综合体)|[，,。])/gu;
const quoted = /[“"《]([\p{Script=Han}A-Za-z0-9·]{2,12})[”"》](?=位于|坐落|地处|项目|总建筑面积|写字楼|由)/gu;

function byQuotes(text: string): NameFound[] {
  return [...text.matchAll(quoted), ...text.matchAll(called)].flatMap((match) => {
    const value = match[1] ?? '';
    const start = match.index + match[0].indexOf(value);
    return noName.test(value) || generic.test(value)
      ? []
      : [{ value, start, end: start + value.length, rank: 3 }];
  });
}

/** Chinese names, each as often as it occurs. */
export function namesIn(text: string): readonly NameFound[] {
  return [...labelled(text), ...byEnding(text), ...byStatement(text), ...byQuotes(text)].toSorted(
    (a, b) => a.start - b.start || b.rank - a.rank,
  );
}

const englishKind =
  'Towers?|Center|Centre|Plaza|Building|House|Mansion|Square|Courtyard|Court|Hub|Exchange|Villa|Residence|Gate|Quarter|Podium|Arcade|Headquarters|Place';
const english = new RegExp(
  `((?:[A-Z][\\w'’&-]*|No\\. ?\\d+|\\d+|of|the|at|de) ){1,5}(?:${englishKind})(?: (?:[A-Z]|One|Two|Three|[1-9]|I{1,3})(?![\\w-]))?(?:,? (?:Retail Podium|Podium|Tower [A-Z\\d]))?`,
  'g',
);
const leading =
  /^(?:(?:The|At|In|Of|On|Our|This|New|Named|Located|Located In|Welcome|To|For|Grade|Premium|Introducing|Available|Lease|Sale|Offices?|From|With|About|of|the|at|Prime|Subject|Property|Building|Project|Name|Re|Known|As|And|Both|Historic|Heritage|Modern|Is|A|Construction|Work|Works|Developer|Owner|Meet|Discover|Visit|Inside|Today) )+/;

/** English names in capitals. */
export function englishNamesIn(text: string): readonly NameFound[] {
  const found: NameFound[] = [];
  for (const match of text.matchAll(english)) {
    const value = match[0].replace(leading, '');
    if (
      !/^[A-Z0-9]/.test(value) ||
      new RegExp(
        `^(?:Office |Business |Commercial |Residential |Conference |Fitness |Shopping |Data |A |Retail |Town )*(?:${englishKind})$`,
      ).test(value)
    )
      continue;
    const start = match.index + match[0].length - value.length;
    const before = text.slice(Math.max(0, start - 30), start);
    const near =
      /(?:near|next to|opposite|adjacent to|close to|beside|facing|walk (?:to|from)|from|behind|neighbou?rs?)(?: the)? $/i.test(
        before,
      );
    found.push({
      value,
      start,
      end: start + value.length,
      rank: near ? 0 : /(?:^|[\n.:"“(] ?)$/.test(before) ? 3 : 1,
    });
  }
  return found;
}

const aliasWord =
  /(?:又称|俗称|原名|曾用名|别名|旧称|亦称|也称|又名|简称为?|也叫|人称|昵称|(?:以下)?简称|原称|also known as|formerly known as|formerly|aka|known locally as)[为是叫:: ]{0,2}[“"《「]?([\p{Script=Han}A-Za-z0-9·' ]{2,24}?)(?=[”"》」，,。;；)(\n、]|$)/giu;

export interface AliasFound {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export function aliasesIn(text: string): readonly AliasFound[] {
  return Array.from(text.matchAll(aliasWord), (match) => {
    const value = (match[1] ?? '').trim();
    const start = match.index + match[0].lastIndexOf(value);
    return { value, start, end: start + value.length };
  }).filter(({ value }) => value !== '');
}
