/** A PostgreSQL of one's own for tests and benchmarks: started in a temporary folder, on loopback, gone afterwards. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnPostgres {
  /** A database of this name, made now. */
  readonly database: (name: string) => string;
  /** Ends all server processes at once, as a crash would. */
  readonly crash: () => void;
  readonly start: () => void;
  readonly stop: () => void;
}

const versions = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

/** The folder of `initdb` and `pg_ctl`: POSTGRES_BIN, else the newest that Debian has, installed now if need be. */
export function postgresPrograms(): string | null {
  const given = process.env['POSTGRES_BIN'];
  if (given) return given;
  return newest() ?? (installOnDebian() ? newest() : null);
}

function newest(): string | null {
  if (!existsSync(versions)) return null;
  const [latest] = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  const programs = latest === undefined ? null : join(versions, latest, 'bin');
  return programs !== null && existsSync(join(programs, 'initdb')) ? programs : null;
}

function installOnDebian(): boolean {
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.error('No PostgreSQL here: installing postgresql …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  run(['update', '-qq']);
  return run(['install', '-y', '-qq', 'postgresql']).status === 0;
}

/**
 * Makes and starts a server. As root it runs as the user `postgres`, which refuses to be root.
 * @throws with what the programs said when it does not start
 */
export async function ownPostgres(programs: string): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  if (isRoot) {
    const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id('-u'), id('-g'));
  }
  const run = (program: string, ...args: string[]) => {
    const command = [join(programs, program), ...args];
    const [first = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    const { status, stdout, stderr } = spawnSync(first, rest, { encoding: 'utf8', cwd: folder });
    if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`);
  };
  const start = () => {
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=60`;
    run('pg_ctl', 'start', '-w', '-D', data, '-o', settings, '-l', join(folder, 'log'));
  };
  run('initdb', '-D', data, '-U', 'loulan', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  start();
  return {
    start,
    database: (name) => {
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'loulan', name);
      return `postgres://loulan@127.0.0.1:${port}/${name}`;
    },
    crash: () => run('pg_ctl', 'stop', '-D', data, '-m', 'immediate'),
    stop: () => {
      try {
        run('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
