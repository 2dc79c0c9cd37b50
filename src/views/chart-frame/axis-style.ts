/** How the axes of the charts of one building look; given to Recharts as props. */
export const tick = { fill: 'var(--muted)', fontSize: 11 } as const;

/** Along the foot: months, quarters, periods. */
export const footAxis = { tick, axisLine: { stroke: 'var(--control-line)' }, tickLine: false } as const;

/** At the side: amounts, which the grid's lines carry on. */
export const sideAxis = { width: 54, tick, axisLine: false, tickLine: false } as const;
