import { describe, expect, it } from 'vitest';
import { clauses } from '#domain/query/fields.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import {
  activeClauses,
  clearFilters,
  isActive,
  removeClause,
  setRange,
  setText,
  setUnknown,
  toggleValue,
} from './clauses.ts';

const full: Query = {
  ...emptyQuery,
  text: '五号院',
  ranges: { plate: { lo: 2000, hi: 2500 }, vacancy: { lo: null, hi: 0.4 } },
  sets: { type: ['office'], circle: ['xiaobailou', 'nanjinglu'] },
  unknown: ['vacancy', 'metro'],
  columnFree: true,
  metro: 500,
  by: '2026-03',
  bbox: { west: 117.1, south: 39, east: 117.2, north: 39.2 },
  within: [
    [117.1, 39.1],
    [117.2, 39.1],
    [117.2, 39.2],
  ],
  near: { lon: 117.2, lat: 39.1, radiusM: 800 },
  sort: { field: 'vacancy', descending: false },
  page: 4,
  limit: 100,
};

describe('ranges', () => {
  it('sets a range and returns to the first page', () => {
    const next = setRange(full, 'plate', { lo: 1800, hi: null });
    expect(next.ranges.plate).toEqual({ lo: 1800, hi: null });
    expect(next.page).toBe(1);
  });

  it('drops a range that is open on both ends', () => {
    expect(setRange(full, 'plate', { lo: null, hi: null }).ranges).toEqual({
      vacancy: { lo: null, hi: 0.4 },
    });
  });

  it('leaves the question it was given untouched', () => {
    setRange(full, 'plate', { lo: null, hi: null });
    expect(full.ranges.plate).toEqual({ lo: 2000, hi: 2500 });
  });
});

describe('sets', () => {
  const types = ['office', 'retailPodium', 'heritageHouse'];

  it('adds a value in the order of the vocabulary, not of the clicks', () => {
    const once = toggleValue(emptyQuery, 'type', 'heritageHouse', types);
    expect(toggleValue(once, 'type', 'office', types).sets.type).toEqual(['office', 'heritageHouse']);
  });

  it('drops the clause with its last value', () => {
    expect(toggleValue(full, 'type', 'office', types).sets).toEqual({ circle: ['xiaobailou', 'nanjinglu'] });
  });
});

describe('unknown', () => {
  it('is switched per field, in the order of the grammar', () => {
    expect(setUnknown(full, 'plate', true).unknown).toEqual(['plate', 'vacancy', 'metro']);
    expect(setUnknown(full, 'vacancy', false).unknown).toEqual(['metro']);
  });

  it('is not doubled', () => {
    expect(setUnknown(full, 'metro', true).unknown).toEqual(['vacancy', 'metro']);
  });
});

describe('text', () => {
  it('is trimmed as the grammar trims it', () => {
    expect(setText(full, '  五号  院 ').text).toBe('五号 院');
  });
});

describe('removing', () => {
  it('lifts exactly the clause that was named, each of them', () => {
    const active = activeClauses(full);
    expect(active).toHaveLength(11);
    for (const clause of active) {
      expect(activeClauses(removeClause(full, clause))).toEqual(active.filter((other) => other !== clause));
    }
  });

  it('takes the leave for unknown values with it', () => {
    expect(removeClause(full, 'vacancy').unknown).toEqual(['metro']);
    expect(removeClause(full, 'metro').unknown).toEqual(['vacancy']);
  });

  it('clears every clause and keeps order, page size and view', () => {
    const cleared = clearFilters(full);
    expect(activeClauses(cleared)).toEqual([]);
    expect(cleared).toEqual({ ...emptyQuery, sort: full.sort, limit: 100, view: full.view });
  });
});

describe('activity', () => {
  it('finds no active clause in the empty question', () => {
    expect(clauses.filter((clause) => isActive(emptyQuery, clause))).toEqual([]);
  });

  it('takes a range without ends for none', () => {
    expect(isActive({ ...emptyQuery, ranges: { gfa: { lo: null, hi: null } } }, 'gfa')).toBe(false);
  });
});
