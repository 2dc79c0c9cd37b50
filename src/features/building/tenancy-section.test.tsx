import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Api } from '#client/api.ts';
import { ClientProvider } from '#client/context.tsx';
import { EngineClient } from '#client/engine-client.ts';
import { buildingMonthsQuery } from '#client/tenancy.ts';
import type { BuildingDetail } from '#contract/building-detail.ts';
import type { Role } from '#domain/visibility.ts';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { aComparedFile } from '../../../tests/compared-file.ts';
import { TrendSection } from './tenancy-section.tsx';

const api: Api = { base: '/', persona: null };
const words = tenancyMessages.zh.timeline;
const file = aComparedFile({ id: 'a', status: 'delivered' }) as unknown as BuildingDetail;

function mount(role: Role) {
  const client = new QueryClient();
  client.setQueryData<unknown>([...buildingMonthsQuery(api, 'a').queryKey], { months: [] });
  const engine = new EngineClient({
    postMessage: () => undefined,
    addEventListener: () => undefined,
    terminate: () => undefined,
  });
  render(
    <QueryClientProvider client={client}>
      <ClientProvider client={{ api, engine }}>
        <TrendSection file={file} name="甲座" onAdd={null} role={role} />
      </ClientProvider>
    </QueryClientProvider>,
  );
  return screen.getByRole('region', { name: words.title });
}

test('leases that are still on their way are not said to be none', () => {
  vi.spyOn(window, 'fetch').mockReturnValue(new Promise(() => undefined));
  const part = mount('staff');
  expect(part.textContent).toBe(words.title);
  expect(part.querySelector('[role="status"]')).toBeTruthy();
});

test('leases that could not be loaded are said to be so', async () => {
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 500 }));
  const part = mount('staff');
  expect(await screen.findByText(buildingFileMessages.zh.sectionFailed)).toBeTruthy();
  expect(part.textContent).not.toContain(words.note);
});

test('the public has its timeline without leases, and none are asked for', () => {
  const fetched = vi.spyOn(window, 'fetch');
  expect(mount('public').textContent).toContain('目前');
  expect(fetched).not.toHaveBeenCalled();
});
