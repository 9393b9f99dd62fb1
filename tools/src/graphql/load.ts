/** Asks a GraphQL service from a process of its own, so that asking takes nothing from answering. */
import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  /** Given in turn. */
  readonly variables: readonly object[];
  readonly atOnce: number;
  readonly seconds: number;
}

export interface Answered {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

const warmSeconds = 3;

async function ask(load: Load): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.atOnce });
  const bodies = load.variables.map((variables) => JSON.stringify({ query: load.query, variables }));
  let next = 0;
  const post = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const body = bodies[next++ % bodies.length] ?? '{}';
      const sent = request(
        load.url,
        {
          agent,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...(load.token === '' ? {} : { authorization: `Bearer ${load.token}` }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks);
            if (response.statusCode !== 200 || text.includes('"errors"'))
              reject(new Error(`${String(response.statusCode)} ${text.toString('utf8').slice(0, 500)}`));
            else resolve(text.length);
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  const run = async (seconds: number): Promise<Answered> => {
    const taken: number[] = [];
    let bytes = 0;
    const began = performance.now();
    const end = began + seconds * 1000;
    const one = async (): Promise<void> => {
      while (performance.now() < end) {
        const start = performance.now();
        bytes = await post();
        taken.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: load.atOnce }, one));
    const perSecond = (taken.length * 1000) / (performance.now() - began);
    taken.sort((a, b) => a - b);
    const at = (share: number): number =>
      taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? NaN;
    return { perSecond, p50: at(0.5), p99: at(0.99), bytes };
  };
  await run(warmSeconds);
  const answered = await run(load.seconds);
  agent.destroy();
  return answered;
}

process.once('message', (load: Load) => {
  ask(load).then(
    (answered) => {
      process.send?.(answered);
      process.disconnect();
    },
    (fault: unknown) => {
      console.error(fault);
      process.exit(1);
    },
  );
});
