import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { ClinicalFacts } from '@consilium/clinical';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { findFacts } from './clinical-facts.store.js';
import { ClinicalFactsType } from './clinical-facts.types.js';

@Resolver(() => ClinicalFactsType)
export class ClinicalFactsResolver {
  constructor(private readonly database: Database) {}

  @Query(() => ClinicalFactsType, {
    nullable: true,
    description: "A patient's clinical facts as they stand.",
  })
  async clinicalFacts(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('hospital', { type: () => String }) hospital: string,
    @Args('patient', { type: () => String }) patient: string,
  ): Promise<ClinicalFacts | null> {
    const facts = await this.database.transaction(asker, (tx) => findFacts(tx, hospital, patient));
    if (facts === undefined) return null;
    context.saw({ operation: 'clinicalFacts', hospital, subject: patient, target: {} });
    return facts;
  }
}
