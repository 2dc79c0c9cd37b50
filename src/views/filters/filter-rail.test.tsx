import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import { sampleAnswer } from '../../../tests/sample-engine.ts';
import { FilterRail } from './filter-rail.tsx';

const { answer } = sampleAnswer();

function mount(query: Query = emptyQuery, hidden: readonly 'taxPerSqm'[] = []) {
  const onChange = vi.fn();
  render(
    <FilterRail
      query={query}
      facets={answer.facets}
      hidden={hidden}
      circles={[{ id: 'wudadao', name: '五大道' }]}
      subdistricts={[]}
      onChange={onChange}
    />,
  );
  return onChange;
}

const ranged = (plate: { lo: number | null; hi: number | null }): Query => ({
  ...emptyQuery,
  ranges: { plate },
});

test('an arrow on a thumb moves that end by one step and settles', async () => {
  const onChange = mount(ranged({ lo: 1000, hi: null }));
  screen.getByRole('slider', { name: '标准层面积下限' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  const changed = expect.objectContaining({ ranges: { plate: { lo: 1050, hi: null } } });
  expect(onChange).toHaveBeenLastCalledWith(changed, 'commit');
});

test('a thumb says its value in words, and 不限 where the end is open', () => {
  mount(ranged({ lo: 2000, hi: null }));
  expect(screen.getByRole('slider', { name: '标准层面积下限' }).ariaValueText).toBe('2,000 ㎡');
  expect(screen.getByRole('slider', { name: '标准层面积上限' }).ariaValueText).toBe('不限');
});

test('a number may be typed as people write it', async () => {
  const onChange = mount();
  await userEvent.type(screen.getByRole('textbox', { name: '可招商面积下限' }), '0.5万{Enter}');
  const changed = expect.objectContaining({ ranges: { available: { lo: 5000, hi: null } } });
  expect(onChange).toHaveBeenLastCalledWith(changed, 'commit');
});

test('a number that cannot be used applies nothing and says what is allowed', async () => {
  const onChange = mount();
  const field = screen.getByRole('textbox', { name: '空置率上限' });
  await userEvent.type(field, '140%{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/可填 0% 至 100%/)).toBeTruthy();
});

test('an active range offers to let its unknown in, with their number', async () => {
  const onChange = mount(ranged({ lo: 2000, hi: 2500 }));
  const section = screen.getByRole('region', { name: /标准层面积/ });
  const unknown = answer.facets.ranges.plate?.unknown;
  expect(unknown).toBeGreaterThan(0);
  await userEvent.click(within(section).getByRole('checkbox', { name: new RegExp(`\\(${unknown}\\)`) }));
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ unknown: ['plate'] }), 'commit');
});

test('a field that the role may not see is not there', () => {
  mount(emptyQuery, ['taxPerSqm']);
  expect(screen.queryByText('单位面积税收')).toBeNull();
});
