/** Two buildings with everything that a role may or may not see, and one of which nothing is known. */
import { atLeast, exactly } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { aBuilding, aFact, aFloor, aLease, anEnterprise, aPortfolio, aTaxRecord, aUnit } from './builders.ts';

export const secretTenant = '示例机密租户公司';
export const secretSteward = '示例楼长姓名';

export const towerAndHouse: Portfolio = aPortfolio({
  buildings: [
    aBuilding({
      id: 'tower',
      nameZh: '云汉大厦',
      nameEn: 'Yunhan Tower',
      aliases: ['云汉'],
      address: '和平区曲阜道与浙江路交口',
      position: { lon: 117.2101, lat: 39.1154, precisionM: 200 },
      gfa: atLeast(85_000),
      rentableArea: exactly(1_000),
      floorPlate: exactly(2_200),
      floorToFloorHeight: { min: 4.2, max: 4.7 },
      efficiency: atLeast(0.75),
      columnFree: true,
      targetIndustries: ['finance', 'headquarters'],
      grade: 'A',
      gradeBasis: 'claim',
      steward: { name: secretSteward, phone: '000' },
      circleId: 'xiaobailou',
    }),
    aBuilding({ id: 'house', nameZh: '棠阙小筑', carrierType: 'heritageHouse', gfa: exactly(900) }),
    aBuilding({ id: 'blank', nameZh: '无名楼' }),
  ],
  facts: [
    aFact({ buildingId: 'tower', field: 'gfa' }),
    aFact({ buildingId: 'tower', field: 'steward', source: '内部通讯录' }),
  ],
  floors: [aFloor({ buildingId: 'tower', floor: 2, label: '2F', area: 1_000 })],
  units: [
    aUnit({ id: 'u1', buildingId: 'tower', floor: 2, position: 1, area: 600, status: 'leased' }),
    aUnit({
      id: 'u2',
      buildingId: 'tower',
      floor: 2,
      position: 2,
      area: 400,
      askingRent: 95.5,
      availableFrom: '2027-03-01',
    }),
  ],
  leases: [aLease({ buildingId: 'tower', unitId: 'u1', contractRent: 87.65 })],
  enterprises: [anEnterprise({ name: secretTenant, industry: 'J' })],
  taxRecords: [aTaxRecord({ buildingId: 'tower', totalTax: 123_456_700 })],
});
