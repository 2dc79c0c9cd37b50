import type { Download } from '#client/api.ts';

/** Hands a file to the browser to keep. */
export function saveFile({ name, content }: Download): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
