import css from '#views/chart-frame/chart-frame.module.css';
import type { TrendLine } from './lines-chart.tsx';

/** Which line is which. */
export function LineKey({
  lines,
}: {
  readonly lines: readonly Pick<TrendLine, 'key' | 'name' | 'paint' | 'dashes'>[];
}) {
  return (
    <ul className={css['key']}>
      {lines.map(({ key, name, paint, dashes }) => (
        <li key={key}>
          <svg width="24" height="8" aria-hidden="true">
            <line x1="0" x2="24" y1="4" y2="4" stroke={paint} strokeWidth="2" strokeDasharray={dashes} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
