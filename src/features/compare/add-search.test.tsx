import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Api } from '#client/api.ts';
import { ClientProvider } from '#client/context.tsx';
import { EngineClient } from '#client/engine-client.ts';
import { searchQuery } from '#client/search.ts';
import { compareMessages } from '#format/messages/compare.ts';
import { AddSearch } from './add-search.tsx';

const words = compareMessages.zh;
const api: Api = { base: '/', persona: null };
const house = { id: 'a', nameZh: '甲座', nameEn: null, carrierType: 'office', circleId: null };

/** The text `a` is answered with one building; anything else is asked for by `fetch`. */
function mount() {
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
  client.setQueryData<unknown>([...searchQuery(api, 'a').queryKey], { items: [house] });
  const engine = new EngineClient({
    postMessage: () => undefined,
    addEventListener: () => undefined,
    terminate: () => undefined,
  });
  const onAdd = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <ClientProvider client={{ api, engine }}>
        <AddSearch taken={[]} names={(_, id) => id} onAdd={onAdd} />
      </ClientProvider>
    </QueryClientProvider>,
  );
  return { onAdd, field: screen.getByRole('combobox') };
}

test('Enter takes the only hit of this text, never one of the text before', async () => {
  vi.spyOn(window, 'fetch').mockReturnValue(new Promise(() => undefined));
  const { onAdd, field } = mount();
  await userEvent.type(field, 'a');
  expect(await screen.findByRole('option', { name: /甲座/ })).toBeTruthy();
  await userEvent.type(field, 'b');
  expect(screen.queryByRole('option')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(onAdd).not.toHaveBeenCalled();
  await userEvent.keyboard('{Backspace}{Enter}');
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('a');
});

test('a search that failed is said and can be tried again', async () => {
  const fetched = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('no network'));
  const { field } = mount();
  await userEvent.type(field, 'b');
  const again = await screen.findByRole('button', { name: words.retry });
  expect(screen.getByText(words.searchFailed)).toBeTruthy();
  const before = fetched.mock.calls.length;
  await userEvent.click(again);
  expect(fetched.mock.calls.length).toBeGreaterThan(before);
});
