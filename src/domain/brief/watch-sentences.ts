import { type BriefPart, filled, joined, name } from './parts.ts';
import type { Counted } from './words.ts';
import type { BriefWriter } from './writer.ts';

export interface WatchedBuilding {
  readonly buildingId: string;
  /** In the language of the brief. */
  readonly name: string;
}

/** The watch-list at the end of the month. */
export interface BriefWatch {
  /** 0–1 */
  readonly threshold: number;
  readonly unknown: number;
  readonly of: number;
  /** Σ of those above the line, ㎡. */
  readonly vacantArea: number;
  readonly items: readonly WatchedBuilding[];
  /** Those of the month before; null is not known. */
  readonly before: readonly WatchedBuilding[] | null;
}

const note = 'watch';
/** More names would not be read. */
const mostNamed = 3;

/** How many are above the line, and who came and went since the month before. */
export function watchSentences(watch: BriefWatch, writer: BriefWriter): readonly (readonly BriefPart[])[] {
  const { words } = writer;
  const { unknown } = watch;
  const head = caughtParts(watch, writer);
  const missing = filled(writer.counted(words.watchUnknown, unknown), { count: writer.count(unknown, note) });
  return [unknown > 0 ? joined([head, missing], words.comma) : head, ...changeSentences(watch, writer)];
}

function caughtParts(watch: BriefWatch, writer: BriefWriter): readonly BriefPart[] {
  const { words } = writer;
  const caught = watch.items.length;
  const line = writer.value('ratio', watch.threshold, note);
  const of = writer.count(watch.of, note);
  if (caught === 0) return filled(words.noneCaught, { line, of });
  return filled(writer.counted(words.caught, caught), {
    line,
    of,
    buildings: filled(writer.counted(words.buildings, caught), { count: writer.count(caught, note) }),
    area: writer.value('sqm', watch.vacantArea, note),
  });
}

function changeSentences(
  { items, before }: BriefWatch,
  writer: BriefWriter,
): readonly (readonly BriefPart[])[] {
  const { words } = writer;
  if (before === null) return [filled(words.noListBefore)];
  const without = (all: readonly WatchedBuilding[], others: readonly WatchedBuilding[]) => {
    const ids = new Set(others.map(({ buildingId }) => buildingId));
    return all.filter(({ buildingId }) => !ids.has(buildingId));
  };
  const named = (pattern: Counted, some: readonly WatchedBuilding[]) =>
    some.length === 0
      ? []
      : [
          filled(writer.counted(pattern, some.length), {
            count: writer.count(some.length, note),
            names: namesOf(some, writer),
          }),
        ];
  const changed = [
    ...named(words.entered, without(items, before)),
    ...named(words.left, without(before, items)),
  ];
  return changed.length === 0 ? [filled(words.sameList)] : changed;
}

function namesOf(some: readonly WatchedBuilding[], { words }: BriefWriter): readonly BriefPart[] {
  const names = joined(
    some.slice(0, mostNamed).map((building) => [name(building.name)]),
    words.list,
  );
  return some.length > mostNamed ? filled(words.andOthers, { names }) : names;
}
