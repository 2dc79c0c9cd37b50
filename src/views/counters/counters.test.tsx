import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sampleAnswer } from '../../../tests/sample-engine.ts';
import { Counters } from './counters.tsx';

test('a figure opens to its formula, its inputs, its coverage and its date', async () => {
  const { answer } = sampleAnswer();
  render(<Counters answer={answer} asOf="2026-10-31" synthetic />);
  await userEvent.click(screen.getByRole('button', { name: /空置率/ }));
  const opened = await screen.findByRole('dialog', { name: '空置率' });
  for (const part of ['÷', '覆盖', '2026年10月31日', '示例数据']) expect(opened.textContent).toContain(part);
});

test('nothing known is shown as 未提供, not as zero', () => {
  const { answer } = sampleAnswer({ text: '五号院' });
  render(<Counters answer={answer} asOf="2026-10-31" synthetic={false} />);
  expect(answer.total).toBe(1);
  expect(screen.getByRole('button', { name: /可招商面积/ }).textContent).toContain('未提供');
});
