/** Columns of the building list for programs: names and codes as the API has them, numbers without rounding. */
import { bool, type DataType, float64, int32, list, utf8 } from '@uwdata/flechette';
import type { BuildingItem } from '#contract/building.ts';
import type { Quantity } from '#domain/measure.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import type { Headings } from './headings.ts';

type ArrowValue = string | number | boolean | readonly string[] | null;

export interface ArrowColumn {
  readonly name: string;
  /** Names the column for people. */
  readonly heading: keyof Headings;
  readonly type: DataType;
  /** As UCUM writes it, or `CNY/m2/month`; a share is `1`. null where there is none. */
  readonly unit: string | null;
  readonly cell: (item: BuildingItem) => ArrowValue;
}

/** Names of the fields whose values are of one type. */
type FieldsOf<T> = {
  [K in keyof BuildingItem]-?: NonNullable<BuildingItem[K]> extends T ? K : never;
}[keyof BuildingItem];
type Named<T> = FieldsOf<T> & keyof Headings;

const area = 'm2';
const length = 'm';
const share = '1';
const rent = 'CNY/m2/month';

function own(
  name: string,
  heading: keyof Headings,
  type: DataType,
  cell: ArrowColumn['cell'],
  unit: string | null = null,
): ArrowColumn {
  return { name, heading, type, unit, cell };
}

const text = (field: Named<string>) => own(field, field, utf8(), (item) => item[field]);
const texts = (field: Named<readonly string[]>) => own(field, field, list(utf8()), (item) => item[field]);
const flag = (field: Named<boolean>) => own(field, field, bool(), (item) => item[field]);
const number = (field: Named<number>, unit: string) =>
  own(field, field, float64(), (item) => item[field] ?? null, unit);
const count = (field: Named<number>) => own(field, field, int32(), (item) => item[field] ?? null);
/** The figure, and beside it how it stands to the true one; both null where it is not known. */
const quantity = (field: Named<Quantity>, unit: string) => [
  own(field, field, float64(), ({ [field]: stated }) => stated?.value ?? null, unit),
  own(`${field}Bound`, field, utf8(), ({ [field]: stated }) => stated?.bound ?? null),
];

const identity: readonly ArrowColumn[] = [
  text('id'),
  text('nameZh'),
  text('nameEn'),
  texts('aliases'),
  text('carrierType'),
  text('status'),
  text('grade'),
  text('gradeBasis'),
  text('address'),
  own('circleId', 'circle', utf8(), ({ circleId }) => circleId),
  own('subdistrictId', 'subdistrict', utf8(), ({ subdistrictId }) => subdistrictId),
  own('lon', 'lon', float64(), ({ position }) => position?.lon ?? null, 'deg'),
  own('lat', 'lat', float64(), ({ position }) => position?.lat ?? null, 'deg'),
  own('precisionM', 'precisionM', float64(), ({ position }) => position?.precisionM ?? null, length),
  number('metroDistanceM', length),
];

const space: readonly ArrowColumn[] = [
  ...quantity('gfa', area),
  ...quantity('rentableArea', area),
  ...quantity('floorPlate', area),
  ...quantity('availableArea', area),
  number('maxContiguousArea', area),
  number('vacancyRate', share),
  number('occupancyRate', share),
  number('availabilityRate', share),
  number('askingRent', rent),
  ...quantity('managementFee', rent),
  text('availableFrom'),
];

const built: readonly ArrowColumn[] = [
  own('floorsAbove', 'floorsAbove', int32(), ({ floors }) => floors.above),
  own('floorsBelow', 'floorsBelow', int32(), ({ floors }) => floors.below),
  own(
    'heightMin',
    'heightMin',
    float64(),
    ({ floorToFloorHeight }) => floorToFloorHeight?.min ?? null,
    length,
  ),
  own(
    'heightMax',
    'heightMax',
    float64(),
    ({ floorToFloorHeight }) => floorToFloorHeight?.max ?? null,
    length,
  ),
  ...quantity('clearHeight', length),
  ...quantity('efficiency', share),
  flag('columnFree'),
  flag('divisible'),
  text('greenCertificate'),
  text('tenure'),
  texts('targetIndustries'),
  text('admissionRule'),
  text('protectionClass'),
  count('lifts'),
  count('parking'),
  text('hvac'),
  text('power'),
  text('completedOn'),
  text('developer'),
];

/** The columns that one role gets. A column of what the role may not see is not there. */
export function arrowColumns(role: Role): readonly ArrowColumn[] {
  return [
    ...identity,
    ...space,
    ...built,
    number('completeness', share),
    ...(maySeeTax(role) ? [number('taxPerSqm', 'CNY/m2/year')] : []),
    ...(maySeeTenants(role)
      ? [own('steward', 'steward', utf8(), ({ steward }) => steward?.name ?? null)]
      : []),
    texts('remarks'),
    flag('synthetic'),
  ];
}
