import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { KNOWLEDGE_SOURCE } from '@consilium/knowledge-core';
import { loadBuiltInRelease } from './built-in-release.js';
import { ReleaseStore } from './release.store.js';

/** Gives every context the active release: the built-in one of this version of the product. */
@Global()
@Module({
  providers: [ReleaseStore, { provide: KNOWLEDGE_SOURCE, useExisting: ReleaseStore }],
  exports: [KNOWLEDGE_SOURCE],
})
export class KnowledgeModule implements OnModuleInit {
  constructor(private readonly releases: ReleaseStore) {}

  async onModuleInit(): Promise<void> {
    await this.releases.activate(loadBuiltInRelease());
  }
}
