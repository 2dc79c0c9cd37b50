/** Drawings of the page as files: SVG that needs nothing else, or PNG at twice the size. */
import { saveFile } from '#ui/save-file.ts';
import { inlineStyles } from './inlined.ts';
import { framed, type PictureFrame } from './picture-frame.ts';

export interface Picture extends PictureFrame {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly kind: 'svg' | 'png';
}

const pngRatio = 2;
/** Canvases with a longer side stay empty in some browsers. */
const longestCanvasPx = 16_000;

/**
 * The drawing as a file of its own: on white, in the light theme, with title, lines and key, and with every style
 * in it. The drawing itself is not touched.
 * @param svg any SVG of the page, or one that is in no document and has `width` and `height`
 */
export function pictureSvg(svg: SVGSVGElement, frame: PictureFrame): SVGSVGElement {
  const place = svg.parentElement ?? document.body;
  const host = document.createElement('div');
  host.style.cssText = 'position: absolute; inset: 0 auto auto -99999px; color-scheme: light;';
  const drawing = svg.cloneNode(true) as SVGSVGElement;
  const size = sizeOf(svg);
  if (!drawing.hasAttribute('viewBox')) drawing.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  const paper = framed(drawing, size, frame, getComputedStyle(place).fontFamily);
  host.append(paper);
  place.append(host);
  try {
    inlineStyles(paper);
  } finally {
    host.remove();
  }
  paper.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return paper;
}

function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = svg.viewBox.baseVal ?? { width: 0, height: 0 };
  if (width > 0 && height > 0) return { width, height };
  return { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
}

/** @throws when the browser cannot draw it */
export async function pictureFile(svg: SVGSVGElement, picture: Picture): Promise<File> {
  const paper = pictureSvg(svg, picture);
  const markup = new XMLSerializer().serializeToString(paper);
  const name = `${fileNameOf(picture.name)}.${picture.kind}`;
  if (picture.kind === 'svg') return new File([markup], name, { type: 'image/svg+xml' });
  return new File([await pngOf(markup, sizeOf(paper))], name, { type: 'image/png' });
}

/** Saves a drawing of the page as a file. */
export async function savePicture(svg: SVGSVGElement, picture: Picture): Promise<void> {
  const file = await pictureFile(svg, picture);
  saveFile({ name: file.name, content: file });
}

/** Saves the figures of a drawing as a file of text, in UTF-8. */
export function saveText(file: {
  readonly name: string;
  readonly text: string;
  readonly type: string;
}): void {
  saveFile({
    name: fileNameOf(file.name),
    content: new Blob([file.text], { type: `${file.type};charset=utf-8` }),
  });
}

/** Names of buildings may hold what no file system takes. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[\s\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
}

async function pngOf(markup: string, { width, height }: { width: number; height: number }): Promise<Blob> {
  const image = new Image();
  // Not a blob URL: the page's policy allows pictures from here and as data only.
  image.src = `data:image/svg+xml,${encodeURIComponent(markup)}`;
  await image.decode();
  const ratio = Math.min(pngRatio, longestCanvasPx / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('invalid picture: not drawn'))),
      'image/png',
    );
  });
}
