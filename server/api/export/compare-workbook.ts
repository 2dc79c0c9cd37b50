/** A comparison as a workbook: what differs, what it costs with live formulas, and what was left out. */
import { columnOf } from '#domain/compare/file.ts';
import {
  type Dropped,
  type DropReason,
  formatSubject,
  parseSubjects,
  type Subject,
} from '#domain/compare/ids.ts';
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import type { Locale } from '#domain/words/words.ts';
import { buildingDetail } from '../building-detail.ts';
import { figuresIn } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { buildingName, costNotes, originNotes } from './building-workbook.ts';
import { type Compared, compareSheet } from './compare-sheet.ts';
import { compareWords } from './compare-words.ts';
import { costCase } from './cost-case.ts';
import { costSheets } from './cost-sheet.ts';
import { cellNotes, type Note, notesSheet, paragraph } from './notes-sheet.ts';
import { workbookEntries } from './workbook.ts';
import type { ZipEntry } from './zip.ts';

interface LeftOut {
  readonly text: string;
  readonly reason: DropReason | 'gone';
}

/** What is compared, in its order, and what is left out. */
export interface Comparison {
  readonly compared: readonly Compared[];
  readonly leftOut: readonly LeftOut[];
}

/** @param ids as addresses write them, `a,b~u1`; what the model's role may not see is left out as unknown */
export function comparisonOf(
  model: ReadModel,
  ids: string,
  assumptions: CostAssumptions,
  locale: Locale,
): Comparison {
  const { subjects, dropped } = parseSubjects(ids);
  const found = subjects.map((subject) => comparedOf(model, subject, assumptions, locale));
  const gone = subjects.filter((_, place) => found[place] === null).map(formatSubject);
  return {
    compared: found.filter((one) => one !== null),
    leftOut: [
      ...dropped.map((one: Dropped): LeftOut => one),
      ...gone.map((text): LeftOut => ({ text, reason: 'gone' })),
    ],
  };
}

function comparedOf(
  model: ReadModel,
  subject: Subject,
  assumptions: CostAssumptions,
  locale: Locale,
): Compared | null {
  const row = model.rowOf.get(subject.buildingId);
  const file = row === undefined ? null : buildingDetail(model, row);
  const column = file && columnOf(file, subject);
  if (!column || !file) return null;
  const building = buildingName(file, locale);
  const name = column.unit ? compareWords[locale].unitOf(building, column.unit.label) : building;
  return {
    name,
    id: formatSubject(subject),
    column,
    costed: costCase(name, costSpaceOf(file, column.unit), assumptions),
  };
}

/** @param comparison of at least one */
export function compareWorkbook(
  model: ReadModel,
  { compared, leftOut }: Comparison,
  assumptions: CostAssumptions,
  locale: Locale,
): Iterable<ZipEntry> {
  const { notes } = compareWords[locale];
  const names = compared.map(({ name, id }) => `${name} · ${id}`);
  const reasons = leftOut.map(({ text, reason }) => notes.one(text, notes.reasons[reason]));
  const isSynthetic = compared.some(({ column }) => column.file.synthetic);
  const about: readonly Note[] = [
    ...paragraph(notes.title, names),
    ...paragraph(notes.dropped, reasons),
    ...originNotes(model, isSynthetic, locale),
    [notes.bestTitle, notes.best],
    ...costNotes(assumptions, locale),
    ...cellNotes(figuresIn(locale).words),
  ];
  return workbookEntries((styles) => [
    compareSheet(model, compared, locale, styles),
    ...costSheets(
      compared.map(({ costed }) => costed),
      assumptions,
      figuresIn(locale),
      styles,
    ),
    notesSheet(about, locale, styles),
  ]);
}
