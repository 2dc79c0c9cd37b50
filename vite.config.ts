import { rm } from 'node:fs/promises';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The map's chunk is asked for with the page, not after the page's script has been read. */
function preloadMap(base: string): Plugin {
  return {
    name: 'loulan-preload-map',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'map-pane');
        if (!chunk) return [];
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `${base}${chunk.fileName}` };
        return [{ tag: 'link', attrs, injectTo: 'head' as const }];
      },
    },
  };
}

/** The mock's service worker has no business on a real server. */
function leaveMockOut(isMocked: boolean): Plugin {
  return {
    name: 'loulan-leave-mock-out',
    apply: 'build',
    writeBundle: ({ dir = '' }) =>
      isMocked ? undefined : rm(`${dir}/mockServiceWorker.js`, { force: true }),
  };
}

/**
 * Modes: `production` is what the server serves; `demo` answers its own API in the page and runs from any
 * folder of any static host; `development` does the same with hot reload.
 */
export default defineConfig(({ mode }) => {
  const isMocked = mode !== 'production';
  const base = mode === 'demo' ? './' : '/';
  return {
    base,
    // Its package names the UMD build first, of which nothing can be left out.
    resolve: { alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }] },
    define: { 'import.meta.env.LOULAN_MOCK': JSON.stringify(isMocked) },
    plugins: [
      { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' },
      react(),
      preloadMap(base),
      leaveMockOut(isMocked),
    ],
    build: {
      outDir: mode === 'demo' ? 'dist-demo' : 'dist',
      target: ['chrome123', 'firefox120', 'safari17.5'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
    },
    worker: { format: 'es' },
    server: { host: '127.0.0.1' },
  };
});
