import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Asker, MolecularProfileType, presentProfile } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { findProfile } from './profile.store.js';

const largestPage = 1000;

@Resolver(() => MolecularProfileType)
export class ProfileResolver {
  constructor(private readonly database: Database) {}

  @Query(() => MolecularProfileType, {
    nullable: true,
    description: 'A molecular profile as it stands, with a page of its whole list of small variants.',
  })
  async profile(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('smallVariantsFrom', { type: () => Int, defaultValue: 0 }) from: number,
    @Args('smallVariantsFirst', { type: () => Int, defaultValue: 200 }) first: number,
    @Args('removedBy', { type: () => String, nullable: true, description: 'Only what this filter removed.' })
    removedBy: string | null | undefined,
  ): Promise<MolecularProfileType | null> {
    const page = { offset: Math.max(from, 0), limit: Math.min(Math.max(first, 0), largestPage) };
    const found = await this.database.transaction(asker, (tx) => findProfile(tx, id, page));
    if (found === undefined) return null;
    const { profile } = found;
    const wanted = (profile.removedVariants ?? []).filter(
      (one) => typeof removedBy !== 'string' || one.removedBy.includes(removedBy),
    );
    return presentProfile({ ...profile, removedVariants: wanted }, found.smallVariantCount);
  }
}
