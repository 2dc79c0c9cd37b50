/** What is lit in every view at once, by row of the engine; kept outside of React so that a hover renders nothing. */
export interface HighlightStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly hovered: () => number | null;
  readonly selected: () => number | null;
}
