import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from '@consilium/kernel';
import type { Database } from '@consilium/platform-persistence';
import { AccessResolver } from './access.resolver.js';
import { PatientAccess } from './patient-access.js';

export interface AccessOptions {
  readonly database: Database;
  readonly clock: Clock;
}

@Module({})
export class AccessModule {
  static register({ database, clock }: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      providers: [AccessResolver, { provide: PatientAccess, useValue: new PatientAccess(database, clock) }],
    };
  }
}
