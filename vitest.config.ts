import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src,server,mocks,scripts,tests}/**/*.test.ts'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
  },
});
