import type { ReactNode } from 'react';
import css from './chart-frame.module.css';

export interface TipLine {
  readonly label: string;
  readonly value: string;
}

/** What stands beside the point that is looked at. */
export function ChartTip({
  title,
  lines,
}: {
  readonly title: ReactNode;
  readonly lines: readonly TipLine[];
}) {
  return (
    <div className={css['tip']}>
      <strong>{title}</strong>
      <dl>
        {lines.map(({ label, value }) => (
          <div key={label} className={css['tipLine']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
