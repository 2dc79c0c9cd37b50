import { expect, test } from 'vitest';
import { aBuilding, aFact, aLease, anEnterprise, aPortfolio, aTaxRecord } from '../../tests/builders.ts';
import { hiddenFields, maySeeTax, maySeeTenants, type Role, roles, visibleTo } from './visibility.ts';

const tenantSecrets = ['9101', '9102', '9103', '9104', '9105', '9106', '9107', '9108'];
const taxSecrets = ['8101', '8102', '8103'];

/** Every hidden thing carries a number that occurs nowhere else. */
const portfolio = aPortfolio({
  buildings: [aBuilding({ steward: { name: '楼长9101', phone: '9102' } }), aBuilding({ id: 'b2' })],
  facts: [aFact({ field: 'steward', source: '通讯录9103' }), aFact({ field: 'gfa', source: '测绘7001' })],
  leases: [aLease({ id: 'l9104', contractRent: 9105 })],
  enterprises: [anEnterprise({ name: '租户9106', uscc: '9107' })],
  taxRecords: [aTaxRecord({ totalTax: 8101, districtTax: 8102 })],
  months: [
    {
      buildingId: 'b1',
      month: '2026-09',
      occupiedArea: 7002,
      vacantArea: 7003,
      availableArea: 7004,
      tenantCount: 9108,
      totalTax: 8103,
    },
  ],
});

const open = ['7001', '7002', '7003', '7004'];

/** All values that remain, however deep. */
function remaining(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(remaining).join('\n');
}

const seen = (role: Role) => remaining(visibleTo(role, portfolio));

test('the fixture holds every secret that the tests look for', () => {
  const all = remaining(portfolio);
  for (const secret of [...tenantSecrets, ...taxSecrets, ...open]) expect(all).toContain(secret);
});

test('to the public nothing of tenants, contacts and tax remains anywhere', () => {
  for (const secret of [...tenantSecrets, ...taxSecrets]) expect(seen('public')).not.toContain(secret);
});

test('to staff nothing of tax remains anywhere, tenants and contacts do', () => {
  for (const secret of taxSecrets) expect(seen('staff')).not.toContain(secret);
  for (const secret of tenantSecrets) expect(seen('staff')).toContain(secret);
});

test.each(['manager', 'admin'] as const)('%s sees everything', (role) => {
  expect(visibleTo(role, portfolio)).toEqual(portfolio);
});

test.each(roles)('%s sees what is open to all', (role) => {
  for (const value of open) expect(seen(role)).toContain(value);
  expect(visibleTo(role, portfolio).buildings.map(({ id }) => id)).toEqual(['b1', 'b2']);
});

test('hiding leaves the portfolio itself as it was', () => {
  const before = structuredClone(portfolio);
  visibleTo('public', portfolio);
  expect(portfolio).toEqual(before);
});

test('whoever may not see tax may not search by it', () => {
  for (const role of roles) expect(hiddenFields(role).includes('taxPerSqm')).toBe(!maySeeTax(role));
  expect(roles.filter(maySeeTax)).toEqual(['manager', 'admin']);
  expect(roles.filter(maySeeTenants)).toEqual(['staff', 'manager', 'admin']);
});
