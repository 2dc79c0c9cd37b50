/** A building file as a workbook: facts, units, costs with live formulas, and what they all are. */
import type { BuildingDetail } from '#contract/building-detail.ts';
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { formatAssumptions } from '#domain/cost/assumptions-codec.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import { maySeeTax } from '#domain/visibility.ts';
import type { Locale } from '#domain/words/words.ts';
import { figuresIn } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { costCase } from './cost-case.ts';
import { costSheets } from './cost-sheet.ts';
import { costWords } from './cost-words.ts';
import { factsSheet } from './facts-sheet.ts';
import { fileWords } from './file-words.ts';
import { cellNotes, type Note, notesSheet, paragraph, workbookNotes } from './notes-sheet.ts';
import { headingsIn } from './question-notes.ts';
import { unitsSheet } from './units-sheet.ts';
import { workbookEntries } from './workbook.ts';
import type { ZipEntry } from './zip.ts';

export function buildingWorkbook(
  model: ReadModel,
  file: BuildingDetail,
  assumptions: CostAssumptions,
  locale: Locale,
): Iterable<ZipEntry> {
  const figures = figuresIn(locale);
  const costed = costCase(buildingName(file, locale), costSpaceOf(file), assumptions);
  return workbookEntries((styles) => [
    factsSheet(model, file, locale, styles),
    unitsSheet(file, model.role, locale, styles),
    ...costSheets([costed], assumptions, figures, styles),
    notesSheet(fileNotes(model, file, assumptions, locale), locale, styles),
  ]);
}

export function buildingName(
  { nameZh, nameEn }: Pick<BuildingDetail, 'nameZh' | 'nameEn'>,
  locale: Locale,
): string {
  return locale === 'en' ? (nameEn ?? nameZh) : nameZh;
}

function fileNotes(
  model: ReadModel,
  file: BuildingDetail,
  assumptions: CostAssumptions,
  locale: Locale,
): readonly Note[] {
  const { notes } = fileWords[locale];
  return [
    [notes.title, buildingName(file, locale)],
    [notes.id, file.id],
    ...originNotes(model, file.synthetic, locale),
    ...costNotes(assumptions, locale),
    ...paragraph(notes.derived, [...notes.formulas, ...(maySeeTax(model.role) ? [notes.tax] : [])]),
    ...cellNotes(figuresIn(locale).words),
  ];
}

/** As of when, from where, and as seen by whom. */
export function originNotes(model: ReadModel, synthetic: boolean, locale: Locale): readonly Note[] {
  const headings = headingsIn(locale);
  const texts = workbookNotes(locale);
  return [
    [headings.asOf, { date: model.portfolio.asOf }],
    [headings.source, model.isSample ? headings.sourceSample : headings.sourceFile],
    [headings.synthetic, synthetic ? headings.sample : headings.published],
    [texts.seenBy, figuresIn(locale).words.role[model.role]],
    [texts.revision, model.revision],
  ];
}

/** The assumptions as an address writes them, and the formulas in words. */
export function costNotes(assumptions: CostAssumptions, locale: Locale): readonly Note[] {
  const { notes } = fileWords[locale];
  const { cost, ...lines } = costWords[locale].notes;
  return [
    [notes.assumptions, formatAssumptions(assumptions) || notes.defaults],
    ...paragraph(cost, Object.values(lines)),
  ];
}
