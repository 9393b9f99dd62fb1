import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Statement } from './serve-cases.js';

interface Token {
  readonly role: string;
  readonly hospitals: readonly string[];
  readonly token: string;
}

/** A server that runs beside the load. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly tokens: readonly Token[],
  ) {}

  static async start(
    file: string,
    tokens: readonly Token[],
    environment: NodeJS.ProcessEnv,
  ): Promise<ServerProcess> {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
      env: { ...process.env, ...environment },
      execArgv: [
        ...process.execArgv,
        ...(process.env['BENCH_CPU_PROF'] === undefined
          ? []
          : ['--cpu-prof', '--cpu-prof-dir', process.env['BENCH_CPU_PROF']]),
      ],
      serialization: 'advanced',
    });
    const [told] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${file} did not start.`))),
    ])) as [{ url: string }];
    return new ServerProcess(child, told.url, tokens);
  }

  tokenOf(role: string, hospital?: string): string {
    const found = this.tokens.find(
      (one) => one.role === role && (hospital === undefined || one.hospitals.includes(hospital)),
    );
    if (found === undefined) throw new Error(`Nobody is ${role}.`);
    return found.token;
  }

  /** The statements sent while `work` runs. */
  async statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
    this.child.send('listen');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await work();
    this.child.send('tell');
    const [{ heard }] = (await once(this.child, 'message')) as [{ heard: readonly Statement[] }];
    return heard;
  }

  /** Hands something over, to be taken before the next request. */
  async hand(message: object): Promise<void> {
    this.child.send(message);
    await once(this.child, 'message');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.send('stop');
    await ended;
  }
}
