import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { BOARD_OPTIONS, type BoardOptions } from './board.options.js';
import { CaseFeed } from './case-feed.js';
import { CaseResolver } from './case.resolver.js';
import { FindCasesHandler } from './find-cases.handler.js';
import { ProfileConsumer } from './profile.consumer.js';
import { ResultConsumer } from './result.consumer.js';

@Module({})
export class BoardModule {
  static register(options: BoardOptions): DynamicModule {
    return {
      module: BoardModule,
      imports: [CqrsModule],
      providers: [
        { provide: BOARD_OPTIONS, useValue: options },
        CaseFeed,
        CaseResolver,
        FindCasesHandler,
        ProfileConsumer,
        ResultConsumer,
      ],
    };
  }
}
