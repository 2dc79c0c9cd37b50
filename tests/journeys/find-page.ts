/** 找楼 as a visitor handles it: by role and name, in either language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RangeField } from '#domain/query/fields.ts';
import { type PageWords, en as wordsEn, zh as wordsZh } from './words.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class FindPage {
  readonly page: Page;
  readonly words: PageWords;

  constructor(page: Page, locale: 'zh' | 'en' = 'zh') {
    this.page = page;
    this.words = locale === 'zh' ? wordsZh : wordsEn;
  }

  in(locale: 'zh' | 'en'): FindPage {
    return new FindPage(this.page, locale);
  }

  /** Opens the page with a query and waits until it has answered. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`/${query && `?${query}`}`);
    await this.answered();
  }

  /** There is an answer in figures and, where a map is, it is drawn. */
  async answered(): Promise<void> {
    await expect(this.counters).toHaveAttribute('aria-busy', 'false');
    await expect(this.page.getByRole('application', { name: this.words.map.label })).toBeVisible();
  }

  get counters(): Locator {
    return this.page.getByRole('region', { name: this.words.counters.label });
  }

  counter(name: string): Locator {
    return this.counters.getByRole('button', { name });
  }

  /** Buildings that pass, as the first counter says. */
  async total(): Promise<number> {
    const [, text = ''] = await this.counter(this.words.counters.matching).locator('span').allInnerTexts();
    return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
  }

  async expectTotal(total: number): Promise<void> {
    await expect.poll(() => this.total()).toBe(total);
  }

  /** What all counters say. */
  async figures(): Promise<string[]> {
    return this.counters.getByRole('button').allInnerTexts();
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words.table.label });
  }

  /** Rows that are drawn, without the head. */
  get rows(): Locator {
    return this.grid.locator('tr[data-row]');
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  /** Names of the buildings whose rows are drawn. */
  async rowTexts(): Promise<string[]> {
    // The box before the name has no text of its own, and leaves white space.
    return (await this.rows.allInnerTexts()).map((text) => text.trim());
  }

  get chips(): Locator {
    return this.page.getByRole('list', { name: this.words.filters.activeFilters });
  }

  async chipTexts(): Promise<string[]> {
    return this.chips.getByRole('listitem').allInnerTexts();
  }

  get search(): Locator {
    return this.page.getByRole('combobox', { name: this.words.filters.search });
  }

  /** A suggestion under the search box. */
  suggestion(name: string): Locator {
    const list = this.page.getByRole('listbox', { name: this.words.filters.suggestions });
    return list.getByRole('option').filter({ hasText: name });
  }

  get card(): Locator {
    return this.page.getByRole('article');
  }

  get map(): Locator {
    return this.page.getByRole('application', { name: this.words.map.label });
  }

  /** The layer with the buildings, as pixels; equal only if everything on it is. */
  async symbols(): Promise<string> {
    const layer = this.map.locator('.leaflet-symbols-pane canvas').first();
    return layer.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  }

  filter(field: RangeField): Locator {
    return this.page.getByRole('region', { name: this.words.clause[field], exact: true });
  }

  thumb(field: RangeField, end: 'lo' | 'hi'): Locator {
    const { low, high } = this.words.filters;
    return this.filter(field).getByRole('slider', {
      name: (end === 'lo' ? low : high)(this.words.clause[field]),
    });
  }

  end(field: RangeField, end: 'lo' | 'hi'): Locator {
    const { low, high } = this.words.filters;
    return this.filter(field).getByRole('textbox', {
      name: (end === 'lo' ? low : high)(this.words.clause[field]),
    });
  }

  async centreOf(locator: Locator): Promise<Point> {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`not drawn: ${locator}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** The place of a map coordinate on the screen, for a map that stands at `at` (Web Mercator, 256 px tiles). */
  async pointAt(
    at: { lat: number; lon: number; zoom: number },
    place: { lat: number; lon: number },
  ): Promise<Point> {
    const centre = await this.centreOf(this.map);
    const here = worldPx(at, at.zoom);
    const there = worldPx(place, at.zoom);
    return { x: centre.x + there.x - here.x, y: centre.y + there.y - here.y };
  }
}

function worldPx({ lat, lon }: { lat: number; lon: number }, zoom: number): Point {
  const size = 256 * 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  return {
    x: ((lon + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size,
  };
}

/** `at=` of the address. */
export function mapPosition(query: string): { lat: number; lon: number; zoom: number } {
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN] = (new URLSearchParams(query).get('at') ?? '')
    .split(',')
    .map(Number);
  return { lat, lon, zoom };
}
