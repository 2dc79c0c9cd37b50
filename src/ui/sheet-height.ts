export const sheetHeights = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof sheetHeights)[number];

/** A drag of so many pixels goes on to the next height; less falls back. */
const flickPx = 36;

/** The height after a drag by `upPx`, given where the sheet's three heights are in pixels. */
export function heightAfterDrag(
  from: SheetHeight,
  upPx: number,
  tops: Readonly<Record<SheetHeight, number>>,
): SheetHeight {
  const target = tops[from] + upPx;
  const distance = (height: SheetHeight) => Math.abs(tops[height] - target);
  const nearest = sheetHeights.reduce((best, height) => (distance(height) < distance(best) ? height : best));
  if (nearest !== from || Math.abs(upPx) < flickPx) return nearest;
  return nextHeight(from, Math.sign(upPx));
}

/** The height above (1) or below (−1); the ends stay. */
export function nextHeight(from: SheetHeight, by: number): SheetHeight {
  return sheetHeights[sheetHeights.indexOf(from) + by] ?? from;
}
