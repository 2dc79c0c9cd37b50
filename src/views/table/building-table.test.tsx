import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { defaultSort } from '#domain/query/query.ts';
import { sampleAnswer } from '../../../tests/sample-engine.ts';
import { BuildingTable } from './building-table.tsx';

const { answer, rows } = sampleAnswer();
const noRows: ReadonlySet<number> = new Set();
const highlight = {
  subscribe: () => () => {},
  hovered: () => null,
  hoveredRows: () => noRows,
  selected: () => null,
};

function mount(picked: ReadonlySet<string> = new Set()) {
  const hands = {
    onWindow: vi.fn(),
    onSort: vi.fn(),
    onColumns: vi.fn(),
    onHover: vi.fn(),
    onSelect: vi.fn(),
    onOpen: vi.fn(),
    onPick: vi.fn(),
  };
  render(
    <div style={{ height: 500, display: 'flex', flexDirection: 'column' }}>
      <BuildingTable
        total={answer.total}
        offset={0}
        rows={rows}
        sort={defaultSort}
        columns={null}
        hidden={[]}
        names={(_, id) => id}
        highlight={highlight}
        loading={false}
        picked={picked}
        {...hands}
      />
    </div>,
  );
  return hands;
}

test('the grid knows how many rows there are, though it draws only those in sight', () => {
  mount();
  const grid = screen.getByRole('grid');
  expect(grid.getAttribute('aria-rowcount')).toBe(String(answer.total + 1));
  expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
});

test('arrows walk the rows and Enter opens the card', async () => {
  const { onSelect } = mount();
  screen.getByRole('grid').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onSelect).toHaveBeenCalledOnce();
  expect(rows.map(({ id }) => id)).toContain(onSelect.mock.calls[0]?.[0]?.id);
});

test('a heading sorts, and says how the table is sorted', async () => {
  const { onSort } = mount();
  const heading = screen.getByRole('columnheader', { name: /可招商/ });
  expect(heading.getAttribute('aria-sort')).toBe('descending');
  await userEvent.click(within(screen.getByRole('columnheader', { name: /标准层/ })).getByRole('button'));
  expect(onSort).toHaveBeenCalledWith(expect.objectContaining({ field: 'plate' }));
});

test('Space puts the active row aside to be compared, and opens no card', async () => {
  const { onPick, onSelect } = mount();
  screen.getByRole('grid').focus();
  await userEvent.keyboard('{ArrowDown} ');
  expect(onPick).toHaveBeenCalledOnce();
  expect(rows.map(({ id }) => id)).toContain(onPick.mock.calls[0]?.[0]?.id);
  expect(onSelect).not.toHaveBeenCalled();
});

test('the box of a row shows whether it is put aside, and pressing it selects nothing', async () => {
  const [first, second] = rows;
  if (!first || !second) throw new Error('the sample is empty');
  const { onPick, onSelect } = mount(new Set([second.id]));
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(name) });
  expect(box(first.nameZh).checked).toBe(false);
  expect(box(second.nameZh).checked).toBe(true);
  await userEvent.click(box(first.nameZh));
  expect(onPick).toHaveBeenCalledExactlyOnceWith(first);
  expect(box(first.nameZh).checked).toBe(false);
  expect(onSelect).not.toHaveBeenCalled();
});
