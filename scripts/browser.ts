/** The Chromium in which journeys and benchmarks run. There is always one, or a message that says what to do. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installedElsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];
const debianPackages = ['chromium', 'fonts-noto-cjk'];

const isRoot = process.getuid?.() === 0;

/** Quiet and the same everywhere; the sandbox stays on wherever Chromium can have one. */
export const browserArgs: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What Playwright's `launch` wants. */
export function browserOptions(): {
  readonly executablePath: string;
  readonly args: string[];
  readonly chromiumSandbox: boolean;
} {
  return { executablePath: browserPath(), args: [...browserArgs], chromiumSandbox: !isRoot };
}

/**
 * CHROMIUM_PATH, else an installed Chromium or Chrome, else the one Playwright downloaded, else, as root on
 * Debian, one installed now.
 * @throws when there is none
 */
export function browserPath(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (!isExecutable(given)) throw new Error(`invalid CHROMIUM_PATH: ${given} (no program there)`);
    return given;
  }
  return installed() ?? installOnDebian() ?? giveUp();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...installedElsewhere, chromium.executablePath()].find(isExecutable) ?? null;
}

function installOnDebian(): string | null {
  if (!isRoot || !existsSync('/etc/debian_version')) return null;
  console.error(`No Chromium here: installing ${debianPackages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...debianPackages]]) {
    const { status } = spawnSync('apt-get', ['-qq', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) return null;
  }
  return installed();
}

function giveUp(): never {
  throw new Error(
    'No Chromium found. Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium; ' +
      'or let Playwright fetch its own: npx playwright install chromium',
  );
}
