/**
 * Makes the checkout ready to run: installs what the lock file names, once for each change of it.
 * Runs before every npm script, on the Node that is there (20 or newer), with nothing but its built-ins.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.loulan-setup');
const guard = join(root, '.cache', 'setup.lock');
const staleAfterMs = 15 * 60_000;

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20)
  stop(`Node ${process.versions.node} is too old: install Node 20 or newer (24 is what Loulan runs on).`);
const bundled = ['linux-x64', 'linux-arm64', 'win32-x64'].includes(`${process.platform}-${process.arch}`);
if (!bundled && (major < 22 || (major === 22 && minor < 18))) {
  stop(
    `On ${process.platform}-${process.arch} Loulan uses your own Node: ${process.versions.node} is too old, install 22.18 or newer.`,
  );
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const isReady = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** Two commands started at once must not both install: the second waits for the first. */
function takeGuard() {
  mkdirSync(dirname(guard), { recursive: true });
  let said = false;
  for (;;) {
    try {
      mkdirSync(guard);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const age = existsSync(guard) ? Date.now() - statSync(guard).mtimeMs : 0;
    if (age > staleAfterMs) rmdirSync(guard);
    if (!said) console.log('Another command is installing; waiting for it …');
    said = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

if (!isReady()) {
  takeGuard();
  try {
    if (!isReady()) {
      console.log('Installing what package-lock.json names …');
      const npm = process.env.npm_execpath;
      const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      const run = npm
        ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
        : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
      if (run.status !== 0) stop('npm ci failed: see its message above. Is the package registry reachable?');
      writeFileSync(stamp, wanted);
    }
  } finally {
    rmdirSync(guard);
  }
}
