/** What `npm test` runs, in order. Every step is a command that can be run by hand. */
export interface Step {
  readonly name: string;
  readonly command: string;
  /** Where the tests of the step write what came of them; null: the step counts as one. */
  readonly report: { readonly kind: 'vitest' | 'playwright'; readonly file: string } | null;
  /** A step without which this one has nothing to work on. */
  readonly needs?: string;
}

/** Reports and built pages of a test run; nothing in it outlives the next run. */
export const workFolder = '.cache/test';
export const pageFolder = `${workFolder}/page`;
export const demoFolder = `${workFolder}/demo`;

const vitestReport = `${workFolder}/vitest.json`;
const journeysReport = `${workFolder}/journeys.json`;

const layers = ['src/domain', 'src/contract', 'server/api', 'server', '.', 'tests'];

const check = (name: string, command: string, needs?: string): Step => ({
  name,
  command,
  report: null,
  ...(needs !== undefined && { needs }),
});

export const steps: readonly Step[] = [
  check('format and lint', 'biome check .'),
  ...layers.map((layer) => check(`types of ${layer}`, `tsc -p ${layer}`)),
  check('who imports whom, and sizes', 'node scripts/check-structure.ts'),
  check('generated files', 'node scripts/openapi.ts --check && node scripts/indicators.ts --check'),
  check('nothing unused', 'knip'),
  {
    name: 'unit, property and component tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${vitestReport}`,
    report: { kind: 'vitest', file: vitestReport },
  },
  check(
    'production build',
    `vite build --logLevel warn --emptyOutDir --outDir ${pageFolder} && node scripts/compress.ts ${pageFolder}`,
  ),
  check('bundle budget', `node scripts/bundle-budget.ts ${pageFolder}`, 'production build'),
  check('demo build', `vite build --mode demo --logLevel warn --emptyOutDir --outDir ${demoFolder}`),
  {
    name: 'journeys',
    command: 'playwright test --reporter=list,json',
    report: { kind: 'playwright', file: journeysReport },
    needs: 'production build',
  },
];

/** What the journeys' configuration reads. */
export const environment: Readonly<Record<string, string>> = {
  TZ: 'UTC',
  LOULAN_APP_DIR: pageFolder,
  LOULAN_DEMO_DIR: demoFolder,
  PLAYWRIGHT_JSON_OUTPUT_FILE: journeysReport,
};
