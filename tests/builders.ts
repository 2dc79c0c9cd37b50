/** Small portfolios for tests: what a test does not name is known to nobody. */
import type { Building, Fact } from '#domain/model/building.ts';
import {
  type Circle,
  type District,
  type MetroStation,
  noRecords,
  type Portfolio,
  type Subdistrict,
} from '#domain/model/portfolio.ts';
import type { Enterprise, Floor, Lease, TaxRecord, Unit } from '#domain/model/unit.ts';

export function aBuilding(known: Partial<Building> = {}): Building {
  return {
    id: 'b1',
    nameZh: '甲座',
    nameEn: null,
    aliases: [],
    address: null,
    position: null,
    carrierType: 'office',
    status: 'delivered',
    completedOn: null,
    grade: null,
    gradeBasis: null,
    developer: null,
    gfa: null,
    rentableArea: null,
    statedAvailableArea: null,
    statedAskingRent: null,
    floorPlate: null,
    floors: { above: null, below: null },
    floorToFloorHeight: null,
    clearHeight: null,
    efficiency: null,
    columnFree: null,
    divisible: null,
    greenCertificate: null,
    tenure: null,
    targetIndustries: null,
    admissionRule: null,
    protectionClass: null,
    lifts: null,
    parking: null,
    managementFee: null,
    hvac: null,
    power: null,
    remarks: [],
    steward: null,
    circleId: null,
    subdistrictId: null,
    synthetic: true,
    ...known,
  };
}

export function aUnit(known: Partial<Unit> = {}): Unit {
  return {
    id: 'u1',
    buildingId: 'b1',
    floor: 1,
    label: '101',
    position: 1,
    area: 100,
    status: 'vacant',
    marketed: false,
    askingRent: null,
    availableFrom: null,
    minDivisibleArea: null,
    ...known,
  };
}

export function aFloor(known: Partial<Floor> = {}): Floor {
  return { buildingId: 'b1', floor: 1, label: '1F', area: null, ...known };
}

export function aLease(known: Partial<Lease> = {}): Lease {
  return {
    id: 'l1',
    unitId: 'u1',
    buildingId: 'b1',
    enterpriseId: 'e1',
    start: '2025-01-01',
    end: '2027-12-31',
    contractRent: null,
    rentFreeMonths: null,
    escalation: null,
    leaseType: 'direct',
    ...known,
  };
}

export function anEnterprise(known: Partial<Enterprise> = {}): Enterprise {
  return {
    id: 'e1',
    uscc: null,
    name: '示例一号公司',
    industry: null,
    registeredIn: null,
    taxIn: null,
    employees: null,
    synthetic: true,
    ...known,
  };
}

export function aTaxRecord(known: Partial<TaxRecord> = {}): TaxRecord {
  return {
    enterpriseId: 'e1',
    buildingId: 'b1',
    month: '2026-09',
    totalTax: 100_000,
    districtTax: null,
    ...known,
  };
}

export function aFact(known: Partial<Fact> = {}): Fact {
  return {
    buildingId: 'b1',
    field: 'gfa',
    source: '业主资料',
    asOf: '2026-06-01',
    confidence: 'B',
    note: null,
    ...known,
  };
}

const circle: Circle = {
  id: 'xiaobailou',
  nameZh: '小白楼商圈',
  nameEn: 'Xiaobailou',
  centre: [117.21, 39.115],
  radiusM: 800,
  precisionM: 250,
};

const subdistrict: Subdistrict = {
  id: 'quanyechang',
  nameZh: '劝业场街道',
  nameEn: 'Quanyechang Subdistrict',
  outline: [
    [117.19, 39.12],
    [117.21, 39.12],
    [117.2, 39.13],
  ],
  precisionM: 300,
};

const station: MetroStation = {
  id: 'yingkoudao',
  nameZh: '营口道',
  nameEn: 'Yingkoudao',
  lines: ['1', '3'],
  lon: 117.2,
  lat: 39.12,
  precisionM: 50,
};

export function aDistrict(known: Partial<District> = {}): District {
  return {
    adcode: '120101',
    nameZh: '天津市和平区',
    nameEn: 'Heping District, Tianjin',
    bounds: { west: 117.16, south: 39.09, east: 117.23, north: 39.14 },
    circles: [circle],
    subdistricts: [subdistrict],
    stations: [station],
    ...known,
  };
}

export function aPortfolio(known: Partial<Portfolio> = {}): Portfolio {
  return {
    district: aDistrict(),
    asOf: '2026-10-31',
    ...noRecords,
    buildings: [aBuilding()],
    ...known,
  };
}
