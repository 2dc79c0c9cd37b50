/**
 * Floors and units as elements of the drawing. React does not make them: a plan has a thousand, it made and compared
 * all of them for each zoom and colouring, and most of the time of a first draw went into that.
 */
import type { PlanUnit } from '#domain/stacking/storey.ts';
import { isNamedAt, labelStep } from './floor-label.tsx';
import type { Cell, LaidFloor, LaidGap, LaidRow, PlanLayout } from './layout.ts';
import { px } from './outlines.ts';
import { cellName, floorName, gapWords } from './plan-words.ts';
import css from './stacking-plan.module.css';
import { fitted, type Measure } from './text-width.ts';
import { type PlanTone, paintOf } from './tones.tsx';
import type { StackingLanguage } from './use-words.ts';

export interface Drawing {
  readonly layout: PlanLayout;
  readonly toneOf: (unit: PlanUnit) => PlanTone;
  /** Id of the set of patterns that cells are painted with. */
  readonly patterns: string;
  readonly language: StackingLanguage;
  readonly measure: Measure;
}

export function toneOfCell(cell: Cell, toneOf: (unit: PlanUnit) => PlanTone): PlanTone {
  if (cell.unit) return toneOf(cell.unit);
  return cell.kind === 'blank' ? 'unknown' : 'rest';
}

interface DrawnRow {
  readonly key: string;
  readonly element: SVGElement;
  readonly update: (row: LaidRow, drawing: Drawing, step: number) => void;
}

/**
 * A row for each floor, a cell for each piece, all named.
 * @returns what draws into `host`, and touches only what is not as it was drawn before
 */
export function createCellDrawer(host: SVGGElement): (drawing: Drawing) => void {
  let drawn: readonly DrawnRow[] = [];
  return (drawing) => {
    const { rows } = drawing.layout;
    const step = labelStep(drawing.layout);
    const isAnew = rows.length !== drawn.length || rows.some((row, at) => keyOf(row) !== drawn[at]?.key);
    if (isAnew) drawn = rows.map((row) => (row.kind === 'gap' ? createGap(row) : createFloor(row)));
    for (const [at, row] of rows.entries()) drawn[at]?.update(row, drawing, step);
    if (isAnew) keepFocus(host, () => host.replaceChildren(...drawn.map(({ element }) => element)));
  };
}

function keyOf(row: LaidRow): string {
  return row.kind === 'gap' ? `gap ${row.from}` : `floor ${row.storey.floor}`;
}

/** What has the focus and is drawn anew has it again. */
function keepFocus(host: Element, replace: () => void): void {
  const held = host.contains(document.activeElement) ? document.activeElement : null;
  const id = held?.getAttribute('data-cell') ?? null;
  const floor = held?.getAttribute('data-floor') ?? null;
  replace();
  if (!held || held.isConnected) return;
  const same =
    id === null
      ? host.querySelector<SVGElement>(`[data-floor="${floor}"]`)
      : host.querySelector<SVGElement>(`[data-cell="${CSS.escape(id)}"]`);
  same?.setAttribute('tabindex', '0');
  same?.focus();
}

function createFloor(first: LaidFloor): DrawnRow {
  const ground = made('rect', {});
  const label = made('text', { class: css['floorLabel'] });
  const head = made('g', {
    role: 'rowheader',
    class: css['floor'],
    'data-floor': String(first.storey.floor),
  });
  head.append(ground, label);
  const element = made('g', { role: 'row' });
  element.append(head);
  let cells: readonly DrawnCell[] = [];
  let named: { readonly language: StackingLanguage; readonly row: LaidFloor['storey'] } | null = null;
  const update: DrawnRow['update'] = (row, drawing, step) => {
    if (row.kind === 'gap') return;
    const { layout, language, measure } = drawing;
    if (named?.language !== language || named.row !== row.storey) {
      named = { language, row: row.storey };
      head.setAttribute('aria-label', floorName(row, language));
    }
    place(ground, { y: px(row.y), width: px(layout.left - 2), height: px(row.height) });
    place(label, { x: px(layout.left - 8), y: px(row.y + row.height / 2) });
    label.toggleAttribute('data-unseen', !isNamedAt(row, step));
    write(label, fitted(row.storey.label, layout.left - 8, measure));
    const isAnew = row.cells.length !== cells.length || row.cells.some(({ id }, at) => id !== cells[at]?.id);
    if (isAnew) cells = row.cells.map(createCell);
    for (const [at, cell] of row.cells.entries()) cells[at]?.update(cell, drawing);
    if (isAnew) keepFocus(element, () => element.replaceChildren(head, ...cells.map((one) => one.element)));
  };
  return { key: keyOf(first), element, update };
}

interface DrawnCell {
  readonly id: string;
  readonly element: SVGElement;
  readonly update: (cell: Cell, drawing: Drawing) => void;
}

let blankCell: SVGElement | null = null;

function createCell({ id }: Cell): DrawnCell {
  blankCell ??= made('path', { role: 'gridcell', class: css['cell'] });
  const element = blankCell.cloneNode() as SVGElement;
  element.setAttribute('data-cell', id);
  let path = '';
  let paint = '';
  let named: { readonly cell: Cell; readonly language: StackingLanguage } | null = null;
  const update: DrawnCell['update'] = (cell, { toneOf, patterns, language }) => {
    const box = boxPath(cell);
    if (box !== path) element.setAttribute('d', box);
    path = box;
    const tone = toneOfCell(cell, toneOf);
    const fill = paintOf(patterns, tone);
    if (fill !== paint) {
      element.setAttribute('fill', fill);
      if (isBare(tone)) element.setAttribute('data-bare', '');
      else if (paint !== '') element.removeAttribute('data-bare');
    }
    paint = fill;
    if (named?.language !== language || named.cell.unit !== cell.unit || named.cell.area !== cell.area)
      element.setAttribute('aria-label', cellName(cell, language));
    named = { cell, language };
  };
  return { id, element, update };
}

/** Has no colour of its own that would set it off from its neighbours. */
function isBare(tone: PlanTone): boolean {
  return tone === 'none' || tone === 'unknown' || tone === 'rest';
}

function boxPath({ x, y, width, height }: Cell): string {
  return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
}

/** px before the words of a gap, and between them and its line. */
const gapIndent = 12;
const gapSpace = 4;

function createGap(first: LaidGap): DrawnRow {
  const line = made('path', { class: css['gap'] });
  const text = made('text', { role: 'gridcell', class: css['gapText'] });
  const element = made('g', { role: 'row' });
  element.append(line, text);
  const update: DrawnRow['update'] = (row, { layout, language, measure }) => {
    if (row.kind !== 'gap') return;
    const middle = row.y + row.height / 2;
    const words = gapWords(row, language);
    const begin = layout.left + gapIndent;
    // The line leaves out the words, instead of the words blotting out the line and what lies beside it.
    const after = Math.min(layout.right, begin + measure(words) + gapSpace);
    const dash = (from: number, to: number) => `M${px(from)} ${px(middle)}H${px(to)}`;
    place(line, { d: dash(layout.left, begin - gapSpace) + dash(after, layout.right) });
    place(text, { x: px(begin), y: px(middle) });
    write(text, words);
  };
  return { key: keyOf(first), element, update };
}

function made(name: string, attributes: Readonly<Record<string, string | undefined>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  place(element, attributes);
  return element as SVGElement;
}

function place(element: Element, attributes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value = ''] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
