/** 比选 as a visitor handles it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RowId } from '#domain/compare/rows.ts';
import { compareMessages } from '#format/messages/compare.ts';

export const words = compareMessages.zh;

export class ComparePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a comparison and waits until every file is here. */
  async open(query: string): Promise<void> {
    await this.page.goto(`/compare?${query}`);
    await expect(this.table).toBeVisible();
    await this.loaded();
  }

  async loaded(): Promise<void> {
    await expect(this.row('completeness')).toBeVisible();
    await expect(this.row('completeness').getByRole('cell').filter({ hasNotText: '%' })).toHaveCount(0);
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: words.title });
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  row(id: RowId): Locator {
    return this.table.locator(`tr[data-row="${id}"]`);
  }

  /** Texts of a row, from the first column to the last. */
  cells(id: RowId): Promise<string[]> {
    return this.row(id).getByRole('cell').allInnerTexts();
  }

  /** Names above the columns, from left to right. */
  async names(): Promise<string[]> {
    return this.table.locator('thead [data-column] a').allInnerTexts();
  }

  get differencesOnly(): Locator {
    return this.page.getByRole('checkbox', { name: words.differencesOnly });
  }

  get search(): Locator {
    return this.page.getByRole('combobox', { name: words.add });
  }

  /** Types a name and takes the building of that name. */
  async add(typed: string, name: string): Promise<void> {
    await this.search.fill(typed);
    await this.page.getByRole('option').filter({ hasText: name }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
