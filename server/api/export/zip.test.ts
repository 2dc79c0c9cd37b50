import { buffer } from 'node:stream/consumers';
import { crc32 as crc32OfNode } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unzip } from '../../../tests/zip-reader.ts';
import { streamOf } from './byte-stream.ts';
import { crc32, type ZipEntry, zipChunks } from './zip.ts';

async function zipped(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  return buffer(zipChunks(entries));
}

test('whatever is put in, another reader gets out', async () => {
  const pieces = fc.array(fc.string({ unit: 'grapheme' }));
  const entries = fc.uniqueArray(fc.record({ path: fc.stringMatching(/^[a-z/.]{1,20}$/), pieces }), {
    selector: ({ path }) => path,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(entries, async (given) => {
      const read = unzip(await zipped(given));
      expect(read.map(({ path, content }) => [path, content.toString('utf8')])).toEqual(
        given.map((entry) => [entry.path, entry.pieces.join('')]),
      );
    }),
  );
});

test('the checksum is that of everybody else, in one go or in parts', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (first, second) => {
      expect(crc32(second, crc32(first))).toBe(crc32OfNode(Buffer.concat([first, second])));
    }),
  );
});

test('the same entries are the same bytes', async () => {
  const entries = () => [{ path: 'a', pieces: ['x', 'y'] }];
  expect(await zipped(entries())).toEqual(await zipped(entries()));
});

/** Text that does not shrink, so that what is read tells how much was asked for. */
function* noise(asked: { pieces: number }): Generator<string> {
  let state = 1;
  for (;;) {
    asked.pieces++;
    let piece = '';
    while (piece.length < 1024) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      piece += state.toString(36);
    }
    yield piece;
  }
}

test('an endless entry is made only as far as it is read, and no further once nobody reads', async () => {
  const asked = { pieces: 0 };
  const reader = streamOf(zipChunks([{ path: 'a', pieces: noise(asked) }])).getReader();
  let read = 0;
  while (read < 300_000) read += (await reader.read()).value?.length ?? 0;
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { pieces } = asked;
  expect(pieces).toBeLessThan(2_000);
  await reader.cancel();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked.pieces - pieces).toBeLessThanOrEqual(256);
});

test('an entry that fails fails the archive', async () => {
  const failing = function* () {
    yield 'a';
    throw new Error('no more');
  };
  await expect(zipped([{ path: 'a', pieces: failing() }])).rejects.toThrow('no more');
});
