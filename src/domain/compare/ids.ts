/** What is compared, as addresses write it: a building, or a unit of it, `building~unit`; several with commas. */
import type { BuildingId, UnitId } from '../measure.ts';
import { idPattern } from '../records/id-pattern.ts';

/** One column of a comparison. */
export interface Subject {
  readonly buildingId: BuildingId;
  /** null: the building as a whole. */
  readonly unitId: UnitId | null;
}

export const fewestSubjects = 2;
export const mostSubjects = 6;

/** In no id (see `idPattern`), and left alone by every encoding of addresses. */
const unitSign = '~';

/** Why a part of a list is left out of it. */
export type DropReason = 'notAnId' | 'repeated' | 'tooMany';

export interface Dropped {
  /** As given, at most 60 characters. */
  readonly text: string;
  readonly reason: DropReason;
}

export interface ParsedSubjects {
  /** Usable, each once, at most {@link mostSubjects}. */
  readonly subjects: readonly Subject[];
  readonly dropped: readonly Dropped[];
}

export function formatSubject({ buildingId, unitId }: Subject): string {
  return unitId === null ? buildingId : buildingId + unitSign + unitId;
}

/** null when the text is not an id, nor two of them. */
export function parseSubject(text: string): Subject | null {
  const [buildingId = '', unitId = null, ...rest] = text.split(unitSign);
  if (rest.length > 0 || !idPattern.test(buildingId)) return null;
  return unitId === null || idPattern.test(unitId) ? { buildingId, unitId } : null;
}

/** Reads a list; never throws. What cannot stand in it is left out and named; empty parts say nothing. */
export function parseSubjects(text: string): ParsedSubjects {
  const subjects = new Map<string, Subject>();
  const dropped: Dropped[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const subject = parseSubject(part);
    const reason = whyNotTake(part, subject, subjects);
    if (reason !== null) dropped.push({ text: shortened(part), reason });
    else if (subject) subjects.set(part, subject);
  }
  return { subjects: [...subjects.values()], dropped };
}

function whyNotTake(
  part: string,
  subject: Subject | null,
  taken: ReadonlyMap<string, Subject>,
): DropReason | null {
  if (!subject) return 'notAnId';
  if (taken.has(part)) return 'repeated';
  return taken.size >= mostSubjects ? 'tooMany' : null;
}

/** A cut may leave half a character behind, which no text may hold. */
function shortened(text: string): string {
  return (text.length > 60 ? `${text.slice(0, 59)}…` : text).toWellFormed();
}

export function formatSubjects(subjects: readonly Subject[]): string {
  return subjects.map(formatSubject).join(',');
}
