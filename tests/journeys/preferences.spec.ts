/** Language and theme: chosen in the header, kept by the browser, never part of a link. */
import { messages } from '#format/messages.ts';
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

/** The product's name, and the way back for whoever reads no English. */
const ownNames = new Set(['楼览', '中文']);

test('in English nothing of the interface is left in Chinese, and every text is there', async ({ find }) => {
  await find.open('vacancy=..0.4&sel=wuhaoyuan');
  await find.page.getByRole('banner').getByRole('button', { name: zh.shell.language }).click();
  const english = find.in('en');
  await english.answered();
  await expect(find.page.locator('html')).toHaveAttribute('lang', 'en-US');
  await find.page.getByRole('button', { name: english.words.filters.more }).click();
  await expect(find.card).toContainText(english.words.card.asOf);
  const texts = await find.page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      // Names, addresses and sources stay as they are; they are marked as Chinese or are rows of data.
      if (element?.closest('[lang|="zh"], tbody th, tbody [data-pick], noscript, header button')) continue;
      if (!(node instanceof Element)) found.push(node.textContent ?? '');
      else
        for (const name of ['aria-label', 'title', 'placeholder']) found.push(node.getAttribute(name) ?? '');
    }
    return found;
  });
  const chinese = texts.map((text) => text.trim()).filter((text) => /\p{Script=Han}/u.test(text));
  expect(chinese.filter((text) => !ownNames.has(text))).toEqual([]);
  expect(texts.join(' ')).not.toMatch(/undefined|\[object|NaN|=>/);
  await find.page.reload();
  await english.answered();
  expect(queryOf(find.page)).toBe('vacancy=..0.4&sel=wuhaoyuan');
});

test('both catalogues have the same texts, none of them empty', () => {
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => keys(part, `${path}.${key}`))
      : [`${path}:${typeof value}`];
  expect(keys(messages.en)).toEqual(keys(messages.zh));
});

test('the theme is chosen, kept, and follows the system otherwise', async ({ find }) => {
  await find.open();
  const paper = () => find.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const lightMap = await find.symbols();
  await find.page.getByRole('combobox', { name: zh.shell.theme }).selectOption('dark');
  await expect.poll(paper).not.toBe(light);
  await expect.poll(() => find.symbols()).not.toBe(lightMap);
  const dark = await paper();
  await find.page.reload();
  await find.answered();
  expect(await paper()).toBe(dark);
  await find.page.getByRole('combobox', { name: zh.shell.theme }).selectOption('auto');
  await expect.poll(paper).toBe(light);
  await find.page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBe(dark);
});
