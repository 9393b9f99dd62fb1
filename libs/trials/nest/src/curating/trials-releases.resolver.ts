import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Problem, Result } from '@consilium/kernel';
import { Asker, notFound } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { compareTrialsReleases } from '@consilium/trials-core';
import { TrialsReleaseStore } from '../catalogue/release.store.js';
import { ChangeTrialsInUse, PublishTrials, WithdrawLocalTrial } from './release.commands.js';
import {
  TrialsComparisonType,
  TrialsReleaseRefused,
  TrialsReleaseResult,
  TrialsReleaseType,
} from './release.types.js';

@Resolver(() => TrialsReleaseType)
export class TrialsReleasesResolver {
  constructor(
    private readonly releases: TrialsReleaseStore,
    private readonly commands: CommandBus,
  ) {}

  @Query(() => [TrialsReleaseType], { description: 'Every stored release of trials, the newest first.' })
  async trialsReleases(): Promise<TrialsReleaseType[]> {
    return [...(await this.releases.list())];
  }

  @Query(() => TrialsComparisonType)
  async trialsComparison(
    @Args('from', { type: () => ID }) from: string,
    @Args('to', { type: () => ID }) to: string,
  ): Promise<TrialsComparisonType> {
    const found = await this.releases.read([from, to]);
    const [before, after] = [from, to].map((hash) => {
      const one = found.find(({ contentHash }) => contentHash === hash);
      if (one !== undefined) return one.release;
      throw notFound(`No release ${hash} is stored; see trialsReleases.`);
    });
    if (before === undefined || after === undefined) throw new Error('Two releases were read.');
    return compareTrialsReleases(before, after);
  }

  @Mutation(() => TrialsReleaseResult, {
    description:
      'Makes a local release of what is in use and these drafts, each approved by a second person, and puts it into use; every patient is matched anew.',
  })
  async publishTrials(
    @Asker() asker: Principal,
    @Args('name', { type: () => String }) name: string,
    @Args('drafts', { type: () => [ID] }) drafts: string[],
  ): Promise<typeof TrialsReleaseResult> {
    return this.result(await this.commands.execute(new PublishTrials(asker, name, drafts)));
  }

  @Mutation(() => TrialsReleaseResult, {
    description:
      "Takes a trial out of the local release, with a reason. Where another source has a trial of that id, that source's counts then.",
  })
  async withdrawLocalTrial(
    @Asker() asker: Principal,
    @Args('trial', { type: () => ID }) trial: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<typeof TrialsReleaseResult> {
    return this.result(await this.commands.execute(new WithdrawLocalTrial(asker, trial, reason)));
  }

  @Mutation(() => Boolean, {
    description:
      'Makes a stored release the active one of its source; every patient is matched anew. False where it was active, or is not stored.',
  })
  activateTrials(
    @Asker() asker: Principal,
    @Args('contentHash', { type: () => ID }) contentHash: string,
  ): Promise<boolean> {
    return this.commands.execute(new ChangeTrialsInUse(asker, { activate: contentHash }));
  }

  @Mutation(() => Boolean, {
    description: "Takes a source out of use; the product's own cannot be. False where it was not in use.",
  })
  deactivateTrials(
    @Asker() asker: Principal,
    @Args('source', { type: () => String }) source: string,
  ): Promise<boolean> {
    return this.commands.execute(new ChangeTrialsInUse(asker, { deactivate: source }));
  }

  private async result(published: Result<string, readonly Problem[]>): Promise<typeof TrialsReleaseResult> {
    if (!published.ok) return Object.assign(new TrialsReleaseRefused(), { problems: published.error });
    const release = (await this.releases.list()).find(({ contentHash }) => contentHash === published.value);
    if (release === undefined) throw new Error(`The release ${published.value} is not stored.`);
    return Object.assign(new TrialsReleaseType(), release);
  }
}
