import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { compareReleases, type IdentifiedRelease } from '@consilium/knowledge-core';
import { notFound } from '@consilium/platform-graphql';
import { KnowledgeComparisonType, KnowledgeReleaseType } from './knowledge.types.js';
import { ReleaseActivation } from './release-activation.js';
import { ReleaseStore } from './release.store.js';

@Resolver(() => KnowledgeReleaseType)
export class KnowledgeResolver {
  constructor(
    private readonly releases: ReleaseStore,
    private readonly activation: ReleaseActivation,
  ) {}

  @Query(() => [KnowledgeReleaseType], { description: 'Every stored release, the newest first.' })
  async knowledgeReleases(): Promise<KnowledgeReleaseType[]> {
    return [...(await this.releases.list())];
  }

  @Query(() => KnowledgeComparisonType)
  async knowledgeComparison(
    @Args('from', { type: () => ID }) from: string,
    @Args('to', { type: () => ID }) to: string,
  ): Promise<KnowledgeComparisonType> {
    const [before, after] = await Promise.all([this.stored(from), this.stored(to)]);
    const { added, removed, changed, unchanged, otherParts } = compareReleases(before.release, after.release);
    return {
      added: added.map(({ id }) => id),
      removed: removed.map(({ id }) => id),
      changed: changed.map(({ id, members }) => ({ id, members: [...members] })),
      unchanged,
      otherParts: [...otherParts],
    };
  }

  @Mutation(() => Boolean, {
    description:
      'Makes a stored release the active one of its source; every case is interpreted anew. False where it was active.',
  })
  activateKnowledge(@Args('contentHash', { type: () => ID }) contentHash: string): Promise<boolean> {
    return this.activation.activate(contentHash);
  }

  @Mutation(() => Boolean, { description: "Takes a source out of use; the product's own cannot be." })
  deactivateKnowledge(@Args('source') source: string): Promise<boolean> {
    return this.activation.deactivate(source);
  }

  private async stored(contentHash: string): Promise<IdentifiedRelease> {
    const found = await this.releases.find(contentHash);
    if (found === undefined) throw notFound(`No release ${contentHash} is stored; see knowledgeReleases.`);
    return found;
  }
}
