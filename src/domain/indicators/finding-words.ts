/** What each rule of data quality says, and what mends it. */
import type { Bilingual } from './spec.ts';

export const findingRules = [
  'monthMissing',
  'inputsMissing',
  'taxWithoutLease',
  'leaseEndsBeforeStart',
  'rentFreeAboveTerm',
  'unitsAboveFloor',
  'areasAboveRentable',
  'availableBelowVacant',
] as const;
export type FindingRule = (typeof findingRules)[number];

export interface FindingWords {
  readonly says: Bilingual;
  readonly fix: Bilingual;
}

export const findingWords: Readonly<Record<FindingRule, FindingWords>> = {
  monthMissing: {
    says: {
      zh: '首末次上报之间的一个月没有数据；该月各项指标不含此楼，覆盖降低。',
      en: 'A month between the first and the last report has no data; its figures are without the building.',
    },
    fix: { zh: '补报该月，或为其提交更正。', en: 'File the report of the month, or a correction of it.' },
  },
  inputsMissing: {
    says: {
      zh: '计算指标所需的输入缺失一半以上；缺哪项，哪项指标就不含此楼。',
      en: 'Half or more of the inputs of the indicators are missing; figures that need them are without the building.',
    },
    fix: { zh: '补充所列字段。', en: 'Fill in the fields that are named.' },
  },
  taxWithoutLease: {
    says: {
      zh: '企业当月在此楼没有租约，却有税收记录；该税收不计入，覆盖降低。',
      en: 'A firm has a tax record for a month in which it had no lease there; that tax is not counted.',
    },
    fix: {
      zh: '补录租约，或将税收记录改到企业所在的楼宇。',
      en: 'Enter the lease, or move the record to the building where the firm is.',
    },
  },
  leaseEndsBeforeStart: {
    says: {
      zh: '租约的结束日早于开始日；该租约不计入任何指标。',
      en: 'A lease ends before it starts; it counts in no figure.',
    },
    fix: { zh: '更正起止日期。', en: 'Put the dates right.' },
  },
  rentFreeAboveTerm: {
    says: {
      zh: '免租期长于租期；该租约不计入净有效租金。',
      en: 'More months are rent-free than the lease has; it is not in the net effective rent.',
    },
    fix: { zh: '更正免租期或起止日期。', en: 'Put the rent-free months or the dates right.' },
  },
  unitsAboveFloor: {
    says: {
      zh: '一层单元面积之和大于楼层面积；该层单元不作面积依据。',
      en: 'The units of a floor are larger than the floor; their areas count in no figure.',
    },
    fix: { zh: '更正楼层面积或单元面积。', en: 'Put the area of the floor or of its units right.' },
  },
  areasAboveRentable: {
    says: {
      zh: '上报的入驻与空置面积之和大于可租面积；该月两者都不计入。',
      en: 'Occupied and vacant area of a report exceed the rentable area; neither counts in that month.',
    },
    fix: {
      zh: '为该月提交更正，或更正可租面积。',
      en: 'File a correction of the month, or put the rentable area right.',
    },
  },
  availableBelowVacant: {
    says: {
      zh: '上报的可招商面积小于空置面积；该月可招商面积不计入。',
      en: 'Less is reported as available than as vacant; the available area does not count in that month.',
    },
    fix: { zh: '为该月提交更正。', en: 'File a correction of the month.' },
  },
};
