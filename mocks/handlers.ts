import { http } from 'msw/http';
import { createMockApi, type MockApiOptions } from './mock-api.ts';

/** One handler for everything under `api/`: what it cannot answer throws instead of reaching the network. */
export function createHandlers(options: MockApiOptions) {
  const answer = createMockApi(options);
  return [http.all(`*${options.basePath}api/*`, ({ request }) => answer(request))];
}
