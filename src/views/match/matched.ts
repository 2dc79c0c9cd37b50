/** What is shown of an answer, as far as these views need to know it. */
import type { Finding, MatchRule, MatchValue } from '#domain/matching/filters.ts';
import type { NoScore, ScorePart } from '#domain/matching/score.ts';
import type { SpaceKind } from '#domain/matching/spaces.ts';

interface Band {
  readonly low: number;
  readonly high: number;
}

export interface ShownPart {
  readonly part: ScorePart;
  /** 0–1. */
  readonly score: Band | null;
  readonly why: NoScore | null;
  readonly inputs: Readonly<Record<string, MatchValue>>;
  readonly weight: number;
}

export interface ShownSpace {
  readonly building: { readonly id: string; readonly nameZh: string; readonly nameEn: string | null };
  readonly space: {
    readonly kind: SpaceKind;
    readonly floors: readonly number[];
    readonly units: readonly { readonly id: string; readonly label: string }[];
    readonly area: number | null;
    readonly wholeArea: number | null;
  };
  /** 元/㎡/月. */
  readonly rent: MatchValue;
  readonly managementFee: MatchValue;
  /** 元/月. */
  readonly monthlyCost: MatchValue;
  readonly availableFrom: string | null;
  readonly unverified: readonly Finding[];
  readonly score: Band & { readonly parts: readonly ShownPart[] };
}

export interface ShownChange {
  readonly rule: MatchRule;
  readonly field: string;
  readonly from: MatchValue;
  readonly to: MatchValue;
}

export interface ShownNearMiss extends ShownSpace {
  readonly failed: readonly Finding[];
  readonly changes: readonly ShownChange[];
}

export interface ShownExcluded {
  readonly total: number;
  readonly byRule: Readonly<Record<string, number>>;
  readonly list: readonly {
    readonly buildingId: string;
    readonly nameZh: string;
    readonly failed: readonly Finding[];
  }[];
}

/** The same for the same building and units. */
export function spaceKey({ building, space }: Pick<ShownSpace, 'building' | 'space'>): string {
  return [building.id, ...space.units.map(({ id }) => id)].join('~');
}
