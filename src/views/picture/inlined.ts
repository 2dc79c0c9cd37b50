/** A copy of a drawing that looks the same without the page's style sheets: every style as an attribute. */

const inherited: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  visibility: 'visible',
};

const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'vector-effect': 'none',
};

/** What only a page needs: it would be dead weight in a file, or a promise that it cannot keep. */
const pageOnly = /^(?:class|style|role|tabindex|focusable|data-|aria-)/;

/**
 * Styles of `root`, which must be in the document, written into its attributes; what is not displayed is left out.
 * Colours come as the element's own colour scheme has them.
 */
export function inlineStyles(root: SVGElement): void {
  for (const hidden of [...root.querySelectorAll('*')].filter(isNotDisplayed)) hidden.remove();
  const elements = [root, ...root.querySelectorAll<SVGElement>('*')];
  const attributes = elements.map((element) => attributesOf(element, element === root));
  for (const [index, element] of elements.entries()) {
    for (const { name } of [...element.attributes]) if (pageOnly.test(name)) element.removeAttribute(name);
    for (const [name, value] of attributes[index] ?? []) element.setAttribute(name, value);
  }
}

function isNotDisplayed(element: Element): boolean {
  return !neverDisplayed.has(element.localName) && getComputedStyle(element).display === 'none';
}

/** Used by reference, and displayed nowhere by themselves. */
const neverDisplayed = new Set([
  'defs',
  'title',
  'desc',
  'pattern',
  'clipPath',
  'linearGradient',
  'stop',
  'mask',
]);

function attributesOf(element: SVGElement, isRoot: boolean): [string, string][] {
  const style = getComputedStyle(element);
  const parent = isRoot || !element.parentElement ? null : getComputedStyle(element.parentElement);
  const found: [string, string][] = [];
  for (const [name, initial] of Object.entries(inherited)) {
    const value = style.getPropertyValue(name);
    const before = parent ? parent.getPropertyValue(name) : initial;
    if (value !== before || (element.hasAttribute(name) && value !== '')) found.push([name, value]);
  }
  for (const [name, initial] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== initial && value !== '') found.push([name, value]);
  }
  return found;
}
