import { type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import css from './disclosure.module.css';

/**
 * A heading that opens what is under it. The content is not built while it is closed.
 * `isForcedOpen` opens it by itself; after that it is the user's.
 */
export function Disclosure({
  title,
  aside,
  isForcedOpen = false,
  children,
}: {
  readonly title: ReactNode;
  /** Stands at the end of the heading line. */
  readonly aside?: ReactNode;
  readonly isForcedOpen?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(isForcedOpen);
  const [wasForced, setWasForced] = useState(isForcedOpen);
  if (wasForced !== isForcedOpen) {
    setWasForced(isForcedOpen);
    if (isForcedOpen) setOpen(true);
  }
  return (
    <div>
      <button
        type="button"
        className={css['trigger']}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true" className={classNames(css['mark'], isOpen && css['open'])} />
        <span className={css['title']}>{title}</span>
        {aside !== undefined && <span className={css['aside']}>{aside}</span>}
      </button>
      {isOpen && (
        <div id={id} className={css['panel']}>
          {children}
        </div>
      )}
    </div>
  );
}
