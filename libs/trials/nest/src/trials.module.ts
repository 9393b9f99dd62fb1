import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { loadBuiltInTrials } from './built-in-trials.js';
import { Catalogue } from './catalogue/catalogue.js';
import { TrialsReleaseStore } from './catalogue/release.store.js';
import { TrialsActivation } from './catalogue/trials-activation.js';
import { curatingControllers, curatingProviders } from './curating/index.js';
import { TRIALS_OPTIONS, type TrialsOptions } from './trials.options.js';

/** Which trials there are, who fits them, and what coordinators make of it. */
@Module({})
export class TrialsModule implements OnModuleInit {
  constructor(
    private readonly releases: TrialsReleaseStore,
    private readonly catalogue: Catalogue,
    private readonly activation: TrialsActivation,
  ) {}

  static register(options: TrialsOptions): DynamicModule {
    return {
      module: TrialsModule,
      imports: [CqrsModule],
      controllers: [...curatingControllers],
      providers: [
        { provide: TRIALS_OPTIONS, useValue: options },
        TrialsReleaseStore,
        Catalogue,
        TrialsActivation,
        ...curatingProviders,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    const { contentHash } = await this.releases.store(loadBuiltInTrials(await this.catalogue.references()));
    await this.activation.activate(contentHash);
  }
}
