import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserOptions } from './scripts/browser.ts';

/** The page that is journeyed through; `npm test` builds one of its own. */
const page = process.env['LOULAN_APP_DIR'] ?? 'dist';

/** Made anew for each run: journeys find the sample as it ships. */
const data = process.env['LOULAN_JOURNEYS_DATA'] ?? mkdtempSync(join(tmpdir(), 'loulan-journeys-'));
process.env['LOULAN_JOURNEYS_DATA'] = data;

/** A port that is free: the server says which, and the configuration is read again with it. */
const address = `http://127.0.0.1:${process.env['LOULAN_JOURNEYS_PORT'] ?? '0'}`;

const sized = (width: number, height: number) => ({ viewport: { width, height } });

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: '.cache/journeys',
  workers: process.env['LOULAN_JOURNEYS_WORKERS'] ? Number(process.env['LOULAN_JOURNEYS_WORKERS']) : 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    launchOptions: browserOptions(),
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: /\.(phone|tablet)\.spec\.ts$/,
      use: sized(1440, 900),
    },
    { name: 'tablet', testMatch: /\.(tablet|any)\.spec\.ts$/, use: sized(1024, 768) },
    {
      name: 'phone',
      testMatch: /\.(phone|any)\.spec\.ts$/,
      use: { ...sized(390, 844), hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
  webServer: {
    command: `node server/main.ts`,
    env: { LOULAN_APP_DIR: page, HOST: '127.0.0.1', PORT: '0', LOULAN_DATA: data },
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<LOULAN_JOURNEYS_PORT>\d+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
