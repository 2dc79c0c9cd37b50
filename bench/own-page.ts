/** A page of one view by itself, built as the production page is, and served. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/**
 * @param name of the page: `<name>.html` beside this file
 * @param folder where the build goes
 */
export async function startOwnPage(
  name: string,
  folder: string,
): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const root = join(import.meta.dirname);
  const options = { configFile: false, root, mode: 'production', logLevel: 'error' } as const;
  await build({
    ...options,
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome123',
      rollupOptions: { input: join(root, `${name}.html`) },
    },
  });
  const server = await preview({
    ...options,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error(`invalid address: ${address}`);
  return { url: `http://127.0.0.1:${address.port}/${name}.html`, stop: () => server.close() };
}
