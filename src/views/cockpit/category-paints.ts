/** Paints of at most six categories: told apart by colour-blind eyes; in grey by their names and dashes. */
export const categoryPaints = [0, 1, 2, 3, 4, 5].map((at) => `var(--category-${at})`);
export const categoryDashes = ['none', '7 3', '2 3', '10 3 2 3', '4 2', '12 4'] as const;
