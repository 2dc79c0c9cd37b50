/** What may pass by itself when a database is asked again. */

/** Could not serialise, deadlock, shut down by the operator, not yet up; and lost connections. */
const passing = new Set(['40001', '40P01', '57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE']);
const pausesMs = [20, 100, 500, 1_500];

/** Whether a failure is one of the moment. The outcome of what was under way is then not known. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return passing.has(code) || /Connection terminated|connection timeout/i.test(error.message);
}

/**
 * Does a piece of work, and does it again after a passing failure.
 * @param work must be safe to repeat: a read, or a write that knows its own traces
 * @throws what the last try threw
 */
export async function retried<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (const [attempt, pause] of pausesMs.entries()) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work(pausesMs.length);
}
