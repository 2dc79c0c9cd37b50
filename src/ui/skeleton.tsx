import css from './skeleton.module.css';

/** Holds the room of what is still loading. Whatever contains it says so to screen readers. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  readonly width?: number | string;
  readonly height?: number | string;
}) {
  return <span aria-hidden="true" className={css['skeleton']} style={{ width, height }} />;
}
