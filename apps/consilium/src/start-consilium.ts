import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { Clock } from '@consilium/kernel';
import type { Config } from '@consilium/platform-config';
import { onlyPosts } from '@consilium/platform-graphql';
import {
  createDevelopmentIdentity,
  type DevelopmentUser,
  type VerifierOptions,
} from '@consilium/platform-identity';
import { createLog } from '@consilium/platform-observability';
import { Database, migrate, startEmbeddedPostgres } from '@consilium/platform-persistence';
import { AppModule } from './app.module.js';
import { answerTooLarge, largestEvent } from './event-too-large.js';
import { migrations } from './migrations.js';
import { verifierOf } from './verifier-of.js';

export interface Running {
  readonly url: string;
  /** Empty in production. */
  readonly users: readonly DevelopmentUser[];
  /** Migrations that had to run: all of them when the database is new. */
  readonly migrated: readonly string[];
  readonly database: Database;
  /** Connects as the owner of the tables: for drills and benchmarks. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly say?: (line: string) => void;
  readonly clock?: Clock;
  readonly schemaFile?: string;
  /** Take any free port when the configured one is taken. */
  readonly anyPort?: boolean;
}

/** Brings the whole product up in this process. */
export async function startConsilium(config: Config, options: StartOptions = {}): Promise<Running> {
  const say = options.say ?? (() => undefined);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o755 });
  const embedded =
    config.database.kind === 'embedded' ? await startEmbeddedPostgres(config.dataDir, say) : undefined;
  const urls = config.database.kind === 'external' ? config.database : embedded;
  if (urls === undefined) throw new Error('No database.');
  try {
    const migrated = await migrate(urls.ownerUrl, migrations);
    const { verifier, users } = await identityOf(config);
    const log = createLog(config.logLevel);
    const database = await Database.connect(urls.url, []);
    const app = await NestFactory.create<NestExpressApplication>(
      AppModule.register({
        config,
        database,
        verifier,
        log,
        clock: options.clock ?? { now: () => new Date() },
        ...(options.schemaFile === undefined ? {} : { schemaFile: options.schemaFile }),
      }),
      { bodyParser: false, logger: ['error', 'warn'], abortOnError: false, forceCloseConnections: true },
    );
    // Nothing here is kept by a cache: a hash of each answer would be made for nobody.
    app.disable('etag');
    app.use('/graphql', express.json({ limit: '1mb' }), onlyPosts(config.graphqlLimits));
    app.use('/events', express.raw({ type: () => true, limit: largestEvent }), answerTooLarge);
    await listen(app, config, options, say);
    const { port } = app.getHttpServer().address() as AddressInfo;
    return {
      url: `http://${config.host}:${String(port)}`,
      users,
      migrated,
      database,
      ownerUrl: urls.ownerUrl,
      stop: async () => {
        await app.close();
        await embedded?.stop();
      },
    };
  } catch (fault) {
    await embedded?.stop();
    throw fault;
  }
}

async function identityOf(
  config: Config,
): Promise<{ verifier: VerifierOptions; users: readonly DevelopmentUser[] }> {
  if (config.identity.kind === 'development')
    return createDevelopmentIdentity(config.dataDir, config.production);
  return { verifier: verifierOf(config.identity), users: [] };
}

async function listen(
  app: NestExpressApplication,
  config: Config,
  options: StartOptions,
  say: (line: string) => void,
): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (fault) {
    const taken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
    if (!taken || options.anyPort !== true) throw fault;
    say(`Port ${String(config.port)} is taken: using a free one instead.`);
    await app.listen(0, config.host);
  }
}
