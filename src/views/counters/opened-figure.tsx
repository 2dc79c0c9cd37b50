import type { ReactNode, RefObject } from 'react';
import { Popover } from '#ui/popover.tsx';
import css from './opened-figure.module.css';

export interface Line {
  readonly label: string;
  readonly value: ReactNode;
}

/** What stands behind a figure, beside it: how it is made and where it comes from. */
export function OpenedFigure({
  anchor,
  title,
  value,
  lines,
  children,
  onClose,
}: {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly value: ReactNode;
  readonly lines: readonly Line[];
  /** Before the lines. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <Popover
      trigger={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      label={title}
    >
      <div className={css['content']}>
        <p className={css['title']}>
          <span>{title}</span>
          <span className={css['value']}>{value}</span>
        </p>
        {children}
        {lines.length > 0 && (
          <dl className={css['lines']}>
            {lines.map(({ label, value: text }) => (
              <div key={label} className={css['line']}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Popover>
  );
}

/** One paragraph of an opened figure: its formula, or why there is nothing to open. */
export function Explanation({ children }: { readonly children: ReactNode }) {
  return <p className={css['explanation']}>{children}</p>;
}
