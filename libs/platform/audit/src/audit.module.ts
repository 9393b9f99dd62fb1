import { Module, type DynamicModule } from '@nestjs/common';
import type { Log } from '@consilium/platform-observability';
import { AUDIT_LOG } from './audit-log.js';
import { RecordReadsPlugin } from './record-reads.plugin.js';
import { Sealer } from './sealer.js';

/** Writes down who reads, and seals what is written. */
@Module({})
export class AuditModule {
  static register({ log }: { readonly log: Log }): DynamicModule {
    return {
      module: AuditModule,
      providers: [{ provide: AUDIT_LOG, useValue: log }, RecordReadsPlugin, Sealer],
    };
  }
}
