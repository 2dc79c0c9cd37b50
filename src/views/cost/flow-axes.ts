/** Two scales with one zero: what is paid in a period at the left, what has been paid so far at the right. */

/** Ticks from the lowest to the highest, evenly spaced, 0 among them; the first and the last end the axis. */
export type Ticks = readonly number[];

/** The smallest of a few round steps that is no less. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor =
    [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= atLeast * (1 - 1e-12)) ?? 10;
  return factor * power;
}

interface Span {
  readonly low: number;
  readonly high: number;
}

function spanOf(values: readonly number[]): Span {
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

const mostSteps = 4;

/**
 * Both axes have as many ticks above and below zero, so that their zeros are one line.
 * @param left values that the left axis has to hold
 * @param right values that the right axis has to hold
 */
export function alignedTicks(
  left: readonly number[],
  right: readonly number[],
): { readonly left: Ticks; readonly right: Ticks } {
  const spans = [spanOf(left), spanOf(right)] as const;
  // Of each axis alone: how far it goes down, measured by how far it goes up.
  const share = (part: (span: Span) => number) =>
    Math.max(...spans.map((span) => part(span) / (span.high - span.low || 1)));
  const up = Math.max(
    share(({ high }) => high),
    1e-9,
  );
  const down = share(({ low }) => -low);
  const stepsUp = up >= down ? mostSteps : Math.max(1, Math.ceil((mostSteps * up) / down));
  const stepsDown = down > up ? mostSteps : Math.ceil((mostSteps * down) / up);
  const ticksOf = ({ low, high }: Span): Ticks => {
    const step = roundStep(Math.max(high / stepsUp, stepsDown === 0 ? 0 : -low / stepsDown) || 1);
    return Array.from({ length: stepsDown + stepsUp + 1 }, (_, index) => (index - stepsDown) * step);
  };
  return { left: ticksOf(spans[0]), right: ticksOf(spans[1]) };
}
