import { Agent, request } from 'node:http';

export interface Asked {
  readonly token?: string;
  readonly body: string;
}

export interface Rate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Bytes of an answer, on average. */
  readonly bytes: number;
}

/** Asks as often as `atOnce` askers get answers, for some seconds. Throws at the first answer that has errors. */
export async function askOften(
  url: string,
  next: () => Asked,
  atOnce: number,
  seconds: number,
): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let bytes = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < end) {
        const sent = performance.now();
        const answer = await askOnce(url, next(), agent);
        times.push(performance.now() - sent);
        bytes += answer.length;
      }
    }),
  );
  const taken = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  return {
    perSecond: times.length / taken,
    p50: quantile(0.5),
    p99: quantile(0.99),
    bytes: Math.round(bytes / times.length),
  };
}

export function askOnce(url: string, { token, body }: Asked, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      {
        method: 'POST',
        ...(agent === undefined ? {} : { agent }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const answer = Buffer.concat(parts);
          const isGood = response.statusCode === 200 && !answer.includes('"errors":');
          if (isGood) resolve(answer);
          else reject(new Error(answer.toString('utf8').slice(0, 500)));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
