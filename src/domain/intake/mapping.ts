/** Which column of a sheet fills which field: data that can be kept for a source and used again next month. */
import { isObject } from '../plain-object.ts';
import { type Datum, datums } from '../records/rules.ts';
import { datumIn, targetOfHeading } from './heading-lookup.ts';
import type { Headings } from './headings.ts';
import {
  type ImportEntity,
  importEntities,
  type Target,
  type UnitCode,
  unitsOf,
  usualUnit,
} from './targets/target.ts';
import { targetOf, targetsOf } from './targets/targets.ts';

export interface MappedColumn {
  readonly column: number;
  /** Id of a target of the kind. */
  readonly target: string;
  /** Of numbers whose cell names none; null takes the usual one, and where there is none the cell is refused. */
  readonly unit: UnitCode | null;
}

/** One value for every row that no column gives: the month of the file, the building of the file. */
export interface MappedConstant {
  readonly target: string;
  readonly text: string;
}

export interface Mapping {
  readonly entity: ImportEntity;
  readonly columns: readonly MappedColumn[];
  readonly constants: readonly MappedConstant[];
  /** Of the coordinates in the sheet. */
  readonly datum: Datum;
}

/** Why a column was not mapped, or should be looked at. */
export type MappingNoteReason =
  | 'unknownHeading'
  | 'duplicateHeading'
  | 'sameTarget'
  | 'noHeading'
  | 'likely'
  | 'unitUnknown'
  | 'datumAssumed'
  | 'notForRole';

export interface MappingNote {
  readonly column: number;
  readonly heading: string;
  readonly reason: MappingNoteReason;
}

export interface Proposal {
  readonly mapping: Mapping;
  readonly notes: readonly MappingNote[];
  /** Targets without which no new record can be made, and which nothing fills. */
  readonly lacking: readonly string[];
}

/** Maps each column whose heading is known; of two columns for one field the first, exact before likely. */
export function proposeMapping(entity: ImportEntity, { columns }: Headings): Proposal {
  const notes: MappingNote[] = [];
  const meanings = columns.map(({ heading }) => (heading === '' ? null : targetOfHeading(entity, heading)));
  const holder = new Map<string, number>();
  for (const certainty of ['exact', 'likely'] as const) {
    for (const [column, meaning] of meanings.entries()) {
      if (meaning?.certainty !== certainty || columns[column]?.sameAs !== null) continue;
      if (!holder.has(meaning.target.id)) holder.set(meaning.target.id, column);
    }
  }
  const mapped: MappedColumn[] = [];
  let datum: Datum | null = null;
  let pointColumn: number | null = null;
  for (const { column, heading, sameAs } of columns) {
    const note = (reason: MappingNoteReason) => notes.push({ column, heading, reason });
    const meaning = meanings[column] ?? null;
    if (heading === '') note('noHeading');
    else if (sameAs !== null) note('duplicateHeading');
    else if (!meaning) note('unknownHeading');
    else if (holder.get(meaning.target.id) !== column) note('sameTarget');
    else {
      mapped.push({ column, target: meaning.target.id, unit: meaning.unit });
      if (meaning.certainty === 'likely') note('likely');
      if (needsUnit(meaning.target, meaning.unit)) note('unitUnknown');
      if (isPoint(meaning.target)) {
        pointColumn ??= column;
        datum ??= datumIn(heading);
      }
    }
  }
  if (pointColumn !== null && datum === null) {
    notes.push({ column: pointColumn, heading: columns[pointColumn]?.heading ?? '', reason: 'datumAssumed' });
  }
  const mapping: Mapping = { entity, columns: mapped, constants: [], datum: datum ?? 'wgs84' };
  return { mapping, notes, lacking: lackingTargets(mapping) };
}

function needsUnit({ dimension }: Target, unit: UnitCode | null): boolean {
  return unit === null && usualUnit[dimension] === null && (dimension === 'rent' || dimension === 'money');
}

function isPoint({ reading }: Target): boolean {
  return reading === 'lon' || reading === 'lat' || reading === 'lonLat';
}

/** Each entry: targets of which one is needed, joined by `|`. */
const needed: Readonly<Record<ImportEntity, readonly string[]>> = {
  building: ['id|nameZh', 'nameZh', 'carrierType', 'status'],
  floor: ['building.id|building.name|building.address', 'floor'],
  unit: ['building.id|building.name|building.address', 'id|label', 'floor', 'area', 'status'],
  enterprise: ['id|uscc|name', 'name'],
  lease: [
    'building.id|building.name|building.address',
    'unit.id|unit.label',
    'enterprise.id|enterprise.uscc|enterprise.name',
    'start|term',
    'end|term',
  ],
  taxRecord: [
    'building.id|building.name|building.address',
    'enterprise.id|enterprise.uscc|enterprise.name',
    'month',
    'totalTax',
  ],
  month: ['building.id|building.name|building.address', 'month'],
};

/** Targets (the first of each choice) that a mapping must still fill before new records can be made. */
export function lackingTargets({ entity, columns, constants }: Mapping): string[] {
  const filled = new Set([...columns, ...constants].map(({ target }) => target));
  return needed[entity]
    .filter((choice) => !choice.split('|').some((id) => filled.has(id)))
    .map((choice) => choice.split('|')[0] ?? choice);
}

/** The kind of record whose headings a sheet has most of; null when no kind knows two of them. */
export function likeliestEntity(headings: Headings): ImportEntity | null {
  const scored = importEntities.map((entity) => {
    const { mapping, lacking } = proposeMapping(entity, headings);
    return { entity, score: mapping.columns.length - lacking.length * 2 };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 1 ? best.entity : null;
}

/** Whether something that was kept or sent is a mapping of this kind; null when it is none. */
export function readMapping(given: unknown): Mapping | null {
  if (!isObject(given)) return null;
  const { entity, columns, constants, datum } = given;
  const kind = importEntities.find((known) => known === entity);
  const kept = datums.find((known) => known === datum);
  if (!kind || !kept || !Array.isArray(columns) || !Array.isArray(constants)) return null;
  const ids = new Set(targetsOf[kind].map(({ id }) => id));
  const isColumn = (item: unknown): item is MappedColumn => {
    if (!isObject(item) || !ids.has(item['target'] as string)) return false;
    const dimension = targetOf(kind, item['target'] as string)?.dimension ?? 'count';
    const isUnit = item['unit'] === null || (unitsOf[dimension] as readonly unknown[]).includes(item['unit']);
    return isUnit && Number.isInteger(item['column']) && (item['column'] as number) >= 0;
  };
  const isConstant = (item: unknown): item is MappedConstant =>
    isObject(item) && ids.has(item['target'] as string) && typeof item['text'] === 'string';
  if (!columns.every(isColumn) || !constants.every(isConstant)) return null;
  const targets = [...columns, ...constants].map(({ target }) => target);
  const places = columns.map(({ column }) => column);
  if (new Set(targets).size !== targets.length || new Set(places).size !== places.length) return null;
  return {
    entity: kind,
    columns: columns.map(({ column, target, unit }) => ({ column, target, unit })),
    constants: constants.map(({ target, text }) => ({ target, text })),
    datum: kept,
  };
}
