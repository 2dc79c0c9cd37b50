/** A column of a comparison in words. */
export interface ShownColumn {
  /** The text of what is compared, the same wherever the column stands. */
  readonly key: string;
  /** Until the file is here, the id. */
  readonly name: string;
  /** What it is and where; '' until the file is here. */
  readonly note: string;
  /** Of the building's own page. */
  readonly href: string;
  readonly isSample: boolean;
  readonly state: 'ready' | 'loading' | 'failed';
}
