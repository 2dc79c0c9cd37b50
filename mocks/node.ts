/** The same mock for component tests in Node. */
import { setupServer } from 'msw/node';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { createHandlers } from './handlers.ts';
import { samplePortfolio } from './sample/portfolio.ts';
import type { Scenario } from './scenarios.ts';

export interface MockServerOptions {
  /** Default: the sample district. */
  readonly portfolio?: Portfolio;
  readonly scenario?: () => Scenario;
}

/** To be started with `listen()` and ended with `close()`; whatever it does not know fails the request. */
export function createMockServer(options: MockServerOptions = {}) {
  const { portfolio = samplePortfolio(), scenario = () => 'normal' } = options;
  const server = setupServer(...createHandlers('*', { portfolio, scenario, basePath: '/' }));
  return {
    listen: () => server.listen({ onUnhandledFrame: 'error' }),
    close: () => server.close(),
    use: server.use,
    resetHandlers: server.resetHandlers,
  };
}
