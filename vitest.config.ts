import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserOptions } from './scripts/browser.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,server,mocks,scripts,tests}/**/*.test.ts'],
          exclude: ['tests/journeys/**'],
          env: { TZ: 'UTC' },
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            '@testing-library/react',
            '@testing-library/user-event',
            // Found late, they would make the page load anew in the middle of a test.
            '@tanstack/react-virtual',
            '@tanstack/react-query',
            'zod/mini',
            'react-aria-components',
            'recharts',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/setup-browser.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserOptions() }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
