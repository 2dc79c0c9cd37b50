/** The API inside the page: a service worker passes requests to the same app that the server runs. */
import { setupWorker } from 'msw/browser';
import { createHandlers } from './handlers.ts';
import { samplePortfolio } from './sample/portfolio.ts';
import { type Scenario, scenarioFrom, scenarioKey } from './scenarios.ts';

export interface MockOptions {
  /** Where the page lies, ending in `/`; `import.meta.env.BASE_URL`, which may be relative (`./`). */
  readonly basePath: string;
  /** Instead of what the session storage says. */
  readonly scenario?: () => Scenario;
}

/** Starts the mock; resolves when requests are being answered. Works under any subpath. */
export async function startMock({ basePath, scenario = storedScenario }: MockOptions): Promise<void> {
  const base = new URL(basePath, document.baseURI).pathname;
  const worker = setupWorker(
    ...createHandlers(location.origin, { portfolio: samplePortfolio(), basePath: base, scenario }),
  );
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${base}mockServiceWorker.js`, options: { scope: base } },
  });
}

function storedScenario(): Scenario {
  return scenarioFrom(sessionStorage.getItem(scenarioKey));
}
