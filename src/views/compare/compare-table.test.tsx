import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CompareTable } from './compare-table.tsx';
import type { ShownColumn } from './shown-column.ts';
import type { ShownCell, ShownRow } from './shown-row.ts';

const column = (key: string, state: ShownColumn['state'] = 'ready'): ShownColumn => ({
  key,
  name: `楼 ${key}`,
  note: '写字楼',
  href: `/buildings/${key}`,
  isSample: false,
  state,
});

const cell = (text: string | null, isBest = false): ShownCell => ({
  text,
  tone: text === '未提供' ? 'muted' : 'known',
  isBest,
});

function row(id: string, cells: readonly ShownCell[]): ShownRow {
  return {
    id,
    group: 'space',
    label: id,
    unit: '㎡',
    rule: '低者优',
    note: null,
    difference: 'different',
    isFigures: true,
    cells,
  };
}

function mount(columns: readonly ShownColumn[], rows: readonly ShownRow[]) {
  const hands = { onMove: vi.fn(), onRemove: vi.fn(), onRetry: vi.fn(), onPin: vi.fn() };
  render(
    <div style={{ height: 500, display: 'flex', flexDirection: 'column' }}>
      <CompareTable
        columns={columns}
        groups={[{ id: 'space', title: '面积', rows }]}
        link={(href, content) => <a href={href}>{content}</a>}
        foot="来源"
        pinned={null}
        openedCell={({ row: id, place, onClose }) => (
          <button type="button" onClick={onClose}>{`${id} ${place} 的来源`}</button>
        )}
        {...hands}
      />
    </div>,
  );
  return hands;
}

test('the best of a row is marked in words, beside a rule that says why', () => {
  mount([column('a'), column('b')], [row('租金', [cell('90', true), cell('未提供')])]);
  const line = screen.getByRole('row', { name: /^租金/ });
  expect(within(line).getByRole('rowheader').textContent).toContain('低者优');
  expect(
    within(line)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['90最优', '未提供']);
});

test('a known or unknown value opens to what stands behind it, and says that it is open', async () => {
  mount(
    [column('a'), column('b')],
    [row('租金', [cell('90'), cell('未提供')]), row('层高', [cell(null), cell('4')])],
  );
  const value = screen.getByRole('button', { name: '未提供' });
  expect(value.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(value);
  expect(value.getAttribute('aria-expanded')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: '租金 1 的来源' }));
  expect(screen.queryByRole('button', { name: /的来源$/ })).toBeNull();
  expect(within(screen.getByRole('row', { name: /^层高/ })).getAllByRole('button')).toHaveLength(1);
});

test('the first column cannot move left, and says so without losing the focus', async () => {
  const { onMove } = mount([column('a'), column('b')], [row('层高', [cell('1'), cell('2')])]);
  const left = screen.getByRole('button', { name: '左移：楼 a' });
  expect(left.getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(left);
  expect(onMove).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '右移：楼 a' }));
  expect(onMove).toHaveBeenCalledExactlyOnceWith(0, 1);
});

test('a file that failed can be asked for again, and one on its way shows no figure', async () => {
  const { onRetry } = mount(
    [column('a', 'failed'), column('b', 'loading')],
    [row('层高', [cell(null), cell(null)])],
  );
  const [failed, loading] = within(screen.getByRole('row', { name: /^层高/ })).getAllByRole('cell');
  expect(failed?.textContent).toBe('没能载入');
  expect(loading?.textContent).toBe('');
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: '重试' }));
  expect(onRetry).toHaveBeenCalledExactlyOnceWith(0);
});
