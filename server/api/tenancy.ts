/** Months, leases and tenants of one building, as a role may see them. */
import type {
  BuildingMonthItem,
  BuildingMonths,
  MonthFigureCorrection,
  Tenancy,
  TenancyLease,
} from '#contract/tenancy.ts';
import { type CorrectedMonth, monthKey } from '#domain/history/effective-months.ts';
import { expiryProfile } from '#domain/indicators/expiry-profile.ts';
import { industryMix } from '#domain/indicators/industry-mix.ts';
import { tenantMix } from '#domain/indicators/tenant-mix.ts';
import { weightedLeaseTerm } from '#domain/indicators/weighted-lease-term.ts';
import { type BuildingId, type IsoMonth, yuanFromFen } from '#domain/measure.ts';
import type { BuildingMonth, Enterprise, Lease, Unit } from '#domain/model/unit.ts';
import { compareKnown } from '#domain/order.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import type { MonthSpan } from './month-span.ts';
import type { ReadModel } from './read-model.ts';

export function buildingMonths(model: ReadModel, id: BuildingId, span: MonthSpan): BuildingMonths {
  const own = model.monthsOf().get(id) ?? [];
  const corrected = model.correctedMonths();
  const reported = new Map(own.map((month) => [month.month, month]));
  return {
    revision: model.revision,
    asOf: model.portfolio.asOf,
    from: span.from,
    to: span.to,
    months: span.months.map((month) => {
      const found = corrected.get(monthKey({ buildingId: id, month }));
      return {
        ...monthItem(month, reported.get(month), model.role),
        ...(found && maySeeTenants(model.role) && { corrections: correctionItems(found) }),
      };
    }),
  };
}

function monthItem(month: IsoMonth, report: BuildingMonth | undefined, role: Role): BuildingMonthItem {
  const tax = report?.totalTax ?? null;
  return {
    month,
    isReported: report !== undefined,
    occupiedArea: report?.occupiedArea ?? null,
    vacantArea: report?.vacantArea ?? null,
    availableArea: report?.availableArea ?? null,
    ...(maySeeTenants(role) && { tenantCount: report?.tenantCount ?? null }),
    ...(maySeeTax(role) && { totalTax: tax === null ? null : yuanFromFen(tax) }),
  };
}

function correctionItems(month: CorrectedMonth): MonthFigureCorrection[] {
  return [...month.figures].flatMap(([figure, { number, reason, correctedOn, correctedBy }]) => {
    const shown = (value: number | null) =>
      value !== null && figure === 'totalTax' ? yuanFromFen(value) : value;
    const [reported, corrected] = [shown(month.reported[figure]), shown(month.effective[figure])];
    return corrected === null
      ? []
      : [{ figure, reported, corrected, number, reason, correctedOn, correctedBy }];
  });
}

/** Only for a role that may see tenants. */
export function tenancyOf(model: ReadModel, id: BuildingId): Tenancy {
  const { portfolio, revision } = model;
  const { asOf } = portfolio;
  const { leasesOf, enterpriseOf } = model.records();
  const units = model.unitsOf.get(id) ?? [];
  const leases = leasesOf.get(id) ?? [];
  const firmIds = new Set(leases.map(({ enterpriseId }) => enterpriseId));
  const firms = [...firmIds].flatMap((firm) => enterpriseOf.get(firm) ?? []);
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const mix = tenantMix(leases, firms, units, asOf);
  const industries = industryMix(leases, firms, units, asOf);
  const profile = expiryProfile(leases, units, asOf);
  return {
    revision,
    asOf,
    leases: leases
      .toSorted((a, b) => (a.start === b.start ? compareKnown(a.id, b.id) : compareKnown(b.start, a.start)))
      .map((lease) => leaseItem(lease, unitOf.get(lease.unitId), enterpriseOf.get(lease.enterpriseId))),
    leaseTerm: weightedLeaseTerm(leases, units, asOf),
    expiry: { ...profile, quarters: [...profile.quarters] },
    tenantMix: { ...mix, tenants: [...mix.tenants] },
    industryMix: { ...industries, industries: [...industries.industries] },
  };
}

function leaseItem(lease: Lease, unit: Unit | undefined, firm: Enterprise | undefined): TenancyLease {
  return {
    id: lease.id,
    unitId: lease.unitId,
    unitLabel: unit?.label ?? null,
    floor: unit?.floor ?? null,
    area: unit?.area ?? null,
    enterpriseId: lease.enterpriseId,
    enterprise: firm?.name ?? null,
    industry: firm?.industry ?? null,
    start: lease.start,
    end: lease.end,
    contractRent: lease.contractRent,
    rentFreeMonths: lease.rentFreeMonths,
    escalation: lease.escalation,
    leaseType: lease.leaseType,
  };
}
