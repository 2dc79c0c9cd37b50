/** Made-up stacks of floors for stacking plans: any height, any number of units, with all that can be odd. */

import type { Unit } from '#domain/model/unit.ts';
import { unitStatuses } from '#domain/model/unit.ts';
import { contiguousBlocks } from '#domain/space.ts';
import type { PlanBlock, PlanLease, PlanStorey, PlanUnit } from '#domain/stacking/storey.ts';
import { Random } from '#mocks/sample/random.ts';

export function aPlanUnit(known: Partial<PlanUnit> = {}): PlanUnit {
  return {
    id: 'u1',
    label: '101',
    area: 100,
    status: 'vacant',
    marketed: false,
    askingRent: null,
    availableFrom: null,
    minDivisibleArea: null,
    ...known,
  };
}

export function aPlanLease(known: Partial<PlanLease> = {}): PlanLease {
  return { enterprise: '示例一号有限公司', industry: 'J', end: '2028-12-31', contractRent: 90, ...known };
}

export function aStorey(known: Partial<PlanStorey> = {}): PlanStorey {
  return { floor: 1, label: '1F', area: null, units: [], ...known };
}

export interface TowerOptions {
  readonly floors: number;
  readonly units: number;
  readonly below?: number;
  readonly seed?: number;
  /** What the public gets: no leases. */
  readonly isPublic?: boolean;
}

/** A tower with `units` units on every floor, of uneven areas and in every state. */
export function aTower({
  floors,
  units,
  below = 0,
  seed = 1,
  isPublic = false,
}: TowerOptions): readonly PlanStorey[] {
  const random = new Random(seed, floors * 1_000 + units);
  const numbers = Array.from({ length: below + floors }, (_, i) => (i < below ? i - below : i - below + 1));
  return numbers.map((floor) => {
    const isVacantFloor = Math.abs(floor) % 17 < 2;
    const rough = Array.from({ length: units }, (_, index) =>
      aTowerUnit(floor, index + 1, isVacantFloor, isPublic, random),
    );
    const plate = floor < 0 ? 2_600 : floor > floors * 0.7 ? 1_500 : 2_000;
    const share = plate / rough.reduce((sum, { area }) => sum + area, 0);
    const own = rough.map((unit) => ({ ...unit, area: Math.round(unit.area * share * 100) / 100 }));
    const inUnits = own.reduce((sum, { area }) => sum + area, 0);
    return {
      floor,
      label: floor < 0 ? `B${-floor}` : `${floor}F`,
      area: random.chance(0.1) ? null : Math.round(inUnits * random.between(1, 1.12)),
      units: own,
    };
  });
}

function aTowerUnit(
  floor: number,
  place: number,
  isVacant: boolean,
  isPublic: boolean,
  random: Random,
): PlanUnit {
  const status = isVacant ? 'vacant' : random.chance(0.6) ? 'leased' : random.pick(unitStatuses);
  const lease =
    status === 'leased' && random.chance(0.95)
      ? aPlanLease({
          enterprise: `示例${random.pick(['津河', '海棠', '云汉', '五大道'])}${random.integer(1, 400)}号科技发展股份有限公司`,
          industry: random.chance(0.95) ? random.pick([...'ACEFGIJLMR']) : null,
          end: `${random.integer(2026, 2035)}-06-30`,
          contractRent: random.chance(0.9) ? random.integer(60, 140) : null,
        })
      : null;
  return aPlanUnit({
    id: `${floor}-${place}`,
    label: `${floor}${String(place).padStart(2, '0')}`,
    area: Math.round(random.between(60, 320) * 100) / 100,
    status,
    marketed: status === 'leased' && random.chance(0.1),
    askingRent: status === 'vacant' && random.chance(0.9) ? random.integer(70, 150) : null,
    availableFrom: status === 'vacant' ? '2026-11-01' : null,
    ...(isPublic ? {} : { lease }),
  });
}

/** The blocks of these storeys, found by the rule that the server uses. */
export function blocksOf(storeys: readonly PlanStorey[]): readonly PlanBlock[] {
  const units = storeys.flatMap(({ floor, units: own }) =>
    own.map((unit, index): Unit => ({ ...unit, buildingId: 'b1', floor, position: index + 1 })),
  );
  return contiguousBlocks(units);
}

/** A podium with a mezzanine, a floor whose units add up to more than it has, and one of which no units are known. */
export function podiumStoreys(): readonly PlanStorey[] {
  const shop = (id: string, area: number, known: Partial<PlanUnit> = {}) =>
    aPlanUnit({ id, label: id, area, askingRent: 120, ...known });
  const taken = {
    status: 'leased',
    lease: aPlanLease({ enterprise: '示例首店餐饮管理有限公司', industry: 'H' }),
  } as const;
  return [
    aStorey({ floor: -1, label: 'B1', area: 1_525 }),
    aStorey({
      floor: 1,
      label: 'L1',
      area: 1_525,
      units: [shop('L1-01', 310, taken), shop('L1-02', 92), shop('L1-03', 88), shop('L1-04', 415, taken)],
    }),
    aStorey({ floor: 1.5, label: 'L1夹层', area: 420, units: [shop('1M-A', 180), shop('1M-B', 215)] }),
    aStorey({
      floor: 2,
      label: 'L2',
      area: 1_400,
      units: [shop('L2-01', 800, taken), shop('L2-02', 690, { ...taken, marketed: true })],
    }),
    aStorey({ floor: 3, label: 'L3', area: 1_525, units: [shop('L3整层', 1_525)] }),
    aStorey({ floor: 4, label: 'L4', area: 1_250, units: [shop('L4整层', 1_250)] }),
  ];
}

/** A house with a cellar and a loft, without areas of floors. */
export function houseStoreys(): readonly PlanStorey[] {
  return [
    aStorey({
      floor: -1,
      label: '地下室',
      units: [aPlanUnit({ id: 'h0', label: '储藏', area: 42, status: 'notForLease' })],
    }),
    aStorey({
      floor: 1,
      label: '一层',
      units: [
        aPlanUnit({ id: 'h1', label: '东厅', area: 96.5, status: 'leased', lease: aPlanLease() }),
        aPlanUnit({ id: 'h2', label: '西厅', area: 58 }),
      ],
    }),
    aStorey({ floor: 2, label: '二层', units: [aPlanUnit({ id: 'h3', label: '二层整层', area: 148 })] }),
    aStorey({ floor: 3, label: '阁楼' }),
  ];
}
