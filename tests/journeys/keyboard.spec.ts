import type { FindPage } from './find-page.ts';
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

/** Presses Tab until the focus is on what the check names. */
async function tabTo(find: FindPage, what: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await find.page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached by Tab`);
}

const hasFocus = (find: FindPage, role: string, name: string) => () =>
  find.page.evaluate(
    ([wantedRole, wantedName]) => {
      const focused = document.activeElement;
      const kind = focused?.getAttribute('role') ?? focused?.tagName.toLowerCase();
      return kind === wantedRole && focused?.getAttribute('aria-label') === wantedName;
    },
    [role, name],
  );

test('everything is done without a mouse: search, slider, table, card', async ({ find }) => {
  await find.open();
  const { keyboard } = find.page;
  await tabTo(find, 'the search box', hasFocus(find, 'combobox', zh.filters.search));
  await keyboard.type('xdc');
  await expect(find.suggestion('现代城写字楼底商')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(find.card).toContainText('现代城');
  await keyboard.press('Escape');
  await expect(find.card).toBeHidden();

  await find.search.focus();
  await tabTo(find, 'the slider', hasFocus(find, 'slider', zh.filters.high(zh.clause.vacancy)));
  const before = await find.total();
  await keyboard.press('Home');
  await expect.poll(() => find.total()).toBeLessThan(before);
  await keyboard.press('End');
  await find.expectTotal(before);
  await keyboard.press('PageDown');
  await keyboard.press('ArrowRight');
  await expect.poll(() => queryOf(find.page)).toMatch(/^vacancy=\.\.0\.\d+$/);

  await tabTo(find, 'the table', hasFocus(find, 'grid', zh.table.label));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  const active = find.grid.locator('tr[data-active]');
  await expect(active).toHaveAttribute('aria-rowindex', '4');
  const name = (await active.getByRole('rowheader').allInnerTexts()).join().split('\n')[0] ?? '';
  await keyboard.press('Enter');
  await expect(find.card.getByRole('heading')).toHaveText(name);
  await keyboard.press('Escape');
  await expect(find.card).toBeHidden();
  await keyboard.press('End');
  await expect(active).toHaveAttribute(
    'aria-rowindex',
    await find.grid.getAttribute('aria-rowcount').then(String),
  );
});

test('a slash goes to the search box and a question mark lists the shortcuts', async ({ find }) => {
  await find.open();
  await find.page.keyboard.press('/');
  await expect(find.search).toBeFocused();
  await expect(find.search).toHaveValue('');
  await find.search.blur();
  await find.page.keyboard.press('?');
  const help = find.page.getByRole('dialog', { name: zh.shell.shortcuts });
  await expect(help).toContainText(zh.shell.shortcutList.search);
  await find.page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('a rectangle is drawn on the map by keyboard', async ({ find }) => {
  await find.open();
  await find.page.getByRole('button', { name: zh.map.drawRectangle }).focus();
  await find.page.keyboard.press('Enter');
  await expect(find.page.getByText(zh.map.hintKeyboard)).toBeAttached();
  for (const key of ['ArrowLeft', 'ArrowUp', 'Enter']) await find.page.keyboard.press(key);
  for (let steps = 0; steps < 12; steps++) {
    await find.page.keyboard.press('ArrowRight');
    await find.page.keyboard.press('ArrowDown');
  }
  await find.page.keyboard.press('Enter');
  await expect.poll(() => queryOf(find.page)).toMatch(/^bbox=/);
  await expect.poll(() => find.total()).toBeLessThan(212);
});
