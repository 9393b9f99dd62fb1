import { Module } from '@nestjs/common';
import { RecordReadsPlugin } from './record-reads.plugin.js';
import { Sealer } from './sealer.js';

/** Writes down who reads, and seals what is written. */
@Module({ providers: [RecordReadsPlugin, Sealer] })
export class AuditModule {}
