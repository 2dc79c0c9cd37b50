import type { BuildingDetail as BuildingFile } from '#contract/building-detail.ts';
import type { BuildingDetail } from '#views/building-card/building-detail.ts';

/** The part of a building file that its card shows. */
export function cardDetailFrom({ storeys, ...file }: BuildingFile): BuildingDetail {
  return { ...file, floorList: storeys };
}
