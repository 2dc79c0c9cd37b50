/** 一楼一档 as a visitor handles it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { StatedField } from '#domain/building-file/groups.ts';
import { buildingFileZh } from '#format/messages/building-file.ts';
import { recordsZh } from '#format/messages/records.ts';
import { zh } from './words.ts';

export const words = buildingFileZh;

export class BuildingFilePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/buildings/${id}`);
    await expect(this.facts).toBeVisible();
  }

  get facts(): Locator {
    return this.page.getByRole('region', { name: words.section.facts });
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** The line of a field: a button that opens to what stands behind it. */
  fact(label: string): Locator {
    return this.facts.getByRole('button', { name: new RegExp(`^${label} `) });
  }

  async edit(field: StatedField): Promise<void> {
    await this.page
      .getByRole('button', { name: words.editField(recordsZh.fields.building[field]) })
      .first()
      .click();
    await expect(this.input(field)).toBeVisible();
  }

  input(field: StatedField): Locator {
    return this.page.locator(`[data-field="${field}"]`).locator('input, textarea, select').last();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: zh.editing.save, exact: true }).click();
  }

  said(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }
}
