/** What a role may not see never reaches the browser. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { zh } from './words.ts';

interface Answer {
  readonly url: string;
  readonly body: Buffer;
}

/** Everything that the API sends to the page from now on. */
function recordAnswers(page: Page): Promise<Answer>[] {
  const answers: Promise<Answer>[] = [];
  page.on('response', (response) => {
    // The stream of changes has no end; what it may tell is tested where it is made.
    if (!response.url().includes('/api/v1/') || response.url().endsWith('/events')) return;
    answers.push(response.body().then((body) => ({ url: response.url(), body })));
  });
  return answers;
}

const role = (page: Page) => page.getByRole('combobox', { name: zh.shell.role });

test('a manager sees tax: filter, column, chart, figure', async ({ find }) => {
  const answers = recordAnswers(find.page);
  await find.open('cols=name,taxPerSqm&taxPerSqm=1..&sort=-taxPerSqm');
  await find.rows.first().click();
  await expect(find.card).toContainText(zh.card.facts.taxPerSqm);
  await expect(find.grid.getByRole('columnheader', { name: zh.table.head.taxPerSqm })).toBeVisible();
  await expect(find.filter('taxPerSqm')).toBeVisible();
  await expect(find.page.getByRole('radio', { name: zh.charts.scatterTitle })).toBeVisible();
  const withTax = async () => {
    const bodies = await Promise.all(answers);
    return bodies.filter(({ body }) => /tax/i.test(body.toString('latin1'))).length;
  };
  // The file of the card may still be on its way.
  await expect.poll(withTax).toBeGreaterThan(1);
});

for (const persona of ['staff', 'public'] as const) {
  test(`${persona} sees no tax anywhere, and no byte of it is sent`, async ({ find }) => {
    await find.open();
    const answers = recordAnswers(find.page);
    await role(find.page).selectOption(persona);
    await expect(find.page.getByRole('radio', { name: zh.charts.scatterTitle })).toBeHidden();
    await find.answered();
    await find.expectTotal(212);
    await find.page.getByRole('button', { name: zh.filters.more }).click();
    await expect(find.filter('gfa')).toBeVisible();
    await expect(find.filter('taxPerSqm')).toBeHidden();
    await find.page.getByRole('button', { name: zh.table.chooseColumns }).click();
    await expect(find.page.getByRole('checkbox', { name: zh.clause.gfa })).toBeAttached();
    await expect(find.page.getByRole('checkbox', { name: zh.clause.taxPerSqm })).toHaveCount(0);
    await find.page.keyboard.press('Escape');
    await find.rows.first().click();
    await expect(find.card).toContainText(zh.card.facts.gfa);
    await expect(find.card).toContainText(zh.card.asOf);
    await expect(find.card).not.toContainText(zh.card.facts.taxPerSqm);
    const bodies = await Promise.all(answers);
    const urls = bodies.map(({ url }) => new URL(url).pathname);
    expect(urls).toContain('/api/v1/catalogue');
    expect(urls.some((url) => /\/buildings\/./.test(url))).toBe(true);
    for (const { url, body } of bodies) {
      expect(body.toString('latin1'), url).not.toMatch(/tax/i);
      expect(body.toString('utf8'), url).not.toContain('税');
    }
  });
}

test('a link that asks for tax is refused by name to whoever may not see it', async ({ find }) => {
  await find.open();
  await role(find.page).selectOption('public');
  await find.open('taxPerSqm=500..&type=office');
  await expect(find.page.getByText(new RegExp(zh.filters.reasons.notForRole))).toBeVisible();
  expect((await find.chipTexts()).join()).not.toContain(zh.clause.taxPerSqm);
  expect(await find.total()).toBeGreaterThan(100);
});
