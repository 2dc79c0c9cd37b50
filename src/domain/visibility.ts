/** Who may see what. Applied to the data before anything is derived from it, on the server. */
import type { Building } from './model/building.ts';
import type { Portfolio } from './model/portfolio.ts';
import type { RangeField } from './query/fields.ts';

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
 * The portfolio as one role may see it. Hidden collections come back empty and hidden fields null, so that
 * whatever is computed from the result cannot give them away.
 */
export function visibleTo(role: Role, portfolio: Portfolio): Portfolio {
  const tenants = maySeeTenants(role);
  const tax = maySeeTax(role);
  if (tenants && tax) return portfolio;
  return {
    ...portfolio,
    buildings: tenants ? portfolio.buildings : portfolio.buildings.map(withoutContacts),
    facts: tenants ? portfolio.facts : portfolio.facts.filter((fact) => fact.field !== 'steward'),
    leases: tenants ? portfolio.leases : [],
    enterprises: tenants ? portfolio.enterprises : [],
    taxRecords: tax ? portfolio.taxRecords : [],
    months: portfolio.months.map((month) => ({
      ...month,
      tenantCount: tenants ? month.tenantCount : null,
      totalTax: tax ? month.totalTax : null,
    })),
  };
}

function withoutContacts(building: Building): Building {
  return { ...building, steward: null };
}

/** Search fields that one role may neither see nor ask about. */
export function hiddenFields(role: Role): readonly RangeField[] {
  return maySeeTax(role) ? [] : ['taxPerSqm'];
}
