/** What the views of a building file read of it: a part of what the API answers for one building. */
import type { ComputedField, StatedField } from '#domain/building-file/groups.ts';
import type { IsoDate, Quantity } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import type { CardFact, DerivedFigure } from '#views/building-card/building-detail.ts';

type Computed = {
  readonly availableArea: Quantity | null;
  readonly maxContiguousArea: number | null;
  readonly vacancyRate: number | null;
  readonly occupancyRate: number | null;
  readonly availabilityRate: number | null;
  readonly askingRent: number | null;
  readonly metroDistanceM: number | null;
  /** Absent where the role may not see tax. */
  readonly taxPerSqm?: number | null | undefined;
};

export type BuildingFile = Omit<Building, 'statedAvailableArea' | 'statedAskingRent' | 'steward'> &
  Computed & {
    /** Absent where the role may not see it. */
    readonly steward?: Building['steward'] | undefined;
    readonly completeness: number;
    readonly asOf: IsoDate;
    readonly facts: readonly CardFact[];
    readonly derived: { readonly [field in ComputedField]?: DerivedFigure | undefined };
  };

/** Opens the place where one field is changed. */
export type EditField = (field: StatedField) => void;
