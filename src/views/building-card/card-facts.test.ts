import { describe, expect, it } from 'vitest';
import type { BuildingRow } from '#domain/engine/row.ts';
import { createFigures } from '#domain/words/figures.ts';
import { cardZh } from '#format/messages/card.ts';
import type { BuildingDetail } from './building-detail.ts';
import { type CardFactId, cardFigures, inputLines } from './card-facts.ts';

const figures = createFigures('zh');

function aRow(given: Partial<BuildingRow> = {}): BuildingRow {
  return {
    row: 0,
    id: 'b1',
    nameZh: '五号院写字楼',
    nameEn: null,
    carrierType: 'office',
    status: 'delivered',
    grade: 'A',
    gradeClaimed: true,
    tenure: 'sale',
    circleId: null,
    subdistrictId: null,
    columnFree: true,
    metroM: 136,
    position: null,
    synthetic: false,
    values: { gfa: { value: 85_000, upper: null, bound: 'atLeast' }, vacancy: null, rent: null },
    ...given,
  };
}

const detail: BuildingDetail = {
  address: null,
  completedOn: '2009-05',
  greenCertificate: 'greenStar2',
  floors: { above: null, below: null },
  floorList: [],
  availableArea: { value: 4408, bound: 'exact' },
  availabilityRate: 0.541,
  completeness: 0.57,
  asOf: '2026-10-31',
  facts: [{ field: 'gfa', source: '公开报道', asOf: '2025-08-15', confidence: 'C', note: null }],
  derived: {
    availabilityRate: {
      formula: 'availability',
      inputs: { availableArea: 4408, base: 8147 },
      coverage: null,
    },
  },
};

function figureOf(id: CardFactId, row: BuildingRow, given: BuildingDetail | null) {
  return cardFigures(row, given, figures, cardZh).find((figure) => figure.id === id);
}

describe('cardFigures', () => {
  it('keeps a bound and joins the sources of the field', () => {
    const gfa = figureOf('gfa', aRow(), detail);
    expect(gfa?.value).toBe('≥ 85,000 ㎡');
    expect(gfa?.facts.map(({ source }) => source)).toEqual(['公开报道']);
  });

  it('tells unknown from not here yet', () => {
    expect(figureOf('clear', aRow(), detail)?.value).toBeNull();
    expect(figureOf('green', aRow(), null)?.value).toBeUndefined();
    expect(figureOf('green', aRow(), { ...detail, greenCertificate: null })?.value).toBeNull();
    expect(figureOf('green', aRow(), detail)?.value).toBe('绿色建筑二星级');
  });

  it('says why a building for sale has no rent', () => {
    expect(figureOf('rent', aRow(), detail)).toMatchObject({ value: null, aside: '仅售' });
    expect(figureOf('rent', aRow({ tenure: 'lease' }), detail)?.aside).toBeNull();
  });

  it('shows availability in place of vacancy until the building is delivered', () => {
    const row = aRow({ status: 'toppedOut' });
    expect(figureOf('vacancy', row, detail)).toBeUndefined();
    expect(figureOf('availability', row, detail)?.value).toBe('54.1%');
    expect(figureOf('availability', row, null)?.value).toBeUndefined();
    expect(figureOf('availability', aRow(), detail)).toBeUndefined();
  });

  it('has tax only where the role has the field', () => {
    expect(figureOf('taxPerSqm', aRow(), detail)).toBeUndefined();
    const row = aRow({ values: { taxPerSqm: null } });
    expect(figureOf('taxPerSqm', row, detail)?.value).toBeNull();
  });

  it('is as exact about completion as the file', () => {
    const row = aRow({ values: { year: { value: 2009, upper: null, bound: 'exact' } } });
    expect(figureOf('year', row, null)?.value).toBe('2009 年');
    expect(figureOf('year', row, detail)?.value).toBe('2009年5月');
  });
});

describe('inputLines', () => {
  it('gives each input its unit and keeps the unknown', () => {
    const lines = inputLines(
      {
        formula: 'taxPerSqm',
        coverage: null,
        inputs: { annualTax: 1_200_000, taxThrough: '2026-10', rentableArea: null, precision: 200 },
      },
      figures,
      cardZh,
    );
    expect(lines.map(({ value }) => value)).toEqual(['1,200,000 元', '2026年10月', '未提供', '±200 m']);
  });
});
