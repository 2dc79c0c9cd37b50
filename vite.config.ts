import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Modes: `production` is what the server serves; `demo` answers its own API in the page and runs from any
 * folder of any static host; `development` does the same with hot reload.
 */
export default defineConfig(({ mode }) => {
  const isMocked = mode !== 'production';
  return {
    base: mode === 'demo' ? './' : '/',
    // Its package names the UMD build first, of which nothing can be left out.
    resolve: { alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }] },
    define: { 'import.meta.env.LOULAN_MOCK': JSON.stringify(isMocked) },
    plugins: [{ ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }, react()],
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
