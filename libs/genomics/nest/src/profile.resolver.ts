import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import {
  Asker,
  MolecularProfileType,
  presentProfile,
  type GraphqlContext,
} from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { findProfile } from './profile.store.js';

const largestPage = 1000;

@ArgsType()
export class ProfileArgs {
  @Field(() => ID) id!: string;
  @Field(() => Int, { defaultValue: 0 }) smallVariantsFrom!: number;
  @Field(() => Int, { defaultValue: 200 }) smallVariantsFirst!: number;
  @Field(() => String, { nullable: true, description: 'Only what this filter removed.' })
  removedBy?: string | null;
}

@Resolver(() => MolecularProfileType)
export class ProfileResolver {
  constructor(private readonly database: Database) {}

  @Query(() => MolecularProfileType, {
    nullable: true,
    description: 'A molecular profile as it stands, with a page of its whole list of small variants.',
  })
  async profile(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args() { id, smallVariantsFrom, smallVariantsFirst, removedBy }: ProfileArgs,
  ): Promise<MolecularProfileType | null> {
    const limit = Math.min(Math.max(smallVariantsFirst, 0), largestPage);
    const page = { offset: Math.max(smallVariantsFrom, 0), limit };
    const found = await this.database.transaction(asker, (tx) => findProfile(tx, id, page));
    if (found === undefined) return null;
    const { profile } = found;
    const { hospital, patient } = profile;
    context.saw({ operation: 'profile', hospital, subject: patient, target: { profile: [profile.id] } });
    const wanted = (profile.removedVariants ?? []).filter(
      (one) => typeof removedBy !== 'string' || one.removedBy.includes(removedBy),
    );
    return presentProfile({ ...profile, removedVariants: wanted }, found.smallVariantCount);
  }
}
