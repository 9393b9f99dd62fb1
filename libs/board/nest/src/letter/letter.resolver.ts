import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { SignedRecommendationType } from '../recommendation/recommendation.types.js';
import { letterKey } from './letter-job.js';
import { LetterType } from './letter.types.js';
import { lettersLoader } from './letters.loader.js';

@Resolver(() => SignedRecommendationType)
export class LetterResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => [LetterType], { description: 'Its letter in each form; made after the signature.' })
  letters(
    @Parent() { caseId, version }: SignedRecommendationType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<LetterType[]> {
    return lettersLoader(context, this.database, asker).load(letterKey({ caseId, version }));
  }
}
