/** `npm start`: builds the page if its inputs changed since the last build, then serves it. */
import { join } from 'node:path';
import { buildPage, inputsHash, isUpToDate } from './build-page.ts';

/** An operator who names a folder brings a built page. */
const isOwn = Boolean(process.env['LOULAN_APP_DIR']);
const folder = join(import.meta.dirname, '..', 'dist');

const hash = isOwn ? null : inputsHash();
if (hash !== null && !isUpToDate(folder, hash)) {
  const start = performance.now();
  try {
    await buildPage(folder, hash);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      '楼览 Loulan: the page could not be built; nothing was started, the last build is untouched',
    );
    process.exit(1);
  }
  console.log(`楼览 Loulan: page built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

await import('../server/main.ts');
