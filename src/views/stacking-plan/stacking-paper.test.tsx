import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mountPlan } from '../../../tests/mounted-plan.tsx';
import { aTower } from '../../../tests/towers.ts';

test('the saved plan is whole, whatever it is zoomed to, and has its legend, title and date', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) saved.push(file);
    return 'blob:none';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await mountPlan({
    storeys: aTower({ floors: 60, units: 4, below: 2 }),
    maxHeight: 400,
    notes: ['示例数据'],
  });
  await userEvent.click(screen.getByRole('button', { name: '放大' }));
  const region = screen.getByRole('grid').parentElement;
  await waitFor(() => expect(region?.scrollTop).toBeGreaterThan(0));
  region?.scrollTo({ top: 90 });
  const seen = () => [
    region?.scrollTop,
    screen.getByRole('grid').querySelector('svg')?.getAttribute('height'),
  ];
  const before = seen();
  expect(before[0]).toBe(90);
  await userEvent.click(screen.getByRole('button', { name: '把图保存为文件' }));
  await userEvent.click(await screen.findByRole('button', { name: 'SVG 矢量图' }, { timeout: 15_000 }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const text = (await saved[0]?.text()) ?? '';
  const read = new DOMParser().parseFromString(text, 'image/svg+xml');
  const words = [...read.querySelectorAll('text')].map(({ textContent }) => textContent);
  for (const word of ['云汉大厦 · 租控图', '截至 2026年10月31日 · 单元状态', '示例数据', '60F', '1F', 'B2'])
    expect(words).toContain(word);
  expect(words.some((word) => /^空置 [\d,]+ ㎡$/.test(word ?? ''))).toBe(true);
  expect(read.querySelectorAll('path[d$="z"]').length).toBeGreaterThanOrEqual(62 * 4);
  expect(text).not.toMatch(/var\(|class=|role=/);
  expect(seen()).toEqual(before);
});

test('for a printer all floors are drawn, on as many sheets as they need, and the screen has its plan back', async () => {
  await mountPlan({ storeys: aTower({ floors: 80, units: 3 }), maxHeight: 400 });
  await userEvent.click(screen.getByRole('button', { name: '可读' }));
  const drawings = () => [...screen.getByRole('grid').querySelectorAll('svg')];
  const heights = () => drawings().map((drawing) => drawing.height.baseVal.value);
  const before = heights();
  expect(before).toHaveLength(1);
  window.dispatchEvent(new Event('beforeprint'));
  expect(heights()).toHaveLength(2);
  expect(Math.min(...heights())).toBeGreaterThan(700);
  expect(Math.max(...heights())).toBeLessThanOrEqual(830);
  const written = [...screen.getByRole('grid').querySelectorAll('text[data-tone]')];
  expect(written.some(({ textContent }) => textContent?.startsWith('101'))).toBe(true);
  window.dispatchEvent(new Event('afterprint'));
  expect(heights()).toEqual(before);
});
