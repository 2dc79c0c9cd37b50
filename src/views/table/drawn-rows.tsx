import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useIsPrinting } from '#ui/printing.ts';

/** From here on only the rows in sight are drawn. */
const mostDrawn = 300;

/**
 * Which rows of a long table are drawn: those in sight and some around them; on paper all are.
 * @param rowPx height of a row, the same for all
 * @returns the rows `from` to before `to`, and what brings a row of a table that is not drawn as a whole into sight
 */
export function useDrawnRows(scroller: RefObject<HTMLElement | null>, count: number, rowPx: number) {
  const isPrinting = useIsPrinting();
  const isWhole = count <= mostDrawn || isPrinting;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    enabled: !isWhole,
  });
  const items = rows.getVirtualItems();
  const drawn = isWhole
    ? { from: 0, to: count }
    : { from: items[0]?.index ?? 0, to: (items.at(-1)?.index ?? -1) + 1 };
  return { ...drawn, isWhole, scrollTo: rows.scrollToIndex };
}

/** Holds the room of rows that are not drawn. */
export function RowSpacer({ px, columns }: { readonly px: number; readonly columns: number }) {
  if (px === 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ blockSize: px, padding: 0, border: 0 }} />
    </tr>
  );
}
