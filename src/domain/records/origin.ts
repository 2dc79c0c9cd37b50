/** How a write came about. */
export const origins = ['edit', 'delete', 'restore', 'import', 'undo', 'seed'] as const;
export type Origin = (typeof origins)[number];
