/** The desk where records are worked on, as a visitor handles it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Entity } from '#domain/records/entity.ts';
import type { DeskTab } from '#features/records/building-desk.tsx';
import { violationsOf } from './axe.ts';
import type { FindPage } from './find-page.ts';
import { zh } from './words.ts';

export class RecordsDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a building's card and from it its records. */
  static async open(find: FindPage, id: string): Promise<RecordsDesk> {
    await find.open(`sel=${id}`);
    await find.card.getByRole('button', { name: zh.card.edit, exact: true }).click();
    const desk = new RecordsDesk(find.page);
    await expect(desk.form).toBeVisible();
    return desk;
  }

  get form(): Locator {
    return this.page.locator('form');
  }

  row(field: string): Locator {
    return this.form.locator(`[data-field="${field}"]`);
  }

  input(field: string): Locator {
    return this.row(field).getByRole('textbox').first();
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: zh.editing.save, exact: true }).click();
  }

  async create(): Promise<void> {
    await this.form.getByRole('button', { name: zh.editing.create, exact: true }).click();
  }

  async tab(tab: DeskTab): Promise<void> {
    const tabs = this.page.getByRole('radiogroup', { name: zh.editing.tabsLabel });
    await tabs.getByRole('radio', { name: zh.editing.tabs[tab], exact: true }).check({ force: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** What the page says in passing. */
  said(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.form).toBeHidden();
  }

  editButton(entity: Entity, name: string): Locator {
    return this.button(zh.editing.editOne(zh.records.kind[entity], name));
  }

  async expectAccessible(): Promise<void> {
    expect(await violationsOf(this.page)).toEqual([]);
  }
}
