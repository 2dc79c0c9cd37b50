/** How long the answer of an idempotency key is kept: longer than anybody goes on repeating a request. */
const keptMs = 24 * 3_600_000;

/**
 * Answers from before this moment may go when a write is carried out.
 * @param at of that write, ISO 8601
 * @returns in the same notation, so that the two compare as texts
 */
export function oldestKept(at: string): string {
  return new Date(Date.parse(at) - keptMs).toISOString();
}
