import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCockpitAddress } from './use-cockpit-address.ts';

const vocabulary = { circle: ['east'], subdistrict: [], hidden: [] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function mount(first: string) {
  const navigate = vi.fn();
  const hook = renderHook(({ text }) => useCockpitAddress(text, vocabulary, navigate), {
    initialProps: { text: first },
  });
  return { ...hook, navigate };
}

test('each step of a gesture is shown at once and written once, when it rests', () => {
  const { result, navigate } = mount('circle=east');
  for (const month of ['2026-03', '2026-02', '2026-01']) {
    act(() => result.current.change({ month }, 'later'));
    expect(result.current.address.month).toBe(month);
    act(() => vi.advanceTimersByTime(100));
  }
  expect(navigate).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(300));
  expect(navigate).toHaveBeenCalledExactlyOnceWith('circle=east&month=2026-01', 'replace');
});

test('a press during a gesture takes along what is not yet written', () => {
  const { result, navigate } = mount('');
  act(() => {
    result.current.change({ month: '2026-03' }, 'later');
    result.current.change({ versus: 'before' });
  });
  expect(navigate).toHaveBeenCalledExactlyOnceWith('month=2026-03&vs=before', 'push');
});

test('while a filter is drawn, the one that stands in the address is asked for', () => {
  const { result } = mount('');
  const query = { ...result.current.address.query, columnFree: true };
  act(() => result.current.change({ query }, 'later'));
  expect(result.current.address.query.columnFree).toBe(true);
  expect(result.current.asked.query.columnFree).toBe(false);
});

test('another address ends a gesture', () => {
  const { result, rerender } = mount('');
  act(() => result.current.change({ month: '2026-03' }, 'later'));
  rerender({ text: 'threshold=0.2' });
  expect(result.current.address).toMatchObject({ month: null, threshold: 0.2 });
});

test('what is wrong in an address is named', () => {
  const { result } = mount('month=soon');
  expect(result.current.problems).toMatchObject([{ parameter: 'month', reason: 'notAMonth' }]);
});
