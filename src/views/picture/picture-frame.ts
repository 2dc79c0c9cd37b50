/** What stands around a drawing that leaves the page: title, lines below it, the key of its colours. */

export interface PictureKey {
  readonly text: string;
  /** Any paint of CSS: a colour, a token of the page, or `url(#…)` of a pattern in the drawing. */
  readonly paint: string;
}

export interface PictureFrame {
  readonly title: string;
  /** Below the title: date, source, unit. */
  readonly lines: readonly string[];
  readonly keys?: readonly PictureKey[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const titlePx = 18;
const textPx = 12;
const linePx = 18;
const swatchPx = 12;
const keyGap = 16;

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== '') made.textContent = text;
  return made;
}

/** The paper: a white sheet of the frame's size with the drawing on it, not yet in any document. */
export function framed(drawing: SVGSVGElement, size: Size, frame: PictureFrame, font: string): SVGSVGElement {
  const measure = measurer(font);
  const titleWidth = measure(frame.title, titlePx, 600);
  const lineWidths = frame.lines.map((line) => measure(line, textPx, 400));
  const inner = Math.ceil(Math.max(size.width, titleWidth, ...lineWidths));
  const top = margin + titlePx + frame.lines.length * linePx + 12;
  const keys = placedKeys(frame.keys ?? [], inner, (text) => measure(text, textPx, 400));
  const keysTop = top + size.height + (keys.items.length > 0 ? keyGap : 0);
  const width = inner + margin * 2;
  const height = Math.ceil(keysTop + keys.height + margin);
  const paper = element('svg', { viewBox: `0 0 ${width} ${height}`, width, height }) as SVGSVGElement;
  paper.style.setProperty('font-family', font);
  paper.append(
    element('title', {}, frame.title),
    element('rect', { width, height, fill: '#ffffff' }),
    text(frame.title, margin, margin + titlePx - 2, titlePx, '600'),
    ...frame.lines.map((line, index) => text(line, margin, margin + titlePx + linePx * (index + 1), textPx)),
  );
  for (const [name, value] of Object.entries({ x: margin, y: top, ...size })) {
    drawing.setAttribute(name, String(value));
  }
  paper.append(drawing);
  for (const { key, x, y } of keys.items) {
    const rect = element('rect', { x: margin + x, y: keysTop + y, width: swatchPx, height: swatchPx });
    rect.style.setProperty('fill', key.paint);
    rect.style.setProperty('stroke', '#777777');
    rect.style.setProperty('stroke-width', '0.5px');
    paper.append(rect, text(key.text, margin + x + swatchPx + 5, keysTop + y + swatchPx - 2, textPx));
  }
  return paper;
}

function text(content: string, x: number, y: number, size: number, weight = '400'): SVGElement {
  return element('text', { x, y, 'font-size': size, 'font-weight': weight, fill: '#1f2a2e' }, content);
}

interface PlacedKey {
  readonly key: PictureKey;
  readonly x: number;
  readonly y: number;
}

/** Keys from left to right, in as many lines as they need. */
function placedKeys(keys: readonly PictureKey[], width: number, measure: (text: string) => number) {
  const items: PlacedKey[] = [];
  let x = 0;
  let y = 0;
  for (const key of keys) {
    const wide = swatchPx + 5 + measure(key.text);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += linePx;
    }
    items.push({ key, x, y });
    x += wide + keyGap;
  }
  return { items, height: items.length > 0 ? y + swatchPx : 0 };
}

function measurer(font: string): (text: string, size: number, weight: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (content, size, weight) => {
    if (!context) return content.length * size;
    context.font = `${weight} ${size}px ${font}`;
    return context.measureText(content).width;
  };
}
