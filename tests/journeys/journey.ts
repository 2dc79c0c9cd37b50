/** A journey in a browser that is listened to: whatever the page complains about, or asks of others, fails it. */
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { FindPage } from './find-page.ts';

export { expect };

interface JourneyFixtures {
  /** Console messages and addresses elsewhere that the journey provokes, such as those of failed requests. */
  readonly provoked: readonly RegExp[];
  readonly find: FindPage;
  /** Another visitor with a browser of their own, sized like the first. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<FindPage>;
  readonly complaints: string[];
  readonly quiet: undefined;
}

function listenTo(
  context: BrowserContext,
  origin: string,
  provoked: readonly RegExp[],
  complaints: string[],
): void {
  context.on('console', (message) => {
    const isTrouble = message.type() === 'error' || message.type() === 'warning';
    if (isTrouble && !provoked.some((known) => known.test(message.text()))) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`page error: ${error.error().stack}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const isWithin = asked === origin || protocol === 'data:' || protocol === 'blob:';
    const isProvoked = provoked.some((known) => known.test(request.url()));
    if (!isWithin && !isProvoked) complaints.push(`request outside of the page's origin: ${request.url()}`);
  });
}

export const test = base.extend<JourneyFixtures>({
  provoked: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs by destructuring
  complaints: async ({}, use) => use([]),
  quiet: [
    async ({ context, baseURL, provoked, complaints }, use) => {
      listenTo(context, new URL(baseURL ?? '').origin, provoked, complaints);
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  find: async ({ page }, use) => use(new FindPage(page)),
  visitor: async ({ browser, baseURL, viewport, provoked, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ viewport, ...options });
      opened.push(context);
      listenTo(context, new URL(baseURL ?? '').origin, provoked, complaints);
      return new FindPage(await context.newPage());
    });
    for (const context of opened) await context.close();
  },
});

/** The query part of the address, decoded, without `?`. */
export function queryOf(page: Page): string {
  return decodeURIComponent(new URL(page.url()).search.slice(1).replaceAll('+', ' '));
}
