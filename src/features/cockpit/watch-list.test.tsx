import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Api } from '#client/api.ts';
import { watchlistQuery } from '#client/cockpit.ts';
import { ClientProvider } from '#client/context.tsx';
import { EngineClient } from '#client/engine-client.ts';
import { emptyQuery } from '#domain/query/query.ts';
import { cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { WatchList } from './watch-list.tsx';

const words = cockpitPageMessages.zh.watch;
const api: Api = { base: '/', persona: null };

const plan = {
  id: 'p1',
  title: '整层改造',
  owner: '王',
  status: 'underWay',
  dueOn: '2027-03-31',
  done: 1,
  measures: 3,
};
const item = (buildingId: string, own: object) => ({
  buildingId,
  nameZh: `${buildingId}座`,
  nameEn: null,
  circleId: null,
  vacancyRate: 0.4,
  vacantArea: 1200,
  since: '2026-03',
  monthsAbove: 7,
  ...own,
});
const list = {
  revision: '1',
  asOf: '2026-10-31',
  at: '2026-10',
  threshold: 0.15,
  caught: 2,
  unknown: 4,
  of: 9,
  vacantArea: 2400,
  districtVacancy: { value: 0.2, numerator: 1, denominator: 5, coverage: 0.8 },
  items: [item('甲', { plan }), item('乙', { plan: null })],
};

function mount(answer: object, rates: readonly (number | null)[] = []) {
  vi.spyOn(window, 'fetch').mockReturnValue(new Promise(() => undefined));
  const client = new QueryClient();
  const key = [...watchlistQuery(api, emptyQuery, { threshold: 0.15, at: '2026-10' }).queryKey];
  client.setQueryData<unknown>(key, { ...list, ...answer });
  const engine = new EngineClient({
    postMessage: () => undefined,
    addEventListener: () => undefined,
    terminate: () => undefined,
  });
  const ways = { onThreshold: vi.fn(), open: vi.fn(), add: vi.fn() };
  render(
    <QueryClientProvider client={client}>
      <ClientProvider client={{ api, engine }}>
        <WatchList
          query={emptyQuery}
          month="2026-10"
          threshold={0.15}
          onThreshold={ways.onThreshold}
          rates={rates}
          premium={undefined}
          plans={{ open: ways.open, add: ways.add }}
          link={(to, content) => <a href={to}>{content}</a>}
        />
      </ClientProvider>
    </QueryClientProvider>,
  );
  return ways;
}

test('how many the line catches is told while it moves: strictly above, the unknown never', () => {
  const { onThreshold } = mount({}, [0.15, 0.16, 0.36, null]);
  const slider = screen.getByRole('slider', { name: words.line });
  expect(slider.getAttribute('aria-valuetext')).toBe(`15% · ${words.caughtOf('2', '4')}`);
  fireEvent.change(slider, { target: { value: '36' } });
  expect(slider.getAttribute('aria-valuetext')).toBe(`36% · ${words.caughtOf('0', '4')}`);
  expect(onThreshold).toHaveBeenCalledExactlyOnceWith(0.36);
});

test('a plan opens, and where there is none one can be added', async () => {
  const { open, add } = mount({});
  await userEvent.click(screen.getByRole('button', { name: words.openPlan('整层改造') }));
  expect(open).toHaveBeenCalledExactlyOnceWith(expect.any(String), expect.objectContaining({ id: 'p1' }));
  await userEvent.click(screen.getByRole('button', { name: words.addPlanFor('乙座') }));
  expect(add).toHaveBeenCalledExactlyOnceWith('乙');
});

test('who may not see plans has no column for them', () => {
  mount({ items: [item('甲', {})] });
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).not.toContain(words.plan);
});

test('nobody above the line is said, together with how many nobody can judge', () => {
  mount({ caught: 0, items: [] });
  expect(screen.getByText(new RegExp(words.none)).textContent).toContain(words.noneUnknown('4'));
});
