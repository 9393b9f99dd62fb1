import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { KNOWLEDGE_SOURCE } from '@consilium/knowledge-core';
import { loadBuiltInRelease } from './built-in-release.js';
import { KNOWLEDGE_OPTIONS, type KnowledgeOptions } from './knowledge.options.js';
import { KnowledgeResolver } from './knowledge.resolver.js';
import { ReleaseActivation } from './release-activation.js';
import { ReleaseStore } from './release.store.js';
import { ReleasesController } from './releases.controller.js';

/** Gives every context the active releases: the built-in one of this version of the product, and what was imported. */
@Module({})
export class KnowledgeModule implements OnModuleInit {
  constructor(
    private readonly releases: ReleaseStore,
    private readonly activation: ReleaseActivation,
  ) {}

  static register(options: KnowledgeOptions): DynamicModule {
    return {
      module: KnowledgeModule,
      global: true,
      controllers: [ReleasesController],
      providers: [
        ReleaseStore,
        ReleaseActivation,
        KnowledgeResolver,
        { provide: KNOWLEDGE_OPTIONS, useValue: options },
        { provide: KNOWLEDGE_SOURCE, useExisting: ReleaseStore },
      ],
      exports: [KNOWLEDGE_SOURCE],
    };
  }

  async onModuleInit(): Promise<void> {
    const { contentHash } = await this.releases.store(loadBuiltInRelease());
    await this.activation.activate(contentHash);
  }
}
