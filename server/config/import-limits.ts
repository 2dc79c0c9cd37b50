/** Limits of imports as settings; that of a file's size is among those of all requests. */
import { type ImportLimits, importLimits as usual } from '../import/limits.ts';
import {
  days,
  kibibytes,
  type LimitSetting,
  limitSetting,
  type ReadWhole,
  valuesOf,
} from './limit-setting.ts';

/** Cells are as long as those of a workbook can be, wherever they come from. */
type Fixed = 'bytes' | 'cell';

export const importLimitSettings: Readonly<Record<Exclude<keyof ImportLimits, Fixed>, LimitSetting>> = {
  files: limitSetting('LOULAN_IMPORT_FILES', usual.files, [1, 500]),
  sheets: limitSetting('LOULAN_IMPORT_SHEETS', usual.sheets, [1, 1_000]),
  rows: limitSetting('LOULAN_IMPORT_ROWS', usual.rows, [100, 2_000_000]),
  // The search for headings looks at no more.
  columns: limitSetting('LOULAN_IMPORT_COLUMNS', usual.columns, [10, usual.columns]),
  entries: limitSetting('LOULAN_IMPORT_PARTS', usual.entries, [20, 100_000]),
  inflatedBytes: limitSetting(
    'LOULAN_IMPORT_INFLATED_KIB',
    usual.inflatedBytes / kibibytes,
    [1_024, 8_388_608],
    kibibytes,
  ),
  textBytes: limitSetting(
    'LOULAN_IMPORT_TEXTS_KIB',
    usual.textBytes / kibibytes,
    [1_024, 1_048_576],
    kibibytes,
  ),
  ratio: limitSetting('LOULAN_IMPORT_RATIO', usual.ratio, [10, 10_000]),
  heapMib: limitSetting('LOULAN_IMPORT_MEMORY_MIB', usual.heapMib, [128, 16_384]),
  draftMs: limitSetting('LOULAN_IMPORT_DRAFT_DAYS', usual.draftMs / days, [1, 365], days),
};

/** @param bytes of one file */
export function importLimitsFrom(readWhole: ReadWhole, bytes: number): ImportLimits {
  return { ...valuesOf(importLimitSettings, readWhole), bytes, cell: usual.cell };
}
