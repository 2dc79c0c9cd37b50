import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { type CostAssumptions, defaultAssumptions } from '#domain/cost/assumptions.ts';
import { exactly } from '#domain/measure.ts';
import type { QueryProblem } from '#domain/query/problem.ts';
import { CostPanel } from './cost-panel.tsx';
import type { CostSubject } from './cost-subject.ts';

function aSubject(changes: Partial<CostSubject> = {}): CostSubject {
  return {
    id: 'tower',
    name: '云汉大厦',
    area: 1000,
    areaOptions: [{ label: '标准层', area: 1500 }],
    askingRent: exactly(120),
    managementFee: exactly(28),
    efficiency: exactly(0.7),
    tenure: 'lease',
    salePrice: null,
    ...changes,
  };
}

/** The panel as a page holds it: what it hands out comes back to it. */
function mount(
  subjects: readonly CostSubject[],
  given: Partial<CostAssumptions> = {},
  problems: readonly QueryProblem[] = [],
) {
  const changed = vi.fn<(next: CostAssumptions) => void>();
  function Page() {
    const [assumptions, setAssumptions] = useState<CostAssumptions>({ ...defaultAssumptions, ...given });
    const onAssumptions = (next: CostAssumptions) => {
      changed(next);
      setAssumptions(next);
    };
    return <CostPanel {...{ subjects, assumptions, onAssumptions, problems }} />;
  }
  render(<Page />);
  return changed;
}

const figure = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
const field = (name: string) => screen.getByRole('textbox', { name });

async function fill(name: string, text: string): Promise<void> {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), `${text}{Enter}`);
}

test('figures follow what is typed, in the units that people use', async () => {
  mount([aSubject()]);
  // (120 + 28) × 1,000 × 36 = 5,328,000
  expect(figure('租期总成本').textContent).toContain('533万 元');
  await fill('租金', '5.2元/㎡/天');
  // 5.2 × 365 ÷ 12 = 158.17 + 28 = 186.17
  expect(figure('建筑面积单位成本').textContent).toContain('186.17 元/㎡/月');
  await fill('每年递增', '3%');
  await fill('租期', '2年');
  // 158.1667 × (1 + 1.03) ÷ 2 = 160.54
  expect(figure('净有效租金').textContent).toContain('160.54 元/㎡/月');
});

test('a value out of range changes nothing and says what is allowed, beside its field', async () => {
  const changed = mount([aSubject()]);
  for (const [name, text, why] of [
    ['面积', '-5', /超出范围，可填 1 至 1,000,000 ㎡/],
    ['每年递增', '1000%', /超出范围，可填 0% 至 50%/],
    ['免租期', '40', /免租期不能超过租期，可填 0 至 36 个月/],
    ['租金', '很便宜', /请填数字，例如 5\.2元\/㎡\/天/],
  ] as const) {
    await fill(name, text);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(why)).toBeTruthy();
  }
  expect(changed).not.toHaveBeenCalled();
});

test('an unknown rent gives no total, and a figure of one’s own does', async () => {
  mount([aSubject({ askingRent: null })]);
  expect(figure('租期总成本').textContent).toContain('未提供');
  expect(figure('租期总成本').textContent).toContain('缺少报价租金');
  expect(screen.getByText('条件不全，没有现金流。')).toBeTruthy();
  await fill('自拟报价租金', '100');
  // (100 + 28) × 1,000 × 36 = 4,608,000
  expect(figure('租期总成本').textContent).toContain('461万 元');
  expect(screen.queryByRole('note')).toBeNull();
});

test('without efficiency only the cost of a usable ㎡ is unknown', async () => {
  mount([aSubject({ efficiency: null })]);
  expect(figure('使用面积单位成本').textContent).toContain('缺少得房率');
  expect(figure('建筑面积单位成本').textContent).toContain('148 元/㎡/月');
  const note = screen.getByRole('note').textContent;
  expect(note).toContain('云汉大厦缺少得房率，无法给出使用面积单位成本。');
  expect(note).not.toContain('不给总数');
  await fill('自拟得房率', '74%');
  expect(figure('使用面积单位成本').textContent).toContain('200 元/㎡/月');
});

test('a bound is shown with the figure that it makes', () => {
  mount([aSubject({ efficiency: { value: 0.75, bound: 'atLeast' } })]);
  expect(figure('使用面积单位成本').textContent).toContain('≤ 197.33 元/㎡/月');
});

test('a figure opens to its formula and what went into it', async () => {
  mount([aSubject()]);
  await userEvent.click(figure('使用面积单位成本'));
  const opened = await screen.findByRole('dialog', { name: '使用面积单位成本' }, { timeout: 10_000 });
  for (const part of ['÷ 月数', '5,328,000 元', '700 ㎡', '1,000 ㎡', '70%', '36']) {
    expect(opened.textContent).toContain(part);
  }
});

test('what a total opens to keeps the bound of each item', async () => {
  mount([aSubject({ managementFee: { value: 28, bound: 'atLeast' } })]);
  await userEvent.click(figure('租期总成本'));
  const opened = await screen.findByRole('dialog', { name: '租期总成本' }, { timeout: 10_000 });
  expect(opened.textContent).toContain('≥ 1,008,000 元');
  expect(opened.textContent).not.toContain('≥ 4,320,000 元');
});

test('a year of breaking even that rests on a bound says so', () => {
  const bounded = { managementFee: { value: 28, bound: 'atLeast' } } as const;
  mount([aSubject({ tenure: 'sale', salePrice: exactly(20_000), ...bounded })]);
  expect(figure('持平年限').textContent).toContain('约 ');
});

test('the cash flow is a chart with a table of its months', async () => {
  mount([aSubject()], { depositMonths: 2 });
  await screen.findByRole('application', { name: /云汉大厦/ });
  await userEvent.click(screen.getByRole('radio', { name: '表' }));
  const table = screen.getByRole('table');
  const cells = (name: RegExp) =>
    within(within(table).getByRole('row', { name }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells(/^起始/)).toEqual(['240,000', '240,000', '0', '0', '240,000']);
  expect(cells(/^第 1 年/)).toEqual(['1,776,000', '2,016,000', '1,440,000', '336,000', '0']);
  expect(within(table).queryByRole('row', { name: /^第 12 月/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /第 1 年/ }));
  expect(cells(/^第 12 月/)).toEqual(['148,000', '2,016,000', '120,000', '28,000', '0']);
  expect(cells(/^全程/)).toEqual(['5,328,000', '5,328,000', '4,320,000', '1,008,000', '0']);
});

test('an area may be taken from the space itself', async () => {
  const changed = mount([aSubject()]);
  await userEvent.click(screen.getByRole('button', { name: /标准层/ }));
  expect(changed).toHaveBeenLastCalledWith(expect.objectContaining({ area: 1500, areaBasis: 'gfa' }));
});

test('a building for sale opens with the purchase, one for lease has none', () => {
  mount([aSubject({ tenure: 'sale', salePrice: exactly(20_000) })]);
  expect(screen.getByRole('radio', { name: '购置' })).toHaveProperty('checked', true);
  expect(figure('总价').textContent).toContain('2000万 元');
  expect(figure('比租赁').textContent).toMatch(/[少多] \d/);
});

test('a building for lease has no purchase', () => {
  mount([aSubject()]);
  expect(screen.queryByRole('radio', { name: '购置' })).toBeNull();
});

test('a price that nobody gave is asked for', async () => {
  mount([aSubject({ tenure: 'both' })]);
  await userEvent.click(screen.getByRole('radio', { name: '购置' }));
  expect(figure('购置净支出').textContent).toContain('缺少售价');
  await fill('自拟售价', '2万');
  expect(figure('总价').textContent).toContain('2000万 元');
});

test('a lease that is not known stops the comparison, not the total of the purchase', () => {
  mount([aSubject({ tenure: 'sale', salePrice: exactly(20_000), askingRent: null })]);
  expect(figure('总价').textContent).toContain('2000万 元');
  const note = screen.getByRole('note').textContent;
  expect(note).toContain('云汉大厦的租赁一方缺少报价租金，无法与购置比较。');
  expect(note).not.toContain('不给总数');
});

test('of several buildings each keeps its own figures', async () => {
  const other = aSubject({ id: 'house', name: '晴川楼', askingRent: null });
  const changed = mount([aSubject(), other]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '查看' }), '晴川楼');
  await fill('晴川楼 自拟报价租金', '90');
  const rent = { amount: 90, per: 'month' };
  expect(changed.mock.lastCall?.[0]).toMatchObject({ rent: null, own: { house: { rent } } });
  expect(Object.keys(changed.mock.lastCall?.[0].own ?? {})).toEqual(['house']);
});

test('what of a link could not be assumed is named once and can be put away', async () => {
  const problem = { parameter: 'term', value: '999', reason: 'outOfRange', allowed: '1–360' } as const;
  mount([aSubject()], {}, [problem]);
  expect(screen.getByRole('status').textContent).toMatch(/1 项.*term.*999.*1–360/);
  await userEvent.click(screen.getByRole('button', { name: '不再显示' }));
  expect(screen.queryByRole('status')).toBeNull();
});
