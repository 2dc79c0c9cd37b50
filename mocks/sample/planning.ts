/**
 * What people set out to do in the sample: targets, plans for buildings that do not fill, corrections of reports. The
 * first two targets are what articles say that the district aims at; everything else is made up. Nothing is drawn from
 * the streams of the generator: it works on what they gave.
 */
import { plusMonths } from '#domain/calendar.ts';
import { type IsoDate, type IsoMonth, monthFromNumber, monthNumber } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import type { MonthCorrection } from '#domain/model/month-correction.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { PlanStatus, RenewalPlan } from '#domain/model/renewal-plan.ts';
import type { Target } from '#domain/model/target.ts';
import type { BuildingMonth } from '#domain/model/unit.ts';
import { type Space, spaceOf } from '#domain/space.ts';
import { Random, roundTo } from './random.ts';

const article = '公开报道（2025-08-15）所载三年目标，为其说法，并非核算结果';

/** Of articles: goals that they name, never results. */
export const publishedTargets: readonly Target[] = [
  {
    id: 'target-billion',
    nameZh: '三年新增 10 座税收超 10 亿元楼宇（报道所载目标）',
    nameEn: 'Ten more buildings with tax above CNY 1 billion in three years (as reported)',
    indicator: 'buildingsOverBillion',
    scope: null,
    targetValue: 10,
    baseValue: null,
    baseMonth: null,
    dueMonth: '2028-08',
    source: `${article}；原文未给出现有座数，按达到 10 座记；三年自报道之月起计`,
    synthetic: false,
  },
  {
    id: 'target-heritage',
    nameZh: '历史风貌建筑活化率达到 90%（报道所载目标）',
    nameEn: 'Ninety per cent of the historic houses in use in three years (as reported)',
    indicator: 'heritageActivationRate',
    scope: null,
    targetValue: 0.9,
    baseValue: null,
    baseMonth: null,
    dueMonth: '2028-08',
    source: `${article}；三年自报道之月起计`,
    synthetic: false,
  },
];

const madeUp = '示例目标，虚构';

function madeUpTargets(asOf: IsoDate): readonly Target[] {
  const [baseMonth, dueMonth] = [-10, 14].map((months) => plusMonths(asOf, months).slice(0, 7));
  if (baseMonth === undefined || dueMonth === undefined) throw new Error(`invalid day: ${asOf}`);
  const common = { scope: null, baseMonth, dueMonth, source: madeUp, synthetic: true } as const;
  return [
    {
      ...common,
      id: 'target-vacancy',
      nameZh: '全区空置率降到 12%',
      nameEn: 'District vacancy down to 12 %',
      indicator: 'vacancyRate',
      targetValue: 0.12,
      baseValue: 0.2,
    },
    {
      ...common,
      id: 'target-vacancy-xiaobailou',
      nameZh: '小白楼商圈空置率降到 10%',
      nameEn: 'Vacancy of Xiaobailou down to 10 %',
      indicator: 'vacancyRate',
      scope: 'xiaobailou',
      targetValue: 0.1,
      baseValue: null,
      baseMonth: null,
    },
    {
      ...common,
      id: 'target-registration',
      nameZh: '属地注册率达到 80%',
      nameEn: 'Eighty per cent of the firms registered in the district',
      indicator: 'localRegistrationRate',
      targetValue: 0.8,
      baseValue: null,
      baseMonth: null,
    },
  ];
}

interface EmptyBuilding {
  readonly building: Building;
  readonly space: Space;
  readonly vacancyRate: number;
}

const threshold = 0.15;
const mostPlans = 9;

/** Made-up buildings above the threshold, the emptiest first, spread over all of them. */
function emptyBuildings({ buildings, units }: Portfolio): readonly EmptyBuilding[] {
  const unitsOf = Map.groupBy(units, ({ buildingId }) => buildingId);
  const found = buildings.flatMap((building): EmptyBuilding[] => {
    const space = spaceOf(building, unitsOf.get(building.id) ?? []);
    const { vacancyRate } = space;
    return building.synthetic && vacancyRate !== null && vacancyRate > threshold
      ? [{ building, space, vacancyRate }]
      : [];
  });
  const sorted = found.toSorted(
    (a, b) => b.vacancyRate - a.vacancyRate || (a.building.id < b.building.id ? -1 : 1),
  );
  const step = Math.max(1, Math.floor(sorted.length / mostPlans));
  return sorted.filter((_, place) => place % step === 0).slice(0, mostPlans);
}

interface Kind {
  readonly status: PlanStatus;
  /** Months from the start to the day of the data, and of the plan from start to end. */
  readonly began: number;
  readonly lasts: number;
}

const kinds: readonly Kind[] = [
  { status: 'underWay', began: 5, lasts: 12 },
  { status: 'done', began: 16, lasts: 10 },
  { status: 'drafted', began: -2, lasts: 14 },
  { status: 'underWay', began: 9, lasts: 8 },
  { status: 'done', began: 20, lasts: 12 },
  { status: 'approved', began: -1, lasts: 9 },
  { status: 'dropped', began: 14, lasts: 10 },
  { status: 'done', began: 13, lasts: 9 },
  { status: 'drafted', began: -4, lasts: 12 },
];

const titles = [
  '大堂与公共区提升',
  '低区转联合办公',
  '机电与电梯更新',
  '首层商业重组',
  '整层精装交付',
] as const;
const owners = ['示例责任人甲', '示例责任人乙', '示例责任人丙'] as const;
const works = [
  '清理低效租约，腾出可连通楼层',
  '翻新大堂、卫生间与电梯厅',
  '更新空调与弱电系统',
  '按行业门类定向招商',
] as const;

/** A stream of its own, beside those of the generator's buildings. */
const stream = 91;

function planOf({ building, space }: EmptyBuilding, place: number, asOf: IsoDate): RenewalPlan {
  const { status, began, lasts } = kinds[place % kinds.length] ?? { status: 'drafted', began: 0, lasts: 12 };
  const random = new Random(stream, place);
  const startOn = plusMonths(asOf, -began);
  const dueOn = plusMonths(startOn, lasts);
  const isDone = status === 'done';
  const after = space.askingRent === null ? null : roundTo(space.askingRent, 0.5);
  const before = after === null ? null : roundTo(after / random.between(1.06, 1.28), 0.5);
  const steps = works.map((text, step) => {
    const due = plusMonths(startOn, Math.round((lasts * (step + 1)) / works.length));
    const isOver = isDone || (status === 'underWay' && due <= asOf && step < 2);
    return { text, due, doneOn: isOver ? due : null };
  });
  return {
    id: `plan-${place + 1}`,
    buildingId: building.id,
    title: random.pick(titles),
    owner: random.pick(owners),
    status,
    measures: steps,
    startOn: status === 'drafted' ? null : startOn,
    dueOn: status === 'drafted' ? null : dueOn,
    doneOn: isDone ? dueOn : null,
    areaSqm: space.vacantArea === null ? null : roundTo(space.vacantArea, 10),
    rentBefore: isDone || status === 'underWay' ? before : null,
    rentAfter: isDone ? after : null,
    note: status === 'dropped' ? '业主改为整体出售，方案中止（示例，虚构）' : '示例方案，虚构',
  };
}

/** Two reports that somebody looked through again, some months later. */
function correctionsOf({ months, asOf }: Portfolio): readonly MonthCorrection[] {
  const monthsAgo = (count: number): IsoMonth => monthFromNumber((monthNumber(asOf) ?? 0) - count);
  const reportOf = (month: IsoMonth, least: number): BuildingMonth | undefined =>
    months.find((report) => report.month === month && (report.vacantArea ?? 0) > least);
  const [space, tenants] = [reportOf(monthsAgo(4), 2_000), reportOf(monthsAgo(7), 800)];
  const none = {
    occupiedArea: null,
    vacantArea: null,
    availableArea: null,
    tenantCount: null,
    totalTax: null,
  };
  const by = { correctedBy: '示例用户', correctedOn: plusMonths(asOf, -1) };
  const corrections: MonthCorrection[] = [];
  if (space) {
    const { buildingId, month, occupiedArea, vacantArea, availableArea } = space;
    corrections.push({
      ...{ buildingId, month, number: 1, ...none, ...by },
      occupiedArea: occupiedArea === null ? null : Math.max(0, occupiedArea - 600),
      vacantArea:
        vacantArea === null || occupiedArea === null ? null : vacantArea + Math.min(600, occupiedArea),
      availableArea: availableArea === null ? null : availableArea + 600,
      reason: '月报把已退租的 600 ㎡ 仍计作在用（示例，虚构）',
    });
  }
  if (tenants) {
    const { buildingId, month, tenantCount } = tenants;
    corrections.push({
      ...{ buildingId, month, number: 1, ...none, ...by },
      tenantCount: (tenantCount ?? 0) + 1,
      reason: '漏计一家分租企业（示例，虚构）',
    });
  }
  return corrections.toSorted((a, b) =>
    `${a.buildingId}~${a.month}` < `${b.buildingId}~${b.month}` ? -1 : 1,
  );
}

/** What is planned for, and corrected in, a made-up portfolio. Pure: the same portfolio gives the same plans. */
export function planningOf(
  portfolio: Portfolio,
): Pick<Portfolio, 'monthCorrections' | 'renewalPlans' | 'targets'> {
  const { asOf } = portfolio;
  return {
    monthCorrections: correctionsOf(portfolio),
    renewalPlans: emptyBuildings(portfolio).map((empty, place) => planOf(empty, place, asOf)),
    targets: [...publishedTargets, ...madeUpTargets(asOf)],
  };
}
