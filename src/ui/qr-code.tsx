import css from './qr-code.module.css';
import { qrMatrix } from './qr-matrix.ts';

const quiet = 4;

/** A text as a QR code, dark on light in either theme: cameras want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = qrMatrix(text);
  const size = rows.length + 2 * quiet;
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : [])))
    .join('');
  return (
    <svg role="img" aria-label={label} className={css['code']} viewBox={`0 0 ${size} ${size}`}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
