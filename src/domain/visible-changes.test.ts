import { expect, test } from 'vitest';
import {
  aBuilding,
  aFact,
  aFloor,
  aLease,
  anEnterprise,
  aPortfolio,
  aTaxRecord,
  aUnit,
} from '../../tests/builders.ts';
import type { BuildingMonth } from './model/unit.ts';
import { applyChanges, type Change, changeOf } from './records/change.ts';
import type { Role } from './visibility.ts';
import { visiblyChanged } from './visible-changes.ts';

const house = aPortfolio({
  buildings: [aBuilding(), aBuilding({ id: 'b2' })],
  leases: [aLease()],
  enterprises: [anEnterprise()],
  taxRecords: [aTaxRecord({ buildingId: 'b2' })],
});

function seen(changes: readonly Change[], before = house): Record<Role, string[]> {
  const after = applyChanges(before, changes);
  const entries = [...visiblyChanged(changes, after)].map(([role, buildings]) => [
    role,
    [...buildings].sort(),
  ]);
  return Object.fromEntries(entries) as Record<Role, string[]>;
}

const everybody = { public: ['b1'], staff: ['b1'], manager: ['b1'], admin: ['b1'] };
const staffOnly = { ...everybody, public: [] };
const managersOnly = { ...staffOnly, staff: [] };

const month: BuildingMonth = {
  buildingId: 'b1',
  month: '2026-09',
  occupiedArea: 100,
  vacantArea: 0,
  availableArea: null,
  tenantCount: 3,
  totalTax: 5,
};

test.each([
  ['a building', changeOf('building', aBuilding(), aBuilding({ lifts: 4 })), everybody],
  ['a new building', changeOf('building', null, aBuilding()), everybody],
  ['a building that is gone', changeOf('building', aBuilding(), null), everybody],
  ['a floor', changeOf('floor', null, aFloor()), everybody],
  ['a unit', changeOf('unit', aUnit(), aUnit({ area: 120 })), everybody],
  ['a source', changeOf('fact', aFact(), null), everybody],
  ['an area of a month', changeOf('month', month, { ...month, vacantArea: 20 }), everybody],
] as const)('%s names its building to everybody', (_, change, expected) => {
  expect(seen([change])).toEqual(expected);
});

const steward = { name: '李管家', phone: '022' };

test.each([
  ['a contact', changeOf('building', aBuilding(), aBuilding({ steward }))],
  ['the source of a contact', changeOf('fact', null, aFact({ field: 'steward' }))],
  ['a lease', changeOf('lease', aLease(), aLease({ contractRent: 99 }))],
  ['a lease that is gone', changeOf('lease', aLease(), null)],
  ['a count of tenants', changeOf('month', month, { ...month, tenantCount: 4 })],
])('%s names no building to the public', (_, change) => {
  expect(seen([change])).toEqual(staffOnly);
});

test.each([
  ['a tax record', changeOf('taxRecord', null, aTaxRecord())],
  ['the tax of a month', changeOf('month', month, { ...month, totalTax: 6 })],
])('%s names its building to managers alone', (_, change) => {
  expect(seen([change])).toEqual(managersOnly);
});

test('a firm names the buildings where the role sees it rent or pay', () => {
  const renamed = changeOf('enterprise', anEnterprise(), anEnterprise({ name: '新名公司' }));
  expect(seen([renamed])).toEqual({
    public: [],
    staff: ['b1'],
    manager: ['b1', 'b2'],
    admin: ['b1', 'b2'],
  });
});

test('a contact that changes beside a public field names the building by the field', () => {
  expect(seen([changeOf('building', aBuilding(), aBuilding({ steward, lifts: 2 }))])).toEqual(everybody);
});

test('the order of fields is no change', () => {
  const { id, ...rest } = aBuilding({ gfa: { value: 1, bound: 'exact' } });
  const turned = { ...rest, gfa: { bound: 'exact', value: 1 } as const, id };
  expect(
    seen([changeOf('building', aBuilding({ gfa: { value: 1, bound: 'exact' } }), turned)]).admin,
  ).toEqual([]);
});

test('of several changes to one record the first state and the last are compared', () => {
  const there = changeOf('building', aBuilding(), aBuilding({ lifts: 4 }));
  const back = changeOf('building', aBuilding({ lifts: 4 }), aBuilding());
  const hidden = changeOf('building', aBuilding({ lifts: 4 }), aBuilding({ lifts: 4, steward }));
  expect(seen([there, back]).admin).toEqual([]);
  expect(seen([there, hidden])).toEqual(everybody);
});

test('one step over several buildings names each once', () => {
  const changes = [
    changeOf('unit', null, aUnit()),
    changeOf('unit', null, aUnit({ id: 'u2' })),
    changeOf('lease', null, aLease({ id: 'l2', buildingId: 'b2' })),
  ];
  expect(seen(changes)).toEqual({
    public: ['b1'],
    staff: ['b1', 'b2'],
    manager: ['b1', 'b2'],
    admin: ['b1', 'b2'],
  });
});
