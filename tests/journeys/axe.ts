/** What axe finds on a page that stands still. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Each violation as the rule, the place and what is wrong with it.
 *
 * Waits for what fades in: while a dialog is transparent, axe does not see it, and takes what lies hidden behind it
 * for a page without a main part.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (motion) => motion.playState !== 'running' || motion.effect?.getComputedTiming().endTime === Infinity,
      ),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [id, target.join(' '), html.slice(0, 160), failureSummary].join(' · '),
    ),
  );
}
