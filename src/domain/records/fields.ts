/** The table of all fields. Limits are wider than anything that stands, and narrow enough to catch a slip of unit. */
import {
  buildingStatuses,
  carrierTypes,
  gradeBases,
  grades,
  greenCertificates,
  protectionClasses,
  targetIndustries,
  tenures,
} from '../model/building.ts';
import { planStatuses } from '../model/renewal-plan.ts';
import { targetIndicators } from '../model/target.ts';
import { leaseTypes, unitStatuses } from '../model/unit.ts';
import { type Entity, entities } from './entity.ts';
import { always, type Field, type FieldTable, type FieldTables, maybe } from './field.ts';

const id = always({ kind: 'id' });
const largestArea = 20_000_000;
/** 元/㎡/month: ten times the dearest high street in the country. */
const dearestRent = 30_000;
/** 分: a hundred thousand million 元, still exact as a number. */
const mostFen = 10_000_000_000_000;
const area = { kind: 'number', min: 0, max: largestArea } as const;
const areaStated = { kind: 'quantity', min: 0, max: largestArea } as const;
const rent = { kind: 'number', min: 0, max: dearestRent } as const;
const rentStated = { kind: 'quantity', min: 0, max: dearestRent } as const;
const height = { min: 1, max: 60 } as const;
const storey = { kind: 'integer', min: -20, max: 300 } as const;
const tenants = { kind: 'integer', min: 0, max: 100_000 } as const;
/** Of any indicator: a rate, an area, or a sum in 元. */
const anyFigure = { kind: 'number', min: -1_000_000_000_000, max: 1_000_000_000_000 } as const;
const money = { kind: 'integer', min: -mostFen, max: mostFen } as const;
const name = { kind: 'text', most: 120 } as const;
const sentence = { kind: 'text', most: 1_000 } as const;

const building: FieldTable<'building'> = {
  id,
  nameZh: always(name),
  nameEn: maybe(name),
  aliases: always({ kind: 'texts', most: 120, count: 30 }),
  address: maybe({ kind: 'text', most: 300 }),
  position: maybe({ kind: 'position' }),
  carrierType: always({ kind: 'choice', options: carrierTypes }),
  status: always({ kind: 'choice', options: buildingStatuses }),
  completedOn: maybe({ kind: 'dateOrMonth' }),
  grade: maybe({ kind: 'choice', options: grades }),
  gradeBasis: maybe({ kind: 'choice', options: gradeBases }),
  developer: maybe(name),
  gfa: maybe(areaStated),
  rentableArea: maybe(areaStated),
  statedAvailableArea: maybe(areaStated),
  statedAskingRent: maybe(rentStated),
  floorPlate: maybe({ kind: 'quantity', min: 0, max: 200_000 }),
  floors: always({ kind: 'storeys' }),
  floorToFloorHeight: maybe({ kind: 'span', ...height }),
  clearHeight: maybe({ kind: 'quantity', ...height }),
  efficiency: maybe({ kind: 'quantity', min: 0, max: 1 }),
  columnFree: maybe({ kind: 'flag' }),
  divisible: maybe({ kind: 'flag' }),
  greenCertificate: maybe({ kind: 'choice', options: greenCertificates }),
  tenure: maybe({ kind: 'choice', options: tenures }),
  targetIndustries: maybe({ kind: 'choices', options: targetIndustries }),
  admissionRule: maybe(sentence),
  protectionClass: maybe({ kind: 'choice', options: protectionClasses }),
  lifts: maybe({ kind: 'integer', min: 0, max: 500 }),
  parking: maybe({ kind: 'integer', min: 0, max: 50_000 }),
  managementFee: maybe({ kind: 'quantity', min: 0, max: 1_000 }),
  hvac: maybe(sentence),
  power: maybe(sentence),
  remarks: always({ kind: 'texts', most: 2_000, count: 60 }),
  steward: maybe({ kind: 'steward' }),
  circleId: maybe({ kind: 'id' }),
  subdistrictId: maybe({ kind: 'id' }),
  synthetic: always({ kind: 'flag' }),
};

const fact: FieldTable<'fact'> = {
  buildingId: id,
  field: always({ kind: 'choice', options: Object.keys(building) }),
  source: always({ kind: 'text', most: 500 }),
  asOf: always({ kind: 'date' }),
  confidence: always({ kind: 'choice', options: ['A', 'B', 'C', 'D'] }),
  note: maybe(sentence),
};

const floor: FieldTable<'floor'> = {
  buildingId: id,
  floor: always(storey),
  label: always({ kind: 'text', most: 40 }),
  area: maybe({ kind: 'number', min: 0, max: 500_000 }),
};

const unit: FieldTable<'unit'> = {
  id,
  buildingId: id,
  floor: always(storey),
  label: always({ kind: 'text', most: 60 }),
  position: always({ kind: 'integer', min: 0, max: 100_000 }),
  area: always({ kind: 'number', min: 0.01, max: 500_000 }),
  status: always({ kind: 'choice', options: unitStatuses }),
  marketed: always({ kind: 'flag' }),
  askingRent: maybe(rent),
  availableFrom: maybe({ kind: 'date' }),
  minDivisibleArea: maybe(area),
};

const enterprise: FieldTable<'enterprise'> = {
  id,
  uscc: maybe({ kind: 'uscc' }),
  name: always({ kind: 'text', most: 200 }),
  industry: maybe({ kind: 'choice', options: [...'ABCDEFGHIJKLMNOPQRST'] }),
  registeredIn: maybe(name),
  taxIn: maybe(name),
  employees: maybe({ kind: 'integer', min: 0, max: 5_000_000 }),
  synthetic: always({ kind: 'flag' }),
};

const lease: FieldTable<'lease'> = {
  id,
  unitId: id,
  buildingId: id,
  enterpriseId: id,
  start: always({ kind: 'date' }),
  end: always({ kind: 'date' }),
  contractRent: maybe(rent),
  rentFreeMonths: maybe({ kind: 'number', min: 0, max: 120 }),
  escalation: maybe({ kind: 'number', min: -0.5, max: 1 }),
  leaseType: always({ kind: 'choice', options: leaseTypes }),
};

const taxRecord: FieldTable<'taxRecord'> = {
  enterpriseId: id,
  buildingId: id,
  month: always({ kind: 'month' }),
  totalTax: always(money),
  districtTax: maybe(money),
};

const month: FieldTable<'month'> = {
  buildingId: id,
  month: always({ kind: 'month' }),
  occupiedArea: maybe(area),
  vacantArea: maybe(area),
  availableArea: maybe(area),
  tenantCount: maybe(tenants),
  totalTax: maybe(money),
};

const monthCorrection: FieldTable<'monthCorrection'> = {
  buildingId: id,
  month: always({ kind: 'month' }),
  number: always({ kind: 'integer', min: 1, max: 10_000 }),
  occupiedArea: maybe(area),
  vacantArea: maybe(area),
  availableArea: maybe(area),
  tenantCount: maybe(tenants),
  totalTax: maybe(money),
  reason: maybe(sentence),
  correctedOn: always({ kind: 'date' }),
  correctedBy: maybe({ kind: 'text', most: 200 }),
};

const renewalPlan: FieldTable<'renewalPlan'> = {
  id,
  buildingId: id,
  title: always(name),
  owner: always(name),
  status: always({ kind: 'choice', options: planStatuses }),
  measures: always({ kind: 'measures', most: 300, count: 40 }),
  startOn: maybe({ kind: 'date' }),
  dueOn: maybe({ kind: 'date' }),
  doneOn: maybe({ kind: 'date' }),
  areaSqm: maybe(area),
  rentBefore: maybe(rent),
  rentAfter: maybe(rent),
  note: maybe(sentence),
};

const target: FieldTable<'target'> = {
  id,
  nameZh: always(name),
  nameEn: maybe(name),
  indicator: always({ kind: 'choice', options: targetIndicators }),
  scope: maybe({ kind: 'id' }),
  targetValue: always(anyFigure),
  baseValue: maybe(anyFigure),
  baseMonth: maybe({ kind: 'month' }),
  dueMonth: always({ kind: 'month' }),
  source: maybe({ kind: 'text', most: 500 }),
  synthetic: always({ kind: 'flag' }),
};

export const fieldTables: FieldTables = {
  building,
  fact,
  floor,
  unit,
  enterprise,
  lease,
  taxRecord,
  month,
  monthCorrection,
  renewalPlan,
  target,
};

const lists = Object.fromEntries(
  entities.map((entity) => [entity, Object.entries<Field>(fieldTables[entity])]),
);

const stamped: Partial<Record<Entity, readonly string[]>> = {
  monthCorrection: ['number', 'correctedOn', 'correctedBy'],
};

/** Fields that nobody gives: the server sets them when it makes the record. */
export function stampedFields(entity: Entity): readonly string[] {
  return stamped[entity] ?? [];
}

/** The fields of one kind of record, in the order in which a form or a file shows them. */
export function fieldsOf(entity: Entity): readonly (readonly [string, Field])[] {
  return lists[entity] ?? [];
}
