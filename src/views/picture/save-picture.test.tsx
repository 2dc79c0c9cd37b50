import { render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pictureFile, pictureSvg } from './save-picture.ts';

const frame = {
  title: '云汉大厦 <租控图>',
  lines: ['截至 2026年10月31日', '示例数据'],
  keys: [
    { text: '空置 · 1,200 ㎡', paint: 'var(--vacancy-2)' },
    { text: '未提供', paint: 'url(#hatch)' },
  ],
};

function aDrawing(): SVGSVGElement {
  const { container } = render(
    <div style={{ width: 400 }}>
      <style>{'.bar { fill: var(--accent); stroke-width: 3px } .gone { display: none }'}</style>
      <svg width={400} height={120} role="presentation">
        <defs>
          <pattern id="hatch" width={4} height={4} patternUnits="userSpaceOnUse">
            <rect width={4} height={4} fill="var(--unknown)" />
          </pattern>
        </defs>
        <rect className="bar" width={200} height={40} data-unit="u1" tabIndex={-1} aria-label="1203" />
        <rect y={50} width={200} height={40} fill="url(#hatch)" />
        <text y={110}>1203</text>
        <text className="gone">only on the page</text>
      </svg>
    </div>,
  );
  const svg = container.querySelector('svg');
  if (!svg) throw new Error('nothing drawn');
  return svg;
}

afterEach(() => {
  document.documentElement.removeAttribute('data-theme');
});

test('a picture carries its styles, its title, its lines and its key, and nothing that only a page needs', () => {
  const markup = new XMLSerializer().serializeToString(pictureSvg(aDrawing(), frame));
  const read = new DOMParser().parseFromString(markup, 'image/svg+xml');
  expect(read.querySelector('parsererror')).toBeNull();
  expect(read.querySelector('title')?.textContent).toBe(frame.title);
  const words = [...read.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(words).toEqual([frame.title, ...frame.lines, '1203', ...frame.keys.map(({ text }) => text)]);
  expect(markup).not.toMatch(/var\(|light-dark|class=|style=|tabindex|aria-|role=|data-/);
  expect(markup).toContain('url(&quot;#hatch&quot;)');
  expect(read.documentElement.querySelector('rect')?.getAttribute('fill')).toBe('rgb(255, 255, 255)');
});

test('a picture is in the colours of the light theme whatever the page is in, and leaves the page as it was', () => {
  const light = pictureSvg(aDrawing(), frame).outerHTML;
  document.documentElement.dataset['theme'] = 'dark';
  const svg = aDrawing();
  const before = document.body.innerHTML;
  expect(pictureSvg(svg, frame).outerHTML).toBe(light);
  expect(light).toContain('rgb(15, 92, 99)');
  expect(document.body.innerHTML).toBe(before);
});

test('a picture is as wide as its title', () => {
  const wide = pictureSvg(aDrawing(), { ...frame, title: '很长的楼名'.repeat(20) });
  expect(wide.viewBox.baseVal.width).toBeGreaterThan(1_500);
});

test('a PNG is drawn at twice the size, in colour, under a name that a file may have', async () => {
  const svg = aDrawing();
  const file = await pictureFile(svg, { ...frame, kind: 'png', name: '云汉/大厦: A座 2026-10-31' });
  expect(file.name).toBe('云汉 大厦 A座 2026-10-31.png');
  const bitmap = await createImageBitmap(file);
  const paper = pictureSvg(svg, frame).viewBox.baseVal;
  expect([bitmap.width, bitmap.height]).toEqual([paper.width * 2, paper.height * 2]);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const top = (24 + 18 + frame.lines.length * 18 + 12) * 2;
  expect([...(context?.getImageData(80, top + 20, 1, 1).data ?? [])]).toEqual([15, 92, 99, 255]);
  expect([...(context?.getImageData(4, 4, 1, 1).data ?? [])]).toEqual([255, 255, 255, 255]);
});

test('an SVG is saved as text that can be searched', async () => {
  const file = await pictureFile(aDrawing(), { ...frame, kind: 'svg', name: '云汉大厦' });
  expect([file.name, file.type]).toEqual(['云汉大厦.svg', 'image/svg+xml']);
  expect(await file.text()).toContain('截至 2026年10月31日');
});
