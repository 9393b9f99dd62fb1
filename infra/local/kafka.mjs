/**
 * Apache Kafka on this machine, without Docker: its own jars from the Maven registry, one node (KRaft), on loopback.
 *   node infra/local/kafka.mjs up | down | status
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';

const version = '4.1.0';
const port = 19092;
const home = resolve(import.meta.dirname, '../../.consilium/stack/kafka');
const pidFile = join(home, 'pid');
const broker = `127.0.0.1:${port}`;

/** What this needs and the machine lacks; empty when it can run. */
export const missingTools = () =>
  ['java', 'mvn'].filter((tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).status !== 0);

const pom = `<project><modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>kafka</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.1</version></dependency>
</dependencies></project>`;

const settings = `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${port + 1}
listeners=PLAINTEXT://${broker},CONTROLLER://127.0.0.1:${port + 1}
advertised.listeners=PLAINTEXT://${broker}
controller.listener.names=CONTROLLER
log.dirs=${join(home, 'data')}
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
message.max.bytes=16777216
`;

const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (done.status !== 0)
    throw new Error(`${command} ${args.slice(0, 2).join(' ')} failed: ${done.stdout}${done.stderr}`);
};
const classPath = join(home, 'jars', '*');

/** Starts Kafka unless it runs already; resolves when it answers. */
export async function startKafka() {
  const missing = missingTools();
  if (missing.length > 0) throw new Error(`Kafka needs ${missing.join(' and ')} on the PATH.`);
  if (await answers()) return { brokers: [broker] };
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'jars'))) {
    writeFileSync(join(home, 'pom.xml'), pom);
    run('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${join(home, 'jars')}`], {
      cwd: home,
    });
  }
  const properties = join(home, 'server.properties');
  writeFileSync(properties, settings);
  if (!existsSync(join(home, 'data', 'meta.properties'))) {
    run('java', [
      '-cp',
      classPath,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      'Y29uc2lsaXVtLWxvY2FsLQ',
      '-c',
      properties,
    ]);
  }
  const log = openSync(join(home, 'kafka.log'), 'a');
  const child = spawn('java', ['-Xmx512m', '-cp', classPath, 'kafka.Kafka', properties], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  writeFileSync(pidFile, String(child.pid));
  child.unref();
  for (let tries = 0; tries < 240; tries += 1) {
    if (await answers()) return { brokers: [broker] };
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`Kafka did not answer in a minute; see ${join('.consilium/stack/kafka', 'kafka.log')}.`);
}

/** Stops the Kafka this script started, by its process id. */
export async function stopKafka() {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  try {
    process.kill(pid, 'SIGTERM');
    for (let tries = 0; tries < 80; tries += 1) {
      process.kill(pid, 0);
      await new Promise((done) => setTimeout(done, 250));
    }
  } catch {
    // Gone.
  }
  rmSync(pidFile, { force: true });
}

const answers = () =>
  new Promise((done) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => (socket.destroy(), done(true)));
    socket.once('error', () => done(false));
  });

if (process.argv[1] === import.meta.filename) {
  const [verb] = process.argv.slice(2);
  if (verb === 'up') console.log(`Kafka answers at ${(await startKafka()).brokers[0]}.`);
  else if (verb === 'down') await stopKafka();
  else if (verb === 'status')
    console.log((await answers()) ? `Kafka answers at ${broker}.` : 'Kafka does not run.');
  else console.error('up, down or status?');
}
