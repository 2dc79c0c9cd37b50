/** Where each known field of a made-up building is said to come from. */
import type { IsoDate } from '#domain/measure.ts';
import type { Building, Confidence, Fact } from '#domain/model/building.ts';
import { dayOf } from './calendar.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';

interface Source {
  readonly name: string;
  readonly confidence: Confidence;
  readonly fields: readonly (keyof Building)[];
}

const sources: readonly Source[] = [
  {
    name: '示例数据 · 生成（规划档案）',
    confidence: 'A',
    fields: ['address', 'position', 'status', 'completedOn', 'gfa', 'floors', 'protectionClass', 'developer'],
  },
  {
    name: '示例数据 · 生成（物业月报）',
    confidence: 'B',
    fields: ['rentableArea', 'tenure', 'lifts', 'parking', 'managementFee', 'hvac', 'power', 'steward'],
  },
  {
    name: '示例数据 · 生成（招商手册）',
    confidence: 'C',
    fields: [
      'grade',
      'floorPlate',
      'floorToFloorHeight',
      'clearHeight',
      'efficiency',
      'columnFree',
      'divisible',
      'greenCertificate',
      'targetIndustries',
      'admissionRule',
    ],
  },
  {
    name: '示例数据 · 生成（电话询问）',
    confidence: 'D',
    fields: ['statedAvailableArea', 'statedAskingRent'],
  },
];

export function factsOf(plan: Plan, building: Building, random: Random): readonly Fact[] {
  return sources.flatMap((source) => {
    const asOf: IsoDate = dayOf(plan.lastMonth - random.integer(0, 14), random.integer(1, 28));
    return source.fields
      .filter((field) => isKnown(building, field))
      .map((field): Fact => {
        const isSeen = field === 'grade' && building.gradeBasis === 'certificate';
        const confidence = isSeen ? 'A' : source.confidence;
        return { buildingId: building.id, field, source: source.name, asOf, confidence, note: null };
      });
  });
}

function isKnown(building: Building, field: keyof Building): boolean {
  if (field === 'floors') return building.floors.above !== null || building.floors.below !== null;
  return building[field] !== null;
}
