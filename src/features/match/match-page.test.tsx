import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { Api } from '#client/api.ts';
import { ClientProvider } from '#client/context.tsx';
import { EngineClient } from '#client/engine-client.ts';
import { meQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { MatchList } from '#contract/matches.ts';
import { extract } from '#domain/extract/extract.ts';
import { matchMessages } from '#format/messages/match.ts';
import { MatchPage } from './match-page.tsx';

const words = matchMessages.zh;
const api: Api = { base: '/', persona: null };
const district = { circles: [], subdistricts: [] };
const weights = { area: 30, cost: 30, industry: 15, policy: 10, place: 15 };

const nothingRanked: MatchList = {
  asOf: '2026-10-31',
  weights,
  formulas: {},
  considered: { buildings: 2, matched: 0, spaces: 0 },
  ranked: [],
  nearMisses: [],
  excluded: { total: 0, byRule: {}, list: [] },
};

type Miss = MatchList['nearMisses'][number];

const miss: Miss = {
  building: {
    id: 'b',
    nameZh: '乙座',
    nameEn: null,
    carrierType: 'office',
    grade: null,
    circleId: null,
    position: null,
  },
  space: {
    kind: 'unit',
    floors: [3],
    units: [{ id: 'u', label: '301', floor: 3, area: 2100 }],
    area: 2100,
    wholeArea: null,
  },
  usableArea: null,
  rent: 120,
  managementFee: null,
  monthlyCost: { low: 252_000, high: null },
  availableFrom: null,
  unverified: [],
  score: { low: 0.5, high: 0.6, parts: [] },
  failed: [{ rule: 'area', found: 2100, asked: { low: 0, high: 2000 } }],
  changes: [{ rule: 'area', field: 'areaMax', from: 2000, to: 2100, size: 0.05 }],
};

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** The page as a role sees it; texts are read by the rules themselves, rankings are as given. */
function mount(searchText: string, { role = 'staff', answer = () => json(nothingRanked) } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
  client.setQueryData<unknown>(districtQuery(api).queryKey, district);
  client.setQueryData<unknown>(meQuery(api).queryKey, { role });
  const engine = new EngineClient({
    postMessage: () => undefined,
    addEventListener: () => undefined,
    terminate: () => undefined,
  });
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    if (!String(input).includes('/extract')) return answer();
    const { text } = JSON.parse(String(init?.body)) as { text: string };
    return json(extract('requirement', text, { today: '2026-11-25' }));
  });
  const navigate = vi.fn();
  function Page() {
    const [search, setSearch] = useState(searchText);
    navigate.mockImplementation(setSearch);
    return (
      <MatchPage searchText={search} navigate={navigate} link={(to, content) => <a href={to}>{content}</a>} />
    );
  }
  render(
    <QueryClientProvider client={client}>
      <ClientProvider client={{ api, engine }}>
        <Page />
      </ClientProvider>
    </QueryClientProvider>,
  );
  return { navigate };
}

async function read(text: string) {
  await userEvent.type(screen.getByRole('textbox', { name: words.read.label }), text);
  await userEvent.click(screen.getByRole('button', { name: words.read.action }));
}

const group = (field: keyof typeof words.fields) => screen.getByRole('group', { name: words.fields[field] });

test('words point at the field that they became, and the field at its words', async () => {
  const { navigate } = mount('');
  await read('约60人，层高4米以上');
  const heads = await screen.findByRole('button', { name: words.read.spanOf(words.fields.heads, '约60人') });
  expect(navigate).toHaveBeenLastCalledWith('floorToFloorHeight=4&heads=60');
  expect(within(group('heads')).getByText(words.read.from('约60人'))).toBeTruthy();

  await userEvent.hover(heads);
  expect(group('heads').dataset['lit']).toBe('true');
  expect(group('floorToFloorHeight').dataset['lit']).toBe('false');
  await userEvent.click(heads);
  const input = within(group('heads')).getByRole('textbox');
  expect(document.activeElement).toBe(input);
  await userEvent.unhover(heads);

  await userEvent.click(within(group('floorToFloorHeight')).getByRole('textbox'));
  const height = screen.getByRole('button', { name: /层高：/ });
  expect([height.dataset['lit'], heads.dataset['lit']]).toEqual(['true', 'false']);
});

test('a value that was corrected is said to be another than the words say', async () => {
  mount('');
  await read('约60人，层高4米以上');
  const input = await waitFor(() => within(group('heads')).getByRole('textbox'));
  await waitFor(() => expect((input as HTMLInputElement).value).toBe('60'));
  expect(within(group('heads')).queryByText(/已改/)).toBeNull();
  await userEvent.clear(input);
  await userEvent.type(input, '80{Enter}');
  expect(within(group('heads')).getByText(/已改/)).toBeTruthy();
});

test('the text never comes into the address, and one that says nothing leaves what is asked as it is', async () => {
  const { navigate } = mount('heads=30');
  await read('你好');
  expect(await screen.findByText(words.notes.noRequirement)).toBeTruthy();
  expect(navigate).not.toHaveBeenCalled();
});

test('a near miss is admitted by a press on its change', async () => {
  const { navigate } = mount('areaMax=2000&heads=30', {
    answer: () => json({ ...nothingRanked, nearMisses: [miss] }),
  });
  const change = words.near.change(words.fields.areaMax, '2,000 ㎡', '2,100 ㎡');
  await userEvent.click(await screen.findByRole('button', { name: words.near.apply(change) }));
  expect(navigate).toHaveBeenCalledExactlyOnceWith('areaMax=2100&heads=30');
});

test('what the server refuses is said at its field', async () => {
  const fields = [
    { field: 'requirement.areaMin', value: '9', reason: 'lowAboveHigh', allowed: '≤ 5', detail: '' },
  ];
  mount('areaMin=9&areaMax=5', {
    answer: () => json({ type: '', title: '', status: 400, detail: '', fields }, 400),
  });
  const alert = await within(group('areaMin')).findByRole('alert');
  expect(alert.textContent).toBe(words.allowed(words.reasons.lowAboveHigh, '≤ 5'));
  expect(screen.getByText(words.wrong.title)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: words.fields.areaMin }));
  expect(document.activeElement).toBe(within(group('areaMin')).getByRole('textbox'));
});

test('the public fills in the form and has no text read', () => {
  mount('', { role: 'public' });
  expect(screen.queryByRole('textbox', { name: words.read.label })).toBeNull();
  expect(within(group('heads')).getByRole('textbox')).toBeTruthy();
});

test('a failure of the server says so, keeps what is asked, and can be tried again', async () => {
  let isDown = true;
  mount('heads=30', {
    answer: () => (isDown ? json({}, 503) : json({ ...nothingRanked, nearMisses: [miss] })),
  });
  const again = await screen.findByRole('button', { name: words.retry });
  expect((within(group('heads')).getByRole('textbox') as HTMLInputElement).value).toBe('30');
  isDown = false;
  await userEvent.click(again);
  expect(await screen.findByText(miss.building.nameZh)).toBeTruthy();
});
