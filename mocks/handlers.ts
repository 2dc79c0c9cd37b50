import { http } from 'msw/http';
import { createMockApi, type MockApiOptions } from './mock-api.ts';

/**
 * One handler for everything under `api/`: what it cannot answer throws instead of reaching the network.
 * @param origin of the page, or `*` for any
 */
export function createHandlers(origin: string, options: MockApiOptions) {
  const answer = createMockApi(options);
  return [http.all(`${origin}${options.basePath}api/*`, ({ request }) => answer(request))];
}
