import { Module, type DynamicModule } from '@nestjs/common';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from './interpretation.options.js';
import { ProfileConsumer } from './profile.consumer.js';

@Module({})
export class InterpretationModule {
  static register(options: InterpretationOptions): DynamicModule {
    return {
      module: InterpretationModule,
      providers: [{ provide: INTERPRETATION_OPTIONS, useValue: options }, ProfileConsumer],
    };
  }
}
