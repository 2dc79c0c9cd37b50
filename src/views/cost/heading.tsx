import type { ReactNode } from 'react';

/** A heading whose level the page around it decides. */
export function Heading({
  level,
  id,
  className,
  children,
}: {
  readonly level: 2 | 3 | 4;
  readonly id: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  );
}
