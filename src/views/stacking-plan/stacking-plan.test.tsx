import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mountPlan, tenant } from '../../../tests/mounted-plan.tsx';
import { aTower, podiumStoreys } from '../../../tests/towers.ts';

const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';

test('every unit is a cell with a name, in the row of its floor, top floor first', async () => {
  await mountPlan();
  const grid = screen.getByRole('grid', { name: '云汉大厦 · 租控图' });
  expect(
    within(grid)
      .getAllByRole('rowheader')
      .map((label) => label.getAttribute('aria-label')),
  ).toEqual(['5F，未提供，1 个单元', '1F，1,000 ㎡，3 个单元', 'B1，900 ㎡，0 个单元']);
  const names = within(grid)
    .getAllByRole('gridcell')
    .map((cell) => cell.getAttribute('aria-label') ?? cell.textContent);
  expect(names).toEqual([
    '501，700 ㎡，空置',
    '2–4 层未登记',
    `101，400 ㎡，已租，${tenant}，到期日 2028年12月31日，合同 90 元/㎡/月`,
    '102，300 ㎡，空置，报价 95 元/㎡/月',
    '103，200 ㎡，空置',
    '未入册面积，100 ㎡',
    '单元未入册，900 ㎡',
  ]);
});

test('one tab stop; arrows walk the plan, Enter selects a unit and filters by a floor', async () => {
  const { onSelect, onFloor, onHover } = await mountPlan();
  const grid = screen.getByRole('grid');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  grid.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  expect(focused()).toContain('501');
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(focused()).toContain('102');
  expect(onHover).toHaveBeenLastCalledWith('b');
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('b');
  await userEvent.keyboard('{Home}{ArrowLeft}{Enter}');
  expect(onFloor).toHaveBeenCalledExactlyOnceWith(1);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toContain('B1');
});

test('a press selects a unit; on a floor, or on space that is no unit, it filters by the floor', async () => {
  const { onSelect, onFloor } = await mountPlan();
  await userEvent.click(screen.getByRole('gridcell', { name: /^103/ }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('c');
  await userEvent.click(screen.getByRole('gridcell', { name: /^单元未入册/ }));
  await userEvent.click(screen.getByRole('rowheader', { name: /^5F/ }));
  expect(onFloor.mock.calls).toEqual([[-1], [5]]);
});

test('the pointer tells which unit it is on and shows its facts; Escape hides them', async () => {
  const { onHover } = await mountPlan();
  await userEvent.hover(screen.getByRole('gridcell', { name: /^102/ }));
  expect(onHover).toHaveBeenLastCalledWith('b');
  const facts = () => document.querySelector('dl')?.textContent ?? '';
  expect(facts()).toContain('可入驻日期2027年1月1日');
  await userEvent.unhover(screen.getByRole('grid'));
  expect(facts()).toBe('');
  screen.getByRole('grid').querySelector<SVGElement>('[tabindex="0"]')?.focus();
  await waitFor(() => expect(facts()).toContain('700'));
  await userEvent.keyboard('{Escape}');
  expect(facts()).toBe('');
});

test('what another view lights or selects is framed, and no unit is drawn anew for it', async () => {
  const { update } = await mountPlan();
  const unit = screen.getByRole('gridcell', { name: /^103/ });
  const grid = screen.getByRole('grid');
  const observer = new MutationObserver(() => {});
  observer.observe(grid, { subtree: true, childList: true, attributes: true });
  update({ lit: 'c' });
  const changes = observer.takeRecords();
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.length).toBeLessThan(4);
  update({ selected: 'c' });
  expect(unit.getAttribute('aria-selected')).toBe('true');
  update({ selected: 'a' });
  expect(unit.hasAttribute('aria-selected')).toBe(false);
});

test('who may not see leases is offered no colouring by them, and the table has no column of them', async () => {
  await mountPlan({ storeys: aTower({ floors: 3, units: 2, isPublic: true }) });
  const colourings = screen.getByRole('radiogroup', { name: '着色' });
  expect(within(colourings).getAllByRole('radio')).toHaveLength(2);
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  expect(screen.queryByRole('columnheader', { name: '承租企业' })).toBeNull();
});

test('the look is said to whoever keeps it, and one that is not offered is by status', async () => {
  const onLook = vi.fn();
  await mountPlan({
    storeys: aTower({ floors: 3, units: 2, isPublic: true }),
    look: { colouring: 'expiry', form: 'plan' },
    onLook,
  });
  expect(screen.getByRole('list', { name: '单元状态' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '租金' }));
  expect(onLook).toHaveBeenLastCalledWith({ colouring: 'rent' });
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  expect(onLook).toHaveBeenLastCalledWith({ form: 'table' });
});

test('a colouring changes the legend, whose areas add up to what is drawn', async () => {
  await mountPlan();
  const areas = () =>
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .reduce((sum, { textContent }) => {
        return sum + Number(/([\d,]+) ㎡/.exec(textContent)?.[1]?.replace(',', ''));
      }, 0);
  expect(screen.getByRole('list', { name: '单元状态' }).textContent).toContain('空置1,200 ㎡');
  expect(areas()).toBe(400 + 300 + 200 + 700 + 100 + 900);
  await userEvent.click(screen.getByRole('radio', { name: '到期' }));
  expect(screen.getByRole('list', { name: '租约到期年份' }).textContent).toContain('2028年400 ㎡');
  expect(areas()).toBe(400 + 300 + 200 + 700 + 100 + 900);
});

test('the table has what the plan has, the top floor first, and its rows light and select alike', async () => {
  const { onHover, onSelect, onFloor, update } = await mountPlan();
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.children].slice(0, 3).map(({ textContent }) => textContent))).toEqual([
    ['5F', '501', '700'],
    ['2–4 层未登记'],
    ['1F', '101', '400'],
    ['1F', '102', '300'],
    ['1F', '103', '200'],
    ['1F', '未入册面积', '100'],
    ['B1', '单元未入册', '900'],
  ]);
  const row = screen.getByRole('row', { name: /102/ });
  expect(row.textContent).toContain('952027年1月1日');
  await userEvent.hover(row);
  expect(onHover).toHaveBeenLastCalledWith('b');
  await userEvent.click(screen.getByRole('button', { name: '102' }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('b');
  await userEvent.click(screen.getByRole('button', { name: '5F' }));
  expect(onFloor).toHaveBeenCalledExactlyOnceWith(5);
  update({ lit: 'b' });
  expect(row.hasAttribute('data-lit')).toBe(true);
});

test('plus and minus zoom, 0 shows the whole building, and the region scrolls instead of the page', async () => {
  await mountPlan({ storeys: aTower({ floors: 80, units: 6 }), maxHeight: 500 });
  const grid = screen.getByRole('grid');
  const height = () => grid.querySelector('svg')?.height.baseVal.value ?? 0;
  const whole = height();
  expect(whole).toBeLessThanOrEqual(500);
  grid.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  await userEvent.keyboard('++');
  expect(height()).toBeGreaterThan(whole * 1.8);
  expect(grid.parentElement?.clientHeight).toBeLessThanOrEqual(500);
  await userEvent.keyboard('0');
  expect(height()).toBe(whole);
  fireEvent.wheel(grid, { deltaY: -300, ctrlKey: true });
  expect(height()).toBeGreaterThan(whole);
});

test('no label is wider than its unit', async () => {
  await mountPlan({ storeys: podiumStoreys(), blocks: [] });
  await userEvent.click(screen.getByRole('button', { name: '放大' }));
  const boxes = new Map(screen.getAllByRole('gridcell').map((cell) => [cell, cell.getBoundingClientRect()]));
  const texts = [...screen.getByRole('grid').querySelectorAll<SVGTextElement>('text[data-tone]')];
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    const own = text.getBoundingClientRect();
    const holds = [...boxes.values()].some(
      (box) =>
        own.left >= box.left &&
        own.right <= box.right &&
        own.top >= box.top - 1 &&
        own.bottom <= box.bottom + 1,
    );
    expect(holds, text.textContent).toBe(true);
  }
});

test('a building without floors on file says so', async () => {
  await mountPlan({ storeys: [], counts: { above: 30, below: 2 } });
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.getByText('楼层与单元未提供')).toBeTruthy();
});

test('of a table of a thousand rows only those in sight are drawn, all are counted, and on paper all are there', async () => {
  await mountPlan({ storeys: aTower({ floors: 80, units: 12 }), maxHeight: 400 });
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  const table = screen.getByRole('table');
  const drawn = () => [...table.querySelectorAll('[data-unit]')];
  const places = () =>
    [...table.querySelectorAll('tbody [aria-rowindex]')].map((row) => Number(row.ariaRowIndex));
  await waitFor(() => expect(drawn().length).toBeGreaterThan(10));
  expect(drawn().length).toBeLessThan(80);
  const count = Number(table.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThanOrEqual(961);
  expect(places()[0]).toBe(2);
  const scroller = table.parentElement;
  const height = scroller?.scrollHeight ?? 0;
  scroller?.scrollTo({ top: height });
  await waitFor(() => expect(places().at(-1)).toBe(count));
  expect(scroller?.scrollHeight).toBe(height);
  window.dispatchEvent(new Event('beforeprint'));
  await waitFor(() => expect(drawn()).toHaveLength(960));
  window.dispatchEvent(new Event('afterprint'));
  await waitFor(() => expect(drawn().length).toBeLessThan(80));
});
