import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AttachmentsController } from './attachments.controller.js';
import { DeadLetterResolver } from './dead-letter.resolver.js';
import { EventsController } from './events.controller.js';
import { GENOMICS_OPTIONS, type GenomicsOptions } from './genomics.options.js';
import { ProfileResolver } from './profile.resolver.js';
import { ReplayDeadLetterHandler } from './replay-dead-letter.handler.js';
import { SequencingReportConsumer } from './sequencing-report.consumer.js';

@Module({})
export class GenomicsModule {
  static register(options: GenomicsOptions): DynamicModule {
    return {
      module: GenomicsModule,
      imports: [CqrsModule],
      controllers: [EventsController, AttachmentsController],
      providers: [
        { provide: GENOMICS_OPTIONS, useValue: options },
        SequencingReportConsumer,
        ReplayDeadLetterHandler,
        ProfileResolver,
        DeadLetterResolver,
      ],
    };
  }
}
