import { formatSubject } from '#domain/compare/ids.ts';

export interface FileOfUnits {
  readonly id: string;
  readonly storeys: readonly {
    readonly units: readonly { readonly id: string; readonly label: string }[];
  }[];
}

/** What units are called, by pick: an id of a unit is unique within its building only. */
export function unitLabels(files: readonly (FileOfUnits | undefined)[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap((file) => {
      const units = file?.storeys.flatMap((storey) => storey.units) ?? [];
      return units.map(({ id, label }) => {
        return [formatSubject({ buildingId: file?.id ?? '', unitId: id }), label] as const;
      });
    }),
  );
}
