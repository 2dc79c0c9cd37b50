/** The measured facts of a building: areas, heights, storeys, lifts, prices. */
import { bind } from './bind.ts';
import { type Cue, type CueTable, cuesIn, cueTable, type FigureRule } from './cues.ts';
import type { Figure } from './figures.ts';
import { around, type Draft } from './found.ts';
import type { Reading } from './reading.ts';
import { buildingFigures } from './rules/building-figures.ts';

const figureTable: CueTable = cueTable(buildingFigures);

const plannedWord = /(?:规划|拟建|计划|拟|预计|planned|proposed)[^，,。;；]{0,8}$/;
const existing = /(?:现有|已建成|建成|实际)[^，,。;；]{0,8}$/;

function rankOf({ lower, clauses }: Reading, figure: Figure, cue: Cue<FigureRule>, draft: Draft): number {
  const from = clauses.clauseStart(figure.start);
  const words = lower.slice(from, cue.start < figure.start ? cue.start : figure.start);
  if (plannedWord.test(words) && !existing.test(words)) {
    draft.note('planned', cue.rule.field, figure);
    return cue.rule.isWeak ? -2 : -1;
  }
  if (existing.test(words)) return 3;
  return cue.rule.isWeak ? 0 : /总|total/.test(cue.word) ? 2 : 1;
}

/** Binds all figures to what they are of, and makes storeys, heights and lifts of their parts. */
export function putFigures(reading: Reading, draft: Draft): void {
  const { lower, clauses, figures } = reading;
  const cues = cuesIn(lower, figureTable).flatMap(({ rule, ...cue }) =>
    rule.kind === 'figure' ? [{ ...cue, rule }] : [],
  );
  let height: Figure | null = null;
  for (const { figure, cue } of bind({ lower, clauses, figures, cues })) {
    if (cue?.rule.field === 'floorToFloorHeight') height = figure;
    if (cue === null) {
      if (height && isFurtherHeight(reading, height, figure)) putHeight(draft, figure, 1);
      putUnclaimed(reading, draft, figure);
      continue;
    }
    const { field, note } = cue.rule;
    if (field === null) {
      if (note === 'loadFactor' || note === 'vacantArea') draft.note(note, null, figure);
      continue;
    }
    if (whyNotFigure(reading, figure, field)) continue;
    // 面积：150-2200平 is what may be let, not how large the building is.
    if (field === 'gfa' && cue.rule.isWeak && figure.low !== figure.high) continue;
    const rank = rankOf(reading, figure, cue, draft);
    if (field === 'floorToFloorHeight') putHeight(draft, figure, rank);
    else draft.putFigure(field, figure, rank);
  }
  putBasements(reading, draft);
  putFloors(draft);
  putHeights(draft);
  putLifts(draft);
}

function putHeight(draft: Draft, figure: Figure, rank: number): void {
  const { low, high, bound, unit } = figure;
  draft.put('floorToFloorHeight', { min: low, max: high }, figure, { bound, unit, rank });
}

/** 层高：首层5.4m，2-4层3.9m */
function isFurtherHeight({ lower }: Reading, height: Figure, figure: Figure): boolean {
  if (figure.measure !== 'length' || figure.start - height.end > 14 || figure.high > 12) return false;
  return /^[，,、;；]?[^，,。;；净]{1,9}层(?:以上)?(?:为|高)?$/.test(lower.slice(height.end, figure.start));
}

/** A figure of a size that its field cannot have was read of something else. */
function whyNotFigure({ lower }: Reading, figure: Figure, field: string): string | null {
  if (field === 'efficiency' && (figure.high > 1 || figure.low < 0.2)) return 'size';
  if (
    /^(?:rentable|available)Area$/.test(field) &&
    /起租?$/.test(lower.slice(figure.numberStart, figure.end))
  )
    return 'least unit';
  if (field === 'parking' && /(?:每|按)/.test(lower.slice(Math.max(0, figure.start - 6), figure.start)))
    return 'ratio';
  if (field.startsWith('floors.') && lower.charAt(figure.end) === '半') return 'half a storey';
  if (field.startsWith('floors.') && (figure.low !== figure.high || figure.high > 200)) return 'range';
  return null;
}

/** A daily rent of one ㎡ is an asking rent even where nothing says so; a storey count may stand alone. */
function putUnclaimed({ clauses, lower }: Reading, draft: Draft, figure: Figure): void {
  if (figure.measure === 'rent' && figure.unit === 'yuanPerSqmDay') draft.putFigure('askingRent', figure, 0);
  if (figure.measure === 'area' && isOnOffer(lower, figure)) draft.putFigure('availableArea', figure, 0);
  const isAlone =
    /(?:^|座|号楼|塔楼?|大厦|中心|广场)[ :]?$/.test(
      lower.slice(clauses.clauseStart(figure.start), figure.start),
    ) && /^[，,。;；、|│\n(带加含 ]?$/.test(lower.charAt(figure.end));
  if (figure.measure === 'storeys' && isAlone && figure.low === figure.high && figure.low >= 2) {
    draft.put('floors.above', figure.low, figure, { rank: -3 });
  }
}

/** 现有5200平方米空间对外招租 */
function isOnOffer(lower: string, { start, end }: Figure): boolean {
  const before = lower.slice(Math.max(0, start - 10), start);
  const after = lower.slice(end, end + 18);
  return (
    /(?:现有|尚有|还有|剩余|尚余|目前有|仍有|推出|腾出)[^，,。;；]{0,5}$/.test(before) &&
    /^[^，,。;；]{0,10}(?:招租|招商|出租|待租|可租|租赁|可供)/.test(after)
  );
}

/** 地下B3, 32F/B3 */
function putBasements({ lower }: Reading, draft: Draft): void {
  if (draft.has('floors.below')) return;
  const match = /(?:地下|f ?[/、,，-] ?)b([1-9])(?![\da-z座])/.exec(lower);
  if (!match) return;
  const end = match.index + match[0].length;
  draft.put('floors.below', Number(match[1]), { start: end - 2, end });
}

function putFloors(draft: Draft): void {
  const [above] = draft.of('floors.above');
  const [below] = draft.of('floors.below');
  const places = [above, below].filter((one) => one !== undefined);
  if (places.length === 0) return;
  const count = (value: unknown) => (typeof value === 'number' ? value : null);
  draft.put('floors', { above: count(above?.value), below: count(below?.value) }, around(places));
}

/** Storeys differ: heights that are given one by one make one span. */
function putHeights(draft: Draft): void {
  const all = draft.of('floorToFloorHeight');
  const spans = all.flatMap(({ value }) => (typeof value === 'object' && 'min' in value ? [value] : []));
  const [first, ...others] = all;
  if (!first || others.length === 0) return;
  const value = {
    min: Math.min(...spans.map(({ min }) => min)),
    max: Math.max(...spans.map(({ max }) => max)),
  };
  draft.put('floorToFloorHeight', value, around(all), {
    bound: value.min === value.max ? (first.bound ?? 'exact') : 'exact',
    unit: 'm',
    rank: 9,
  });
}

/** Where no total is given, passenger and goods lifts are all there are. */
function putLifts(draft: Draft): void {
  if (draft.has('lifts')) return;
  const parts = ['lifts.passenger', 'lifts.goods', 'lifts.fire'].flatMap((field) =>
    draft.of(field).slice(0, 1),
  );
  const sum = parts.reduce((total, { value }) => total + (typeof value === 'number' ? value : 0), 0);
  if (parts.length > 0)
    draft.put('lifts', sum, around(parts), {
      bound: parts.find(({ bound }) => bound !== 'exact')?.bound ?? 'exact',
    });
}
