/** The figures of a card with what each opens to; apart from their drawing so that the words can be tested. */
import type { BuildingRow } from '#domain/engine/row.ts';
import type { RangeField } from '#domain/query/fields.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { CardMessages } from '#format/messages/card.ts';
import { valueWithUnit } from '#views/table/row-words.ts';
import type { BuildingDetail, CardFact, DerivedField, DerivedFigure } from './building-detail.ts';

export type CardFactId = keyof CardMessages['facts'];

export interface CardFigure {
  readonly id: CardFactId;
  readonly label: string;
  /** null: not known; undefined: not here yet. */
  readonly value: string | null | undefined;
  /** What an unknown value is best understood with. */
  readonly aside: string | null;
  readonly facts: readonly CardFact[];
  readonly derived: DerivedFigure | null;
}

interface Origin {
  /** Fields of the building in whose sources the figure is found. */
  readonly stated: readonly string[];
  readonly derived: DerivedField | null;
}

const origins: Readonly<Record<CardFactId, Origin>> = {
  gfa: { stated: ['gfa'], derived: null },
  plate: { stated: ['floorPlate'], derived: null },
  height: { stated: ['floorToFloorHeight'], derived: null },
  efficiency: { stated: ['efficiency'], derived: null },
  vacancy: { stated: [], derived: 'vacancyRate' },
  availability: { stated: [], derived: 'availabilityRate' },
  rent: { stated: ['statedAskingRent', 'askingRent'], derived: 'askingRent' },
  available: { stated: ['statedAvailableArea', 'availableArea'], derived: 'availableArea' },
  contiguous: { stated: [], derived: 'maxContiguousArea' },
  clear: { stated: ['clearHeight'], derived: null },
  year: { stated: ['completedOn'], derived: null },
  metro: { stated: ['position'], derived: 'metroDistanceM' },
  tenure: { stated: ['tenure'], derived: null },
  green: { stated: ['greenCertificate'], derived: null },
  columnFree: { stated: ['columnFree'], derived: null },
  taxPerSqm: { stated: [], derived: 'taxPerSqm' },
};

/** Two columns, read row by row: size, space on offer, its price, then what it is like. */
function idsOf(row: BuildingRow): readonly CardFactId[] {
  const ids: readonly CardFactId[] = [
    'gfa',
    'plate',
    'available',
    'contiguous',
    row.status === 'delivered' ? 'vacancy' : 'availability',
    'rent',
    'height',
    'clear',
    'efficiency',
    'columnFree',
    'year',
    'metro',
    'tenure',
    'green',
  ];
  return 'taxPerSqm' in row.values ? [...ids, 'taxPerSqm'] : ids;
}

type Value = string | null | undefined;

function wordsFor(
  id: CardFactId,
  row: BuildingRow,
  detail: BuildingDetail | null,
  figures: Figures,
  card: CardMessages,
): Value {
  const { words } = figures;
  switch (id) {
    case 'availability': {
      const rate = detail?.availabilityRate;
      return typeof rate === 'number' ? figures.percent(rate) : rate;
    }
    case 'year':
      return detail?.completedOn ? figures.date(detail.completedOn) : rangeValue('year', row, figures);
    case 'metro':
      return row.metroM === null ? null : figures.distance(row.metroM);
    case 'tenure':
      return row.tenure && words.tenure[row.tenure];
    case 'green':
      if (detail === null) return undefined;
      return detail.greenCertificate && words.green[detail.greenCertificate];
    case 'columnFree':
      return row.columnFree === null ? null : row.columnFree ? card.yes : card.no;
    default:
      return rangeValue(id, row, figures);
  }
}

function rangeValue(field: RangeField, row: BuildingRow, figures: Figures): string | null {
  return valueWithUnit(field, row.values[field] ?? null, figures);
}

/** @param detail null while it is loading or could not be loaded: the row alone gives most figures already */
export function cardFigures(
  row: BuildingRow,
  detail: BuildingDetail | null,
  figures: Figures,
  card: CardMessages,
): readonly CardFigure[] {
  return idsOf(row).map((id) => {
    const { stated, derived } = origins[id];
    const value = wordsFor(id, row, detail, figures, card);
    return {
      id,
      label: card.facts[id],
      value,
      aside: id === 'rent' && value === null && row.tenure === 'sale' ? card.saleOnly : null,
      facts: detail?.facts.filter(({ field }) => stated.includes(field)) ?? [],
      derived: (derived && detail?.derived[derived]) ?? null,
    };
  });
}

/** Inputs of a formula with their units, in words. */
export function inputLines(
  { inputs }: DerivedFigure,
  figures: Figures,
  card: CardMessages,
): readonly { readonly label: string; readonly value: string }[] {
  const inWords = (name: string, value: number | string | null): string => {
    if (value === null) return figures.words.unknown;
    if (name === 'taxThrough') return figures.month(String(value));
    if (typeof value === 'string') return value;
    if (name === 'units') return figures.number(value, 0);
    if (name === 'precision') return `±${figures.distance(value)}`;
    if (name === 'annualTax') return `${figures.number(value, 0)} ${figures.words.unit.yuan}`;
    return figures.withUnit('sqm', value);
  };
  const labels: Readonly<Record<string, string>> = card.inputs;
  return Object.entries(inputs).flatMap(([name, value]) => {
    const label = labels[name];
    return value === undefined || label === undefined ? [] : [{ label, value: inWords(name, value) }];
  });
}
