import { readFileSync } from 'node:fs';
import { Module, type DynamicModule } from '@nestjs/common';
import { BoardModule } from '@consilium/board-nest';
import { GenomicsModule } from '@consilium/genomics-nest';
import { InterpretationModule } from '@consilium/interpretation-nest';
import type { Clock } from '@consilium/kernel';
import { KnowledgeModule, loadImportReferences } from '@consilium/knowledge-nest';
import { PatientsModule } from '@consilium/patients-nest';
import { AccessModule } from '@consilium/platform-access';
import { AuditModule } from '@consilium/platform-audit';
import type { Config } from '@consilium/platform-config';
import { GraphqlApiModule, ListedOperations } from '@consilium/platform-graphql';
import { IdempotencyModule } from '@consilium/platform-idempotency';
import { IdentityModule, type VerifierOptions } from '@consilium/platform-identity';
import { JobsModule } from '@consilium/platform-jobs';
import { MessagingModule } from '@consilium/platform-messaging';
import type { Log } from '@consilium/platform-observability';
import { PersistenceModule, type Database } from '@consilium/platform-persistence';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';
import { TrialsModule } from '@consilium/trials-nest';
import { HealthController } from './health.controller.js';

export interface AppParts {
  readonly config: Config;
  readonly database: Database;
  readonly verifier: VerifierOptions;
  readonly log: Log;
  readonly clock: Clock;
  /** Where the SDL is written; in memory when absent. */
  readonly schemaFile?: string;
}

/** All services in one process. */
@Module({})
export class AppModule {
  static register({ config, database, verifier, log, clock, schemaFile }: AppParts): DynamicModule {
    const genes = loadGeneCatalogue();
    const tumourTypes = loadTumourTypes();
    const { attachmentLimit, unpackedLimit, kafkaBrokers, assistant } = config;
    return {
      module: AppModule,
      imports: [
        // Shut down in the opposite order: the database goes last.
        PersistenceModule.register(database),
        IdentityModule.register(verifier),
        AuditModule.register({ log }),
        AccessModule.register({ database, clock }),
        IdempotencyModule,
        KnowledgeModule.register({ clock }),
        MessagingModule.register({ database, log, kafkaBrokers }),
        JobsModule.register({ database, clock, log }),
        GenomicsModule.register({ genes, tumourTypes, clock, attachmentLimit, unpackedLimit }),
        PatientsModule.register({ tumourTypes, clock, genericName: loadImportReferences().drugName }),
        InterpretationModule.register({ genes, tumourTypes, clock }),
        TrialsModule.register({
          genes,
          tumourTypes,
          clock,
          ...(assistant === undefined ? {} : { assistant }),
        }),
        BoardModule.register({ clock, tumourTypes }),
        GraphqlApiModule.register({
          schemaFile: schemaFile ?? true,
          introspection: !config.production,
          limits: config.graphqlLimits,
          ...(config.graphqlOperations === undefined
            ? {}
            : { listed: ListedOperations.read(readFileSync(config.graphqlOperations, 'utf8')) }),
        }),
      ],
      controllers: [HealthController],
    };
  }
}
