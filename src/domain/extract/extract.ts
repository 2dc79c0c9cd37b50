/**
 * Reads a pasted text: an article about buildings, or what an enterprise is looking for. No network and no model:
 * tables of words (`rules/`) over the figures and dates of a normalised text. See decision 032.
 */
import type { IsoDate } from '../measure.ts';
import { buildingIn } from './buildings.ts';
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
  return others.length >= 2;
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

function buildings(reading: Reading): readonly Part[] {
  const { original, today } = reading;
  const separate = subjectsOf(reading).map((span) => ({ span, part: buildingPart(original, span, today) }));
  const told = separate.filter(({ part }) => hardCount(part.item) >= 2);
  if (told.length >= 2) {
    return told.map(({ span: [start, end], part }, index) => {
      const from = index === 0 ? 0 : start;
      const to = told[index + 1]?.span[0] ?? original.length;
      return from === start && to === end ? part : buildingPart(original, [from, to], today);
    });
  }
  const parts = partsOf(reading);
  if (parts) return towers(original, parts, today);
  return [buildingIn(reading)];
}

function nothing(code: ExtractNote['code']): Extraction {
  return { items: [], notes: [{ code, field: null, span: null, text: null }] };
}

function extractBuildings(reading: Reading): Extraction {
  const parts = buildings(reading).filter(({ item }) => isBuilding(item, reading.text));
  if (parts.length === 0) return nothing('noBuilding');
  return { items: parts.map(({ item }) => item), notes: parts.flatMap(({ notes }) => notes) };
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
