/** The monthly brief: sentences by rules from the figures of a month. Every number of it says where it comes from. */
import type { AnyIndicatorId, IndicatorUnit } from '../indicators/spec.ts';
import type { Locale } from '../words/words.ts';
import { changeOf } from './change.ts';
import { type BriefPart, filled, joined, type NoteKey, name } from './parts.ts';
import { type BriefTarget, targetSentences } from './target-sentences.ts';
import { type BriefWatch, watchSentences } from './watch-sentences.ts';
import { type BriefTheme, briefThemes } from './words.ts';
import { type BriefWriter, changeParts, createWriter } from './writer.ts';

/** One indicator of all that the brief is about. */
export interface BriefFigure {
  readonly id: AnyIndicatorId;
  /** In the language of the brief. */
  readonly name: string;
  readonly unit: IndicatorUnit;
  /** Of the month; null is not known. */
  readonly value: number | null;
  readonly before: number | null;
  readonly yearBefore: number | null;
  /** 0–1; null where there is nothing to cover. */
  readonly coverage: number | null;
  /** Known, but not for this reader. */
  readonly isWithheld: boolean;
}

/** Vacancy of one circle, 0–1, now and the month before. */
export interface BriefCircle {
  readonly name: string;
  readonly now: number | null;
  readonly before: number | null;
}

export interface BriefInput {
  readonly figures: readonly BriefFigure[];
  readonly circles: readonly BriefCircle[];
  /** null: not there for this reader, like the targets. */
  readonly watch: BriefWatch | null;
  readonly targets: readonly BriefTarget[] | null;
}

export interface BriefParagraph {
  readonly theme: BriefTheme;
  readonly title: string;
  readonly parts: readonly BriefPart[];
}

export interface Brief {
  readonly paragraphs: readonly BriefParagraph[];
  /** What the numbers rest on, in the order in which they come; notes are numbered by it from 1. */
  readonly notes: readonly NoteKey[];
}

const themes: Readonly<Partial<Record<AnyIndicatorId, BriefTheme>>> = {
  askingRent: 'rent',
  netEffectiveRent: 'rent',
  waltByArea: 'rent',
  waltByRent: 'rent',
  expiring12mRate: 'rent',
  tenantCount: 'firms',
  localRegistrationRate: 'firms',
  localTaxpayerRate: 'firms',
  netTenantInflow: 'firms',
  leadingIndustryShare: 'firms',
  totalTax: 'tax',
  districtTax: 'tax',
  taxPerSqm: 'tax',
  taxPerEmployee: 'tax',
  hundredMillionBuildings: 'tax',
  keyBuildingTaxShare: 'tax',
};

const signed: ReadonlySet<AnyIndicatorId> = new Set(['netAbsorption', 'netTenantInflow']);

/** @param locale language of the sentences; names come in it already */
export function composeBrief(input: BriefInput, locale: Locale): Brief {
  const writer = createWriter(locale);
  const sentences = (theme: BriefTheme): readonly (readonly BriefPart[])[] => {
    if (theme === 'circles') return circleSentences(input.circles, writer);
    if (theme === 'watch') return input.watch ? watchSentences(input.watch, writer) : [];
    if (theme === 'targets') return targetSentences(input.targets ?? [], writer);
    return input.figures
      .filter(({ id }) => (themes[id] ?? 'space') === theme)
      .map((figure) => figureSentence(figure, writer));
  };
  const paragraphs = briefThemes.flatMap((theme): readonly BriefParagraph[] => {
    const all = sentences(theme);
    if (all.length === 0) return [];
    const { words } = writer;
    const stop: BriefPart = { kind: 'words', text: words.stop.trimEnd() };
    return [{ theme, title: words.themes[theme], parts: [...joined(all, words.stop), stop] }];
  });
  return { paragraphs, notes: notesOf(paragraphs) };
}

function notesOf(paragraphs: readonly BriefParagraph[]): readonly NoteKey[] {
  const numbers = paragraphs.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'number' ? [part.note] : [])),
  );
  return [...new Set(numbers)];
}

function figureSentence(figure: BriefFigure, writer: BriefWriter): readonly BriefPart[] {
  const { id, unit, value, before, yearBefore, coverage, isWithheld } = figure;
  const { words } = writer;
  const own = name(figure.name);
  if (value === null) return filled(isWithheld ? words.withheld : words.unknown, { name: own });
  const note: NoteKey = `indicator:${id}`;
  const isSigned = signed.has(id);
  const changed = (than: number | null, patterns: typeof words.before) =>
    changeParts(unit, { before: than, now: value, isSigned }, note, patterns, writer);
  const head = filled(words.figure, {
    name: own,
    value: writer.value(unit, value, note),
    covered: writer.covered(coverage, note),
  });
  return joined([head, changed(before, words.before), changed(yearBefore, words.yearBefore)], words.comma);
}

/** The circles in which vacancy rose and fell most; of equal ones the first. */
function circleSentences(
  circles: readonly BriefCircle[],
  writer: BriefWriter,
): readonly (readonly BriefPart[])[] {
  // The one circle of a scope is the scope: what is vacant in it has been said.
  if (circles.length < 2) return [];
  const { words } = writer;
  const changes = circles.flatMap((circle) => {
    const change = changeOf('ratio', circle.before, circle.now);
    return circle.now === null || change.direction === 'unknown'
      ? []
      : [{ circle, change, rate: circle.now }];
  });
  const most = (direction: 'rose' | 'fell', pattern: string) => {
    const [first] = changes
      .filter(({ change }) => change.direction === direction)
      .toSorted((a, b) => b.change.size - a.change.size);
    if (!first) return [];
    const by = writer.change('ratio', first.change, 'circles');
    return [
      filled(pattern, {
        name: name(first.circle.name),
        by,
        rate: writer.value('ratio', first.rate, 'circles'),
      }),
    ];
  };
  const moved = [...most('rose', words.circleRose), ...most('fell', words.circleFell)];
  const unknown = circles.length - changes.length;
  const count = writer.count(unknown, 'circles');
  return [
    ...moved,
    ...(moved.length === 0 && changes.length > 0 ? [filled(words.circlesSteady)] : []),
    ...(unknown > 0 ? [filled(writer.counted(words.circlesUnknown, unknown), { count })] : []),
  ];
}
