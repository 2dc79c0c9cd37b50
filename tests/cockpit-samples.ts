/** long: one table of figures for all charts. Figures for the charts of 驾驶舱: usual ones, and those that break charts. Made up, seeded by their place. */

import type { ExpiryProfile } from '#domain/indicators/expiry-profile.ts';
import type { IndustryMix } from '#domain/indicators/industry-mix.ts';
import { monthFromNumber } from '#domain/measure.ts';
import { type CarrierType, carrierTypes } from '#domain/model/building.ts';
import { heping } from '#mocks/sample/heping.ts';
import type { ChartOrigin } from '#views/cockpit/cockpit-frame.tsx';
import type { Kpi } from '#views/cockpit/kpi-card.tsx';
import type { Move } from '#views/cockpit/movers.tsx';
import type { OccupancySeries } from '#views/cockpit/occupancy-over-time.tsx';
import type { TaxedBuilding, TaxStep } from '#views/cockpit/tax-ladder.tsx';
import type { Grouping, VacancyGroup } from '#views/cockpit/vacancy-breakdown.tsx';
import type { MapArea, MapBuilding } from '#views/cockpit/vacancy-map.tsx';
import type { YieldBuilding } from '#views/cockpit/yield-plot.ts';

export const sampleKinds = ['usual', 'empty', 'one', 'unknown', 'long', 'extreme'] as const;
/** `long`: 40 circles and buildings with long names; `extreme`: below zero and huge. */
export type SampleKind = (typeof sampleKinds)[number];

export const origin: ChartOrigin = {
  scope: '和平区 · 全部楼宇',
  period: '2026年9月',
  asOf: '2026-10-31',
  synthetic: true,
};

/** Between 0 and 1, the same for the same place. */
export function share(place: number): number {
  const x = Math.sin(place * 12.9898 + 4.1) * 43_758.5453;
  return x - Math.floor(x);
}

const longName = (at: number) =>
  `天津市和平区国际金融贸易中心商务综合体第${at + 1}期写字楼及配套商业裙房东南侧附属楼`;

export function periodsOf(kind: SampleKind): readonly string[] {
  const count = kind === 'empty' ? 0 : kind === 'one' ? 1 : 36;
  return Array.from({ length: count }, (_, at) => monthFromNumber(2026 * 12 + 9 - count + at + 1));
}

export function timeOf(kind: SampleKind) {
  return { at: Math.max(0, periodsOf(kind).length - 2), perYear: 12 };
}

function wave(kind: SampleKind, place: number, base: number, swing: number): readonly (number | null)[] {
  return periodsOf(kind).map((_, at) => {
    if (kind === 'unknown') return null;
    if (kind === 'usual' && (at === 10 || at === 11 || (at === 20 && place % 7 === 2))) return null;
    const value = base + swing * Math.sin((at + place * 3) / 5) + base * 0.006 * at;
    return kind === 'extreme' ? value * 1e6 * (at % 5 === 0 ? -1 : 1) : value;
  });
}

const kpiSpecs = [
  ['occupancyRate', '入驻率', 'ratio', 0.78, 0.02],
  ['vacancyRate', '空置率', 'ratio', 0.19, 0.03],
  ['availableArea', '可招商面积', 'sqm', 412_000, 30_000],
  ['netAbsorption', '净去化面积', 'sqm', 1_200, 14_000],
  ['askingRent', '平均报价租金', 'yuanPerSqmMonth', 92.4, 3],
  ['netEffectiveRent', '净有效租金', 'yuanPerSqmMonth', 81.7, 3],
  ['waltByArea', '加权平均剩余租期', 'years', 2.1, 0.2],
  ['expiring12mRate', '12个月内到期率', 'ratio', 0.31, 0.03],
  ['tenantCount', '入驻企业数', 'count', 2_310, 60],
  ['localRegistrationRate', '属地注册率', 'ratio', 0.64, 0.02],
  ['localTaxpayerRate', '属地纳税率', 'ratio', 0.58, 0.02],
  ['totalTax', '全口径税收', 'yuan', 241_000_000, 90_000_000],
  ['taxPerSqm', '单位面积税收', 'yuanPerSqmYear', 1_320, 120],
  ['taxPerEmployee', '人均税收', 'yuanPerHead', 48_200, 2_000],
  ['hundredMillionBuildings', '亿元楼宇', 'count', 7, 1.5],
  ['keyBuildingTaxShare', '重点楼宇税收贡献占比', 'ratio', 0.46, 0.03],
  ['leadingIndustryShare', '产业集聚度', 'ratio', 0.34, 0.02],
  ['netTenantInflow', '企业净流入', 'count', 4, 16],
] as const;

export function kpisOf(kind: SampleKind): readonly Kpi[] {
  return kpiSpecs.map(([id, name, unit, base, swing], place) => ({
    id,
    name: kind === 'long' ? longName(place) : name,
    unit,
    values: wave(kind, place, base, swing).map((value) =>
      value !== null && unit === 'count' ? Math.round(value) : value,
    ),
    coverages: periodsOf(kind).map(() => (kind === 'unknown' ? null : place % 3 === 0 ? 0.914 : 1)),
    ...(id === 'leadingIndustryShare' ? { detail: '金融业' } : {}),
  }));
}

function circlesOf(kind: SampleKind): readonly { readonly id: string; readonly name: string }[] {
  if (kind === 'empty') return [];
  if (kind === 'one') return [{ id: 'wudadao', name: '五大道' }];
  if (kind === 'long') return Array.from({ length: 40 }, (_, at) => ({ id: `c${at}`, name: longName(at) }));
  return heping.circles.map(({ id, nameZh }) => ({ id, name: nameZh }));
}

function occupancyOf(kind: SampleKind, place: number): OccupancySeries {
  const size = 90_000 + 160_000 * share(place);
  const occupied = wave(kind, place, size * 0.74, size * 0.05);
  const whole = occupied.map((value) =>
    value === null ? null : kind === 'extreme' ? size * 1e6 : size * 1.05,
  );
  const vacant = occupied.map((value, at) => (value === null ? null : (whole[at] ?? 0) - value));
  return { occupied: { part: occupied, whole }, vacant: { part: vacant, whole } };
}

export function circleSeries(kind: SampleKind) {
  return circlesOf(kind).map((circle, place) => ({ ...circle, ...occupancyOf(kind, place) }));
}

/** Sums over the circles; not known where one of them is not. */
export function allSeries(kind: SampleKind): OccupancySeries {
  const circles = circleSeries(kind);
  const sum = (measure: 'occupied' | 'vacant', side: 'part' | 'whole') =>
    periodsOf(kind).map((_, at) => {
      const values = circles
        .map((circle) => circle[measure][side][at] ?? null)
        .filter((value) => value !== null);
      return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
    });
  const series = (measure: 'occupied' | 'vacant') => ({
    part: sum(measure, 'part'),
    whole: sum(measure, 'whole'),
  });
  return { occupied: series('occupied'), vacant: series('vacant') };
}

function vacancyGroup(kind: SampleKind, id: string, name: string, place: number): VacancyGroup {
  const isUnknown = kind === 'unknown' || (kind === 'usual' && place === 4);
  const rate = kind === 'extreme' ? share(place) * 9 - 2 : 0.04 + 0.6 * share(place) ** 2;
  const rentableArea = kind === 'extreme' ? 9.8e11 : 90_000 + 160_000 * share(place);
  return {
    id,
    name,
    rate: isUnknown ? null : rate,
    vacantArea: isUnknown ? null : rate * rentableArea,
    rentableArea: isUnknown ? null : rentableArea,
    coverage: isUnknown ? null : place % 2 ? 1 : 0.87,
  };
}

export function vacancyGroups(kind: SampleKind): Readonly<Record<Grouping, readonly VacancyGroup[]>> {
  const rows = (pairs: readonly (readonly [string, string])[], from: number) =>
    kind === 'empty' ? [] : pairs.map(([id, name], at) => vacancyGroup(kind, id, name, from + at));
  return {
    circle: rows(
      circlesOf(kind).map(({ id, name }) => [id, name] as const),
      0,
    ),
    grade: rows(
      [
        ['premium', '超甲级'],
        ['A', '甲级'],
        ['B', '乙级'],
        ['C', '丙级'],
      ],
      10,
    ),
    type: rows(
      [
        ['office', '写字楼'],
        ['retailPodium', '底商'],
        ['heritageHouse', '小洋楼'],
      ],
      20,
    ),
  };
}

const countOf: Readonly<Record<SampleKind, number>> = {
  usual: 210,
  empty: 0,
  one: 1,
  unknown: 60,
  long: 40,
  extreme: 60,
};

export function yieldBuildings(kind: SampleKind): readonly YieldBuilding[] {
  return Array.from({ length: countOf[kind] }, (_, at): YieldBuilding => {
    const tax = 60 + 9_000 * share(at * 3 + 1) ** 4;
    return {
      id: `b${at}`,
      name:
        kind === 'long' ? longName(at) : `示例${['大厦', '中心', '广场', '商厦', '公馆'][at % 5]}${at + 1}号`,
      type: carrierTypes[at % 7 < 4 ? 0 : at % 7 < 5 ? 1 : 2] as CarrierType,
      occupancy:
        kind === 'unknown' || (kind === 'usual' && at % 30 === 7) ? null : 1 - 0.62 * share(at) ** 2.2,
      taxPerSqm: kind === 'extreme' ? (share(at) - 0.3) * 4e7 : tax,
      rentableArea: at % 23 === 5 ? null : 1_500 + 78_000 * share(at * 7 + 2) ** 3,
    };
  });
}

export const yieldLines = { occupancy: 0.812, taxPerSqm: 1_320 };

export function ladderOf(kind: SampleKind) {
  const counts = { usual: [96, 38, 21, 14, 7, 1], long: [30, 4, 3, 2, 1, 0], one: [1, 0, 0, 0, 0, 0] };
  const buildings =
    kind === 'extreme'
      ? [999_999, 1, 0, 0, 0, 88_888]
      : kind === 'usual' || kind === 'long' || kind === 'one'
        ? counts[kind]
        : [0, 0, 0, 0, 0, 0];
  const thresholds = [0, 1e7, 3e7, 5e7, 1e8, 1e9];
  const steps = buildings.map(
    (count, tier): TaxStep => ({
      tier,
      buildings: count,
      tax: count * ((thresholds[tier] ?? 0) + 3.7e6) * (kind === 'extreme' ? 1e4 : 1),
    }),
  );
  const items = yieldBuildings(kind)
    .slice(0, kind === 'unknown' ? 0 : 40)
    .map(({ id, name }, at): TaxedBuilding => {
      const tier = at % 6;
      const next = thresholds[tier + 1];
      const gap = next === undefined ? null : (next - (thresholds[tier] ?? 0)) * share(at + 50);
      const tax = next === undefined || gap === null ? 1.2e9 : next - gap;
      return { buildingId: id, name, tax, tier, gap, months: at % 5 ? 12 : 7 };
    });
  return { steps, items, unknown: kind === 'empty' || kind === 'one' ? 0 : 33, through: '2026-09' };
}

export function industryMixOf(kind: SampleKind): IndustryMix {
  const letters = {
    usual: 'JLMIFKREGHPQ',
    long: 'ABCDEFGHIJKLMNOPQRST',
    one: 'J',
    empty: '',
    unknown: '',
    extreme: 'JD',
  }[kind];
  const areas = [...letters].map((_, at) => (kind === 'extreme' ? (at ? 1 : 9e11) : 210_000 * 0.68 ** at));
  const knownArea = areas.reduce((sum, area) => sum + area, 0);
  const unknownArea = kind === 'usual' || kind === 'unknown' ? 48_000 : 0;
  const industries = [...letters].map((industry, at) => {
    const area = areas[at] ?? 0;
    return { industry, area, share: area / knownArea, tenants: 3 + at };
  });
  const leading = industries[0];
  const whole = knownArea + unknownArea;
  return {
    industries,
    leadingIndustry: leading?.industry ?? null,
    leadingShare: {
      value: leading?.share ?? null,
      numerator: leading?.area ?? 0,
      denominator: knownArea,
      coverage: whole > 0 ? knownArea / whole : null,
    },
    hhi: leading ? industries.reduce((sum, one) => sum + one.share ** 2, 0) : null,
    occupiedArea: whole,
    unknownArea,
  };
}

export function expiryOf(kind: SampleKind): ExpiryProfile {
  const size = kind === 'extreme' ? 4e11 : kind === 'empty' || kind === 'unknown' ? 0 : 30_000;
  const bucket = (place: number) => {
    const area = Math.round(size * (0.3 + share(place)));
    return { area, units: size > 0 ? 4 + place : 0, share: size > 0 ? area / (size * 14) : null };
  };
  const none = { area: 0, units: 0, share: null };
  const quarters = Array.from({ length: 12 }, (_, at) => ({
    quarter: `${2026 + Math.floor((at + 3) / 4)}-Q${(((at + 3) % 4) + 1) as 1 | 2 | 3 | 4}` as const,
    ...(kind === 'one' && at > 0 ? none : bucket(at)),
  }));
  return {
    quarters,
    later: kind === 'one' ? none : bucket(20),
    overdue: kind === 'usual' ? bucket(21) : none,
    unknown: kind === 'usual' ? bucket(22) : none,
    leasedArea: size * 14,
    within12Months: {
      value: size > 0 ? 0.312 : null,
      numerator: size * 4,
      denominator: size * 13,
      coverage: 0.93,
    },
  };
}

export function movesOf(kind: SampleKind, from: number): readonly Move[] {
  const count = { usual: 9, empty: 0, one: 1, unknown: 4, long: 40, extreme: 3 }[kind];
  return Array.from({ length: count }, (_, at): Move => {
    const place = from + at;
    return {
      key: `m${place}`,
      firm:
        kind === 'unknown'
          ? null
          : kind === 'long'
            ? `${longName(at)}有限责任公司天津分公司`
            : `示例科技${place + 1}号公司`,
      buildingId: `b${place}`,
      buildingName: kind === 'long' ? longName(at) : `示例大厦${place + 1}号`,
      area:
        kind === 'unknown' ? null : kind === 'extreme' ? 7e9 : Math.round(120 + 3_000 * share(place) ** 3),
      month: '2026-09',
      isWithin: at % 4 === 1,
    };
  });
}

export function mapAreas(kind: SampleKind): Readonly<Record<'circle' | 'subdistrict', readonly MapArea[]>> {
  const figures = (place: number) => {
    const { rate, vacantArea } = vacancyGroup(kind, '', '', place);
    return { rate, vacantArea, buildings: 12 + place };
  };
  const some = <T>(all: readonly T[]) => (kind === 'empty' ? [] : kind === 'one' ? all.slice(0, 1) : all);
  const nameOf = (name: string, at: number) => (kind === 'long' ? longName(at) : name);
  return {
    circle: some(heping.circles).map(({ id, nameZh, centre, radiusM }, at) => ({
      id,
      name: nameOf(nameZh, at),
      ...figures(at),
      shape: { kind: 'disc', centre, radiusM },
    })),
    subdistrict: some(heping.subdistricts).map(({ id, nameZh, outline }, at) => ({
      id,
      name: nameOf(nameZh, at),
      ...figures(at + 1),
      shape: { kind: 'ring', ring: outline },
    })),
  };
}

export function mapBuildings(kind: SampleKind): readonly MapBuilding[] {
  const { circles } = heping;
  return yieldBuildings(kind).flatMap(({ id, name, type, occupancy }, at) => {
    const circle = circles[at % circles.length];
    if (!circle) return [];
    const [lon, lat] = circle.centre;
    const reach = circle.radiusM / 111_000;
    return [
      {
        id,
        name,
        type,
        lon: lon + (share(at) - 0.5) * 2 * reach,
        lat: lat + (share(at + 300) - 0.5) * 1.6 * reach,
        vacancyRate: occupancy === null ? null : 1 - occupancy,
        availableArea: at % 9 === 4 ? null : 12_000 * share(at + 90) ** 2,
      },
    ];
  });
}

export const mapBounds = heping.bounds;
