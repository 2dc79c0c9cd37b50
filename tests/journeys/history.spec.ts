import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

test('back and forward walk through the questions, and the page follows', async ({ find }) => {
  await find.open();
  await find.page.getByRole('button', { name: /^写字楼/ }).click();
  await expect.poll(() => queryOf(find.page)).toBe('type=office');
  const offices = await find.total();
  await find.end('rent', 'hi').fill('100');
  await find.end('rent', 'hi').press('Enter');
  await expect.poll(() => queryOf(find.page)).toBe('type=office&rent=..100');
  const cheap = await find.total();
  expect(cheap).toBeLessThan(offices);

  await find.page.goBack();
  await find.expectTotal(offices);
  await expect(find.end('rent', 'hi')).toHaveValue('');
  await find.page.goBack();
  await find.expectTotal(212);
  await expect(find.chips).toBeHidden();
  await find.page.goForward();
  await find.page.goForward();
  await find.expectTotal(cheap);
  await expect(find.chips.getByRole('listitem')).toHaveCount(3);
});

test('opening and closing a card are steps of the history too', async ({ find }) => {
  await find.open('sort=name');
  await find.rows.first().click();
  await expect(find.card).toBeVisible();
  await expect.poll(() => queryOf(find.page)).toMatch(/^sort=name&sel=/);
  await find.card.getByRole('button', { name: zh.card.close }).click();
  await expect(find.card).toBeHidden();
  await expect.poll(() => queryOf(find.page)).toBe('sort=name');
  await find.page.goBack();
  await expect(find.card).toBeVisible();
  await find.page.goBack();
  await expect(find.card).toBeHidden();
});

test('a reload loses nothing', async ({ find }) => {
  await find.open('circle=nanjinglu&vacancy=0.2..&unknown=vacancy&sort=-vacancy&cols=name,vacancy,gfa');
  const before = {
    figures: await find.figures(),
    rows: await find.rowTexts(),
    chips: await find.chipTexts(),
  };
  await find.page.reload();
  await find.answered();
  await expect.poll(() => find.rowTexts()).toEqual(before.rows);
  expect(await find.figures()).toEqual(before.figures);
  expect(await find.chipTexts()).toEqual(before.chips);
});
