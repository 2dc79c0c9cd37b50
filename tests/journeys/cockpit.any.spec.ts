/** 驾驶舱 in every size and both themes. */
import { cockpitMessages } from '#format/messages/cockpit.ts';
import { cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { violationsOf } from './axe.ts';
import { expect, test } from './journey.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('only the page scrolls, it is no wider than the screen, and axe finds nothing', async ({
      find: { page },
    }) => {
      await page.goto('/cockpit');
      await page.getByRole('list', { name: cockpitMessages.zh.kpi.strip }).waitFor();
      const last = page.getByRole('region', { name: cockpitPageMessages.zh.sections.findings, exact: true });
      await last.scrollIntoViewIfNeeded({ timeout: 20_000 });
      const sizes = await page.evaluate(() => {
        const main = document.querySelector('main');
        return {
          document: document.documentElement.scrollHeight - window.innerHeight,
          wider: main === null ? 0 : main.scrollWidth - main.clientWidth,
        };
      });
      expect(sizes).toEqual({ document: 0, wider: 0 });
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}
