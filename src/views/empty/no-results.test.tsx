import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { emptyQuery } from '#domain/query/query.ts';
import { describeFilter } from '#domain/words/describe.ts';
import { createFigures } from '#domain/words/figures.ts';
import { sampleAnswer } from '../../../tests/sample-engine.ts';
import { LoadFailed } from './load-failed.tsx';
import { NoResults } from './no-results.tsx';

const filter = { ranges: { gfa: { lo: 9_000_000, hi: null }, vacancy: { lo: null, hi: 0.4 } } };

test('an empty result names the filter that excludes most, and lifts it', async () => {
  const { answer } = sampleAnswer(filter);
  const phrases = describeFilter({ ...emptyQuery, ...filter }, createFigures('zh'), (_, id) => id);
  const onRelax = vi.fn();
  render(
    <NoResults
      relaxations={answer.relaxations}
      phrases={phrases}
      unknownOf={() => 0}
      onRelax={onRelax}
      onIncludeUnknown={vi.fn()}
      onClear={vi.fn()}
    />,
  );
  expect(answer.total).toBe(0);
  const gain = answer.relaxations[0]?.gain;
  await userEvent.click(screen.getByRole('button', { name: new RegExp(`建筑面积.*${gain}`) }));
  expect(onRelax).toHaveBeenCalledWith('gfa');
});

test.each(['network', 'server', 'truncated', 'version', 'unknown'] as const)(
  'a catalogue that fails by %s says so and can be asked for again',
  async (kind) => {
    const onRetry = vi.fn();
    render(<LoadFailed kind={kind} onRetry={onRetry} />);
    expect(screen.getByRole('alert').textContent?.length).toBeGreaterThan(10);
    await userEvent.click(screen.getByRole('button'));
    expect(onRetry).toHaveBeenCalledOnce();
  },
);
