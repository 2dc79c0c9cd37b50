import { describe, expect, it } from 'vitest';
import {
  availableColumns,
  defaultColumns,
  moveColumn,
  nextSort,
  resolveColumns,
  sortFieldOf,
  toggleColumn,
} from './column-ids.ts';

describe('resolveColumns', () => {
  it('shows the default set when nothing is wished for', () => {
    expect(resolveColumns(null, [])).toEqual(defaultColumns);
  });

  it('drops unknown, repeated and hidden columns and keeps the order', () => {
    expect(
      resolveColumns(['metro', 'name', 'nonsense', 'metro', 'taxPerSqm', '__proto__'], ['taxPerSqm']),
    ).toEqual(['metro', 'name']);
  });

  it('always shows the name', () => {
    expect(resolveColumns(['vacancy'], [])).toEqual(['name', 'vacancy']);
    expect(resolveColumns([], [])).toEqual(['name']);
  });
});

describe('availableColumns', () => {
  it('leaves out what the role may not see', () => {
    expect(availableColumns([])).toContain('taxPerSqm');
    expect(availableColumns(['taxPerSqm'])).not.toContain('taxPerSqm');
  });
});

describe('choosing columns', () => {
  it('appends a shown column and removes a hidden one, but never the name', () => {
    expect(toggleColumn(['name', 'rent'], 'gfa')).toEqual(['name', 'rent', 'gfa']);
    expect(toggleColumn(['name', 'rent'], 'rent')).toEqual(['name']);
    expect(toggleColumn(['name', 'rent'], 'name')).toEqual(['name', 'rent']);
  });

  it('moves a column by one place and not beyond the ends', () => {
    expect(moveColumn(['name', 'rent', 'gfa'], 'gfa', -1)).toEqual(['name', 'gfa', 'rent']);
    expect(moveColumn(['name', 'rent', 'gfa'], 'name', 1)).toEqual(['rent', 'name', 'gfa']);
    expect(moveColumn(['name', 'rent'], 'rent', 1)).toEqual(['name', 'rent']);
    expect(moveColumn(['name', 'rent'], 'gfa', 1)).toEqual(['name', 'rent']);
  });
});

describe('sorting by a heading', () => {
  it('turns the present order round', () => {
    expect(nextSort({ field: 'rent', descending: false }, 'rent')).toEqual({
      field: 'rent',
      descending: true,
    });
  });

  it('begins with the largest area, the lowest rent, the nearest metro and the first name', () => {
    const other = { field: 'gfa', descending: true } as const;
    expect(nextSort(other, 'available').descending).toBe(true);
    expect(nextSort(other, 'rent').descending).toBe(false);
    expect(nextSort(other, 'metro').descending).toBe(false);
    expect(nextSort(other, 'name').descending).toBe(false);
  });

  it('knows which columns have an order', () => {
    expect(sortFieldOf('vacancy')).toBe('vacancy');
    expect(sortFieldOf('name')).toBe('name');
    expect(sortFieldOf('grade')).toBeNull();
  });
});
