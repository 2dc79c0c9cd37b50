import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { type DrillRow, DrillTable } from './drill-table.tsx';

const words = cockpitPageMessages.zh;
const rates = (...values: (number | null)[]) => ({
  vacancyRate: {
    values,
    numerators: values,
    denominators: values.map(() => 1),
    coverages: values.map(() => 1),
  },
});

function mount(rows: readonly DrillRow[], level: 'circle' | 'building' = 'circle') {
  const onExplain = vi.fn();
  const onUp = vi.fn();
  render(
    <DrillTable
      level={level}
      rows={rows}
      whole={{ name: '全区', buildings: 9, series: rates(0.2, 0.21) }}
      ids={['vacancyRate']}
      at={1}
      from={0}
      onUp={level === 'building' ? onUp : null}
      onExplain={onExplain}
      link={(to, content) => <a href={to}>{content}</a>}
    />,
  );
  return { onExplain, onUp };
}

const row = (id: string, values: (number | null)[], way: DrillRow['way'] = null): DrillRow => ({
  id,
  name: id,
  way,
  buildings: 3,
  series: rates(...values),
});

test('the emptiest comes first, what is not known last, and its change is told in points', () => {
  mount([row('甲', [0.1, 0.1]), row('乙', [0.3, null]), row('丙', [0.25, 0.3])]);
  const names = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(names).toEqual(['丙', '甲', '乙', '全区']);
  expect(screen.getByRole('row', { name: /^丙/ }).textContent).toContain('+5 个百分点');
  expect(screen.getByRole('row', { name: /^乙/ }).textContent).toContain('未提供');
});

test('a press on a circle narrows to it, a press on a figure asks what it is made of', async () => {
  const onPress = vi.fn();
  const { onExplain } = mount([row('甲', [0.1, 0.15], { onPress })]);
  await userEvent.click(screen.getByRole('button', { name: words.drill.narrow('甲') }));
  expect(onPress).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: /^15% 甲/ }));
  expect(onExplain).toHaveBeenCalledExactlyOnceWith({
    id: 'vacancyRate',
    level: 'circle',
    group: '甲',
    name: '甲',
  });
});

test('a building leads to its file, and the level above is one press away', async () => {
  const { onUp } = mount([row('甲', [0.1, 0.15], { to: '/buildings/a' })], 'building');
  expect(screen.getByRole('link', { name: '甲' }).getAttribute('href')).toBe('/buildings/a');
  const path = screen.getByRole('navigation', { name: words.drill.path });
  await userEvent.click(within(path).getByRole('button'));
  expect(onUp).toHaveBeenCalledOnce();
});

test('of many buildings the first are shown, the rest on a press', async () => {
  mount(
    Array.from({ length: 30 }, (_, at) => row(`楼${at}`, [0, at / 100])),
    'building',
  );
  expect(screen.getAllByRole('row')).toHaveLength(14);
  await userEvent.click(screen.getByRole('button', { name: words.drill.more('18') }));
  expect(screen.getAllByRole('row')).toHaveLength(32);
});
