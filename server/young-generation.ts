/** How much memory V8 takes for what is new. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Both halves. Left alone they grow to 64 MB while code and data are read, and stay so; with 8 MB answers cost a tenth more. */
const bytes = 16 * 1024 * 1024;
/** Far more than it takes. */
const mostRounds = 100;

/**
 * Lets the young generation grow to its size and no further. V8 takes a size on the command line only; here it is
 * the same however the server is started. Where V8 does not play along, memory is as it would have been.
 */
export function holdYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=8');
  const survivors: object[] = [];
  for (let round = 0; round < mostRounds && youngBytes() < bytes; round++) {
    for (let i = 0; i < 2_000; i++) survivors.push({ i });
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

export function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? bytes;
}
