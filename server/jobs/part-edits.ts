/** What becomes of a sheet when somebody decides something about it. */
import type { ImportPart, PartPatch } from '#contract/imports.ts';
import { lackingTargets, likeliestEntity, type Mapping, readMapping } from '#domain/intake/mapping.ts';
import type { ImportEntity } from '#domain/intake/targets/target.ts';
import { hiddenRecordFields, type Role } from '#domain/visibility.ts';
import type { PartHeadings } from './job.ts';
import { headingsOf } from './judge.ts';
import { proposed } from './read-file.ts';

type WireMapping = NonNullable<ImportPart['mapping']>;

/** Its lists as the contract has them. */
function wireMapping({ columns, constants, ...rest }: Mapping): WireMapping {
  return { ...rest, columns: [...columns], constants: [...constants] };
}

/** null where the mapping fits no kind of record, or names columns that the sheet does not have. */
export function patchedPart(
  part: ImportPart,
  { entity, mapping, headingRows: _, ...rest }: PartPatch,
): ImportPart | null {
  const decided = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const next: ImportPart = {
    ...part,
    ...decided,
    result: part.result && { ...part.result, isCurrent: false },
  };
  if (mapping !== undefined) {
    const checked = fitting(part, readMapping(mapping));
    if (!checked) return null;
    const kept = fillsTheSame(part.mapping, checked) ? next.result : null;
    return { ...next, mapping: checked, lacking: lackingTargets(checked), isRemembered: false, result: kept };
  }
  if (entity === undefined || part.headings.length === 0) return next;
  return { ...next, ...asKind(part, entity) };
}

function asKind(part: ImportPart, entity: ImportEntity | null) {
  const proposal = proposed(entity, headingsOf(part));
  return { ...proposal, include: entity !== null, isRemembered: false, result: null };
}

/** Units, constants and the datum aside: they move no problem to another column. */
function fillsTheSame(before: WireMapping | null, after: WireMapping): boolean {
  const targets = ({ entity, columns }: WireMapping) =>
    [entity, ...columns.map(({ column, target }) => `${column} ${target}`)].join('\n');
  return before !== null && targets(before) === targets(after);
}

function fitting({ headings }: ImportPart, mapping: Mapping | null): WireMapping | null {
  const columns = new Set(headings.map(({ column }) => column));
  const fits = mapping?.columns.every(({ column }) => columns.has(column)) ?? false;
  return mapping && fits ? wireMapping(mapping) : null;
}

/** The sheet with headings that a person marked; its kind is what they are likeliest about. */
export function withHeadings(part: ImportPart, read: PartHeadings): ImportPart {
  const next = { ...part, ...read, questions: [] };
  return { ...next, ...asKind(next, likeliestEntity(headingsOf(next)) ?? part.mapping?.entity ?? null) };
}

/** The sheet with the columns as they were mapped for its source before, if they were. */
export function withRemembered(part: ImportPart, known: Mapping | null): ImportPart {
  const mapping = known && fitting(part, known);
  return mapping ? { ...part, include: true, isRemembered: true, lacking: [], mapping } : part;
}

/** Targets of a mapping that the role may not fill; null where it may not import the kind at all. */
export function hiddenTargets(
  role: Role,
  { entity, columns, constants }: WireMapping,
): readonly string[] | null {
  const hidden = hiddenRecordFields(role, entity);
  if (hidden === null) return null;
  return [...columns, ...constants]
    .map(({ target }) => target)
    .filter((target) => hidden.includes(target.split('.')[0] ?? ''));
}

/** The sheet without the columns that the role may not import; without any where it may not import the kind. */
export function forRole(part: ImportPart, role: Role): ImportPart {
  const { mapping, headings, notes } = part;
  if (mapping === null) return part;
  const hidden = hiddenTargets(role, mapping);
  if (hidden === null) return { ...part, include: false, mapping: null, notes: [], lacking: [] };
  if (hidden.length === 0) return part;
  const mayFill = ({ target }: { readonly target: string }) => !hidden.includes(target);
  const columns = mapping.columns.filter(mayFill);
  const constants = mapping.constants.filter(mayFill);
  const left = mapping.columns.filter((column) => !mayFill(column));
  const told = left.map(({ column }) => ({
    column,
    heading: headings.find((known) => known.column === column)?.heading ?? '',
    reason: 'notForRole',
  }));
  const others = notes.filter((note) => !left.some(({ column }) => column === note.column));
  return { ...part, mapping: { ...mapping, columns, constants }, notes: [...others, ...told] };
}

/** What is remembered for the source: columns that somebody with more rights had mapped stay mapped. */
export function rememberedMapping(mapping: Mapping, before: Mapping | null, role: Role): Mapping {
  if (before?.entity !== mapping.entity) return mapping;
  const hidden = hiddenTargets(role, wireMapping(before)) ?? [];
  const isFree = (column: number) => !mapping.columns.some((known) => known.column === column);
  const others = before.columns.filter(({ column, target }) => hidden.includes(target) && isFree(column));
  const columns = [...mapping.columns, ...others].toSorted((a, b) => a.column - b.column);
  return { ...mapping, columns };
}
