/** Who may see what. Applied to the data before anything is derived from it, on the server. */
import { correctedFigures, type MonthCorrection } from './model/month-correction.ts';
import type { Portfolio } from './model/portfolio.ts';
import type { RangeField } from './query/fields.ts';
import type { Entity, RecordTypes } from './records/entity.ts';
import { remembered } from './remembered.ts';

export const roles = ['public', 'staff', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Tenants, leases, contacts: whoever works for the district. */
export function maySeeTenants(role: Role): boolean {
  return role !== 'public';
}

/** Tax, in any form: managers. */
export function maySeeTax(role: Role): boolean {
  return role === 'manager' || role === 'admin';
}

/**
 * One record as a role may see it: hidden fields are null; null where the whole record is hidden. Everything
 * that hides something, of one record or of all, goes through here.
 */
export function visibleRecord<E extends Entity>(
  role: Role,
  entity: E,
  record: RecordTypes[E],
): RecordTypes[E] | null {
  const hide = hiding[entity] as (record: RecordTypes[E], tenants: boolean, tax: boolean) => unknown;
  return hide(record, maySeeTenants(role), maySeeTax(role)) as RecordTypes[E] | null;
}

/** `tenants`, `tax`: whether the role may see them. */
const hiding: {
  readonly [E in Entity]: (record: RecordTypes[E], tenants: boolean, tax: boolean) => RecordTypes[E] | null;
} = {
  building: (building, tenants) => (tenants ? building : { ...building, steward: null }),
  fact: (fact, tenants) => (tenants || fact.field !== 'steward' ? fact : null),
  floor: (floor) => floor,
  unit: (unit) => unit,
  enterprise: (enterprise, tenants) => (tenants ? enterprise : null),
  lease: (lease, tenants) => (tenants ? lease : null),
  taxRecord: (record, _, tax) => (tax ? record : null),
  month: (month, tenants, tax) =>
    tenants && tax
      ? month
      : {
          ...month,
          tenantCount: tenants ? month.tenantCount : null,
          totalTax: tax ? month.totalTax : null,
        },
  monthCorrection: (correction, tenants, tax) => (tenants && tax ? correction : asSeen(correction, tenants)),
  renewalPlan: (plan, tenants) => (tenants ? plan : null),
  target: (target, tenants) => (tenants ? target : null),
};

/**
 * A correction for whoever may not see tax: nothing where it corrects nothing else. Why tax was wrong may tell how
 * much it is, so that such a reason stays with it.
 */
function asSeen(correction: MonthCorrection, tenants: boolean): MonthCorrection | null {
  const seen = {
    ...correction,
    totalTax: null,
    tenantCount: tenants ? correction.tenantCount : null,
    reason: tenants && correction.totalTax === null ? correction.reason : null,
    correctedBy: tenants ? correction.correctedBy : null,
  };
  return correctedFigures.some((figure) => seen[figure] !== null) ? seen : null;
}

/** Fields of a kind of record that a role neither sees nor sets; null where the whole kind is hidden. */
export function hiddenRecordFields(role: Role, entity: Entity): readonly string[] | null {
  const [tenants, tax] = [maySeeTenants(role), maySeeTax(role)];
  if (entity === 'taxRecord') return tax ? [] : null;
  if (tenantsOnly.includes(entity)) return tenants ? [] : null;
  if (entity === 'building') return tenants ? [] : ['steward'];
  if (entity === 'month') return [...(tenants ? [] : ['tenantCount']), ...(tax ? [] : ['totalTax'])];
  if (entity === 'monthCorrection') {
    return [...(tenants ? [] : ['tenantCount', 'reason', 'correctedBy']), ...(tax ? [] : ['totalTax'])];
  }
  return [];
}

const tenantsOnly: readonly Entity[] = ['lease', 'enterprise', 'renewalPlan', 'target'];

/**
 * The portfolio as one role may see it. Hidden collections come back empty and hidden fields null, so that
 * whatever is computed from the result cannot give them away. What did not change since the last portfolio
 * comes back as the same objects.
 */
export function visibleTo(role: Role, portfolio: Portfolio): Portfolio {
  const tenants = maySeeTenants(role);
  const tax = maySeeTax(role);
  if (tenants && tax) return portfolio;
  const seen = tenants ? seenByStaff : seenByPublic;
  return {
    ...portfolio,
    buildings: tenants ? portfolio.buildings : seen.buildings(portfolio.buildings),
    facts: tenants ? portfolio.facts : seen.facts(portfolio.facts),
    leases: tenants ? portfolio.leases : [],
    enterprises: tenants ? portfolio.enterprises : [],
    taxRecords: tax ? portfolio.taxRecords : [],
    months: seen.months(portfolio.months),
    monthCorrections: seen.monthCorrections(portfolio.monthCorrections),
    renewalPlans: tenants ? portfolio.renewalPlans : [],
    targets: tenants ? portfolio.targets : [],
  };
}

/** Collections as a role sees them, each worked out once; and so is each building, which much hangs on. */
function collectionsSeenBy(role: Role) {
  const seen = <E extends Entity>(
    entity: E,
    one = (record: RecordTypes[E]) => visibleRecord(role, entity, record),
  ) =>
    remembered((records: readonly RecordTypes[E][]): readonly RecordTypes[E][] =>
      records.flatMap((record) => one(record) ?? []),
    );
  const building = remembered((record: RecordTypes['building']) => visibleRecord(role, 'building', record));
  return {
    buildings: seen('building', building),
    facts: seen('fact'),
    months: seen('month'),
    monthCorrections: seen('monthCorrection'),
  };
}

const seenByPublic = collectionsSeenBy('public');
const seenByStaff = collectionsSeenBy('staff');

/** Search fields that one role may neither see nor ask about. */
export function hiddenFields(role: Role): readonly RangeField[] {
  return maySeeTax(role) ? [] : ['taxPerSqm'];
}
