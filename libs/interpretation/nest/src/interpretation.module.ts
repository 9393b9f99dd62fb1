import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { SAFETY_GATE } from '@consilium/interpretation-core';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from './interpretation.options.js';
import { KnowledgeConsumer } from './knowledge.consumer.js';
import { ExplainProfileHandler } from './meaning/explain-profile.handler.js';
import { MeaningResolver } from './meaning/meaning.resolver.js';
import { ProfileGate } from './meaning/profile-gate.js';
import { OverrideResolver } from './overrides/override.resolver.js';
import { ProposeOverrideHandler } from './overrides/propose-override.handler.js';
import { ReviewOverrideHandler } from './overrides/review-override.handler.js';
import { ProfileConsumer } from './profile.consumer.js';
import { ProfileInterpreter } from './profile-interpreter.js';
import { RenewResults } from './renew-results.js';

@Module({})
export class InterpretationModule {
  static register(options: InterpretationOptions): DynamicModule {
    return {
      module: InterpretationModule,
      // For who asks the gate.
      global: true,
      imports: [CqrsModule],
      providers: [
        { provide: INTERPRETATION_OPTIONS, useValue: options },
        ProfileInterpreter,
        ProfileConsumer,
        KnowledgeConsumer,
        RenewResults,
        ExplainProfileHandler,
        MeaningResolver,
        ProfileGate,
        { provide: SAFETY_GATE, useExisting: ProfileGate },
        OverrideResolver,
        ProposeOverrideHandler,
        ReviewOverrideHandler,
      ],
      exports: [SAFETY_GATE],
    };
  }
}
