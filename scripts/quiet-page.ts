import type { Page } from '@playwright/test';

const quietMs = 500;

/** Resolves when a page has neither asked nor got anything for half a second: its event stream never ends. */
export function quietPage(page: Page): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      page.off('request', again);
      page.off('requestfinished', again);
      resolve();
    };
    let timer = setTimeout(done, quietMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(done, quietMs);
    };
    page.on('request', again);
    page.on('requestfinished', again);
  });
}
