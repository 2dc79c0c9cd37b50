/** What is lit in every view at once, by row of the engine; kept outside of React so that a hover renders nothing. */
export interface HighlightStore {
  readonly subscribe: (listener: () => void) => () => void;
  /** The building under the pointer or the keyboard; of a hovered cluster, one of its own. */
  readonly hovered: () => number | null;
  /** All that is under it: one building, or every one of a cluster. */
  readonly hoveredRows: () => ReadonlySet<number>;
  readonly selected: () => number | null;
}
