/**
 * Reads a pasted text: an article about buildings, or what an enterprise is looking for. No network and no model:
 * tables of words (`rules/`) over the figures and dates of a normalised text. See decision 032.
 */
import type { IsoDate } from '../measure.ts';
import { buildingFields, buildingIn } from './buildings.ts';
import type { ExtractedItem, Extraction, ExtractNote, FoundField } from './found.ts';
import type { Span } from './normalise.ts';
import { type Reading, read } from './reading.ts';
import { requirementIn } from './requirements.ts';
import { entriesOf, partsOf, type Segments, subjectsOf } from './subjects.ts';
import type { ExtractKind } from './terms.ts';

export interface ExtractOptions {
  /** The day from which 明年, 年内 and 三个月内 are counted. */
  readonly today: IsoDate;
  /** Names of the business circles of the district, so that they are known without 商圈 behind them. */
  readonly circles?: readonly string[];
}

interface Part {
  readonly item: ExtractedItem;
  readonly notes: readonly ExtractNote[];
}

function moved(span: Span, by: number): Span {
  return [span[0] + by, span[1] + by];
}

/** A part of the text was read by itself: its places become places of the whole. */
function inWhole({ item, notes }: Part, by: number): Part {
  const fields = Object.entries(item.fields).map(
    ([name, one]) => [name, { ...one, span: moved(one.span, by) }] as const,
  );
  return {
    item: { fields: Object.fromEntries(fields) },
    notes: notes.map((note) => (note.span === null ? note : { ...note, span: moved(note.span, by) })),
  };
}

function buildingPart(original: string, [start, end]: Span, today: IsoDate): Part {
  return inWhole(buildingIn(read(original.slice(start, end), today)), start);
}

/** What tells a building from a notion of one. */
const hard = [
  'address',
  'developer',
  'gfa',
  'rentableArea',
  'availableArea',
  'floorPlate',
  'floors',
  'floorToFloorHeight',
  'clearHeight',
  'efficiency',
  'columnFree',
  'divisible',
  'greenCertificate',
  'protectionClass',
  'askingRent',
  'managementFee',
  'status',
  'completedOn',
  'tenure',
];

/** Nothing but a building has them. */
const certain = new Set([
  'gfa',
  'rentableArea',
  'availableArea',
  'floorPlate',
  'floorToFloorHeight',
  'askingRent',
  'managementFee',
  'protectionClass',
]);

function hardCount({ fields }: ExtractedItem): number {
  return hard.filter((name) => Object.hasOwn(fields, name)).length;
}

const dwelling = /[一二三四两\d]室[一二两\d]?厅|学区房|首付|月供|精装三房|户型图/;

function isBuilding(item: ExtractedItem, text: string): boolean {
  const { nameZh, nameEn, carrierType } = item.fields;
  if (dwelling.test(text) && !carrierType) return false;
  const named = nameZh ?? nameEn;
  if (!named && !carrierType) return false;
  if (carrierType) return hardCount(item) >= 1;
  const others = Object.keys(item.fields).filter((name) => !/^(?:name|aliases)/.test(name));
  return others.length >= 2 || others.some((name) => certain.has(name));
}

/** Of the building as a whole and not of one of its towers. */
const ofWhole = new Set([
  'gfa',
  'rentableArea',
  'availableArea',
  'floors',
  'lifts',
  'parking',
  'nameZh',
  'nameEn',
  'aliases',
]);

function towers(original: string, { shared, own }: Segments, today: IsoDate): readonly Part[] {
  const common = shared.map((span) => buildingPart(original, span, today));
  const base = common
    .map(({ item }) => item.fields['nameZh'] ?? item.fields['nameEn'])
    .find((name) => name !== undefined);
  const inherited = Object.fromEntries(
    common
      .toReversed()
      .flatMap(({ item }) => Object.entries(item.fields).filter(([name]) => !ofWhole.has(name))),
  );
  return own.map(({ span, label }, index): Part => {
    const { item, notes } = buildingPart(original, span, today);
    const name = nameOf(original, base, label);
    const fields = { ...inherited, ...withoutName(item.fields), ...name };
    return {
      item: { fields },
      notes: index === 0 ? [...common.flatMap((one) => one.notes), ...notes] : notes,
    };
  });
}

function withoutName(fields: ExtractedItem['fields']): Record<string, FoundField> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== 'nameZh' && name !== 'nameEn'),
  );
}

function nameOf(
  original: string,
  base: FoundField | undefined,
  label: Segments['own'][number]['label'],
): Record<string, FoundField> {
  if (label === null) return {};
  const isEnglish = /^[A-Z][a-z]/.test(label.value);
  const value = base === undefined ? label.value : `${base.value}${isEnglish ? ' ' : ''}${label.value}`;
  return {
    [isEnglish ? 'nameEn' : 'nameZh']: { value, span: label.span, text: original.slice(...label.span) },
  };
}

/** The parts of a text by the names at their heads; null where it is about one building. */
function separately({ original, today, ...reading }: Reading): readonly Part[] | null {
  const stretches = subjectsOf({ original, today, ...reading })
    .map(({ name, span }) => ({ name, span, part: buildingPart(original, span, today) }))
    .filter(({ part }) => hardCount(part.item) > 0);
  const byName = new Map<string, Part>();
  for (const [index, { name, span, part }] of stretches.entries()) {
    const from = index === 0 ? 0 : span[0];
    const to = stretches[index + 1]?.span[0] ?? original.length;
    const isWhole = from === span[0] && to === span[1];
    const own = isWhole ? part : buildingPart(original, [from, to], today);
    const known = byName.get(name);
    byName.set(name, known ? joined(known, own) : own);
  }
  const parts = [...byName.values()];
  const facts = parts.reduce((sum, { item }) => sum + hardCount(item), 0);
  return parts.length >= 2 && facts >= 3 ? parts : null;
}

/** What the text says of a building first stays. */
function joined(first: Part, second: Part): Part {
  return {
    item: { fields: { ...second.item.fields, ...first.item.fields } },
    notes: [...first.notes, ...second.notes],
  };
}

function buildings(reading: Reading): readonly Part[] {
  const { original, text, today } = reading;
  const isOne = ({ item }: Part) => isBuilding(item, text);
  const several = separately(reading)?.filter(isOne);
  if (several && several.length > 1) return several;
  const parts = partsOf(reading);
  return parts ? towers(original, parts, today) : [buildingIn(reading)].filter(isOne);
}

function nothing(code: ExtractNote['code']): Extraction {
  return { items: [], notes: [{ code, field: null, span: null, text: null }] };
}

function extractBuildings(reading: Reading): Extraction {
  const parts = buildings(reading);
  if (parts.length === 0) return nothing('noBuilding');
  return { items: parts.map(({ item }) => inOrder(item)), notes: parts.flatMap(({ notes }) => notes) };
}

/** Fields in the order in which a file shows them, wherever they were found. */
function inOrder({ fields }: ExtractedItem): ExtractedItem {
  const entries = buildingFields.flatMap((name) => {
    const field = fields[name];
    return field === undefined ? [] : [[name, field] as const];
  });
  return { fields: Object.fromEntries(entries) };
}

function extractRequirements(reading: Reading, circles: readonly string[]): Extraction {
  const { original, today } = reading;
  const entries = entriesOf(reading)
    .map((span) => ({ span, found: requirementIn(read(original.slice(...span), today), circles) }))
    .flatMap(({ span, found: { item, notes } }) => (item ? [inWhole({ item, notes }, span[0])] : []));
  const whole = entries.filter(({ item }) => 'areaMin' in item.fields || 'areaMax' in item.fields);
  if (whole.length >= 2)
    return { items: whole.map(({ item }) => item), notes: whole.flatMap(({ notes }) => notes) };
  const { item, notes } = requirementIn(reading, circles);
  return item ? { items: [item], notes } : nothing('noRequirement');
}

/**
 * What a text says, each value with the words that say it. What it does not say is absent; nothing is guessed but
 * where a note says so. Takes any string, gives the same for the same.
 * @example extract('requirement', '约60人，要1500到2000平', {today: '2026-11-25'})
 */
export function extract(
  kind: ExtractKind,
  text: string,
  { today, circles = [] }: ExtractOptions,
): Extraction {
  const reading = read(text, today);
  return kind === 'building' ? extractBuildings(reading) : extractRequirements(reading, circles);
}
