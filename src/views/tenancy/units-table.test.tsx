import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { aUnit } from '../../../tests/builders.ts';
import type { TableStorey } from './unit-lines.ts';
import { UnitsTable, type UnitsTableProps } from './units-table.tsx';

const storeys: readonly TableStorey[] = [
  {
    floor: 1,
    label: '1F',
    units: [aUnit({ id: 'u1', label: '101', area: 100, askingRent: 95.5, minDivisibleArea: null })],
  },
  {
    floor: 2,
    label: '2F',
    units: [
      {
        ...aUnit({ id: 'u2', label: '201', area: 300, status: 'leased' }),
        lease: { enterprise: '示例一号公司', end: '2027-12-31' },
      },
      { ...aUnit({ id: 'u3', label: '202', position: 2, area: 200, status: 'leased' }), lease: null },
    ],
  },
];

const noFilter = { floors: null, statuses: null };

function Table(props: Partial<UnitsTableProps>) {
  const [hovered, setHovered] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <UnitsTable
      storeys={storeys}
      efficiency={{ value: 0.75, bound: 'atLeast' }}
      filter={noFilter}
      onClearFilter={() => undefined}
      hovered={hovered}
      selected={selected}
      onHover={setHovered}
      onSelect={setSelected}
      {...props}
    />
  );
}

const labels = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const rowOf = (label: string) => within(screen.getByRole('row', { name: new RegExp(`\\b${label}\\b`) }));

test('from the top floor down, and by any column when its heading is pressed', async () => {
  render(<Table />);
  expect(labels()).toEqual(['201', '202', '101']);
  await userEvent.click(screen.getByRole('button', { name: /建筑面积/ }));
  expect(labels()).toEqual(['201', '202', '101']);
  await userEvent.click(screen.getByRole('button', { name: /建筑面积/ }));
  expect(labels()).toEqual(['101', '202', '201']);
  expect(screen.getByRole('columnheader', { name: /建筑面积/ }).getAttribute('aria-sort')).toBe('ascending');
});

test('the usable area is called derived and keeps its bound; what is not known is 未提供', () => {
  render(<Table />);
  expect(screen.getByRole('columnheader', { name: /使用面积.*推算/ })).toBeTruthy();
  expect(rowOf('101').getByText('≥ 75')).toBeTruthy();
  expect(rowOf('101').getAllByText('未提供')).toHaveLength(2);
  expect(screen.getByText(/得房率 ≥ 75%.*非实测/)).toBeTruthy();
});

test('without an efficiency there is no usable area, and the table says why', () => {
  render(<Table efficiency={null} />);
  expect(screen.queryByRole('columnheader', { name: /使用面积/ })).toBeNull();
  expect(screen.getByText(/得房率未提供/)).toBeTruthy();
});

test('tenants are there for who may see them; a let unit without a running lease says so', () => {
  const { unmount } = render(<Table />);
  expect(rowOf('201').getByText('示例一号公司')).toBeTruthy();
  expect(rowOf('202').getByText('租约已到期或未入册')).toBeTruthy();
  unmount();
  const withoutLeases = storeys.map((storey) => ({
    ...storey,
    units: storey.units.map(({ lease: _, ...unit }) => unit),
  }));
  render(<Table storeys={withoutLeases} />);
  expect(screen.queryByRole('columnheader', { name: '租户' })).toBeNull();
});

test('arrows move along the rows, Enter selects and tells, again lets go', async () => {
  const onSelect = vi.fn();
  const onHover = vi.fn();
  render(<Table onSelect={onSelect} onHover={onHover} />);
  screen.getByRole('button', { name: '201' }).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('101');
  expect(onHover).toHaveBeenLastCalledWith('u1');
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith('u1');
});

test('what is selected or hovered elsewhere is marked here', () => {
  render(<Table selected="u3" hovered="u2" />);
  expect(screen.getByRole('button', { name: '202' }).getAttribute('aria-pressed')).toBe('true');
  const background = (label: string) =>
    getComputedStyle(screen.getByRole('button', { name: label }).closest('th') ?? document.body)
      .backgroundColor;
  expect(background('201')).toBe(background('202'));
  expect(background('201')).not.toBe(background('101'));
});

test('a filter from beside is told with the way to lift it', async () => {
  const onClearFilter = vi.fn();
  const { rerender } = render(
    <Table filter={{ floors: [2], statuses: null }} onClearFilter={onClearFilter} />,
  );
  expect(labels()).toEqual(['201', '202']);
  expect(screen.getByRole('status').textContent).toContain('3 个单元中的 2 个，合计 500 ㎡');
  await userEvent.click(screen.getByRole('button', { name: '显示全部单元' }));
  expect(onClearFilter).toHaveBeenCalledOnce();
  rerender(<Table filter={{ floors: [9], statuses: null }} />);
  expect(screen.getByText('没有符合的单元')).toBeTruthy();
});

test('without units it says what is missing and who can add it', () => {
  render(<Table storeys={[]} onAdd={<button type="button">录入单元</button>} />);
  expect(screen.getByText(/招商员可在「数据」/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '录入单元' })).toBeTruthy();
});

test('of very many units only those in sight are drawn, all can be reached, and on paper all are', async () => {
  const many = Array.from({ length: 80 }, (_, floor) => ({
    floor: floor + 1,
    label: `${floor + 1}F`,
    units: Array.from({ length: 12 }, (_unused, at) =>
      aUnit({ id: `${floor + 1}-${at}`, label: `${floor + 1}-${at}`, position: at }),
    ),
  }));
  render(<Table storeys={many} />);
  const table = screen.getByRole('table');
  expect(table.getAttribute('aria-rowcount')).toBe('961');
  expect(labels().length).toBeLessThan(80);
  screen.getByRole('button', { name: '80-0' }).focus();
  await userEvent.keyboard('{End}');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('1-11'));
  expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('961');
  window.dispatchEvent(new Event('beforeprint'));
  await vi.waitFor(() => expect(labels()).toHaveLength(960));
  window.dispatchEvent(new Event('afterprint'));
  await vi.waitFor(() => expect(labels().length).toBeLessThan(80));
});

test('a lease on a unit that is vacant by its status is no tenant of it', () => {
  const lease = { enterprise: '示例一号公司', end: '2027-12-31' };
  const empty = { ...aUnit({ id: 'u9', label: '101', status: 'vacant' }), lease };
  render(<Table storeys={[{ floor: 1, label: '1F', units: [empty] }]} />);
  expect(rowOf('101').queryByText('示例一号公司')).toBeNull();
});
