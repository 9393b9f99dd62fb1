import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { whatWouldDiffer } from '@consilium/board-core';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { CaseType } from '../case.types.js';
import { CaseSteps } from '../casework/case-steps.js';
import { CaseWorkResult } from '../casework/casework.types.js';
import { onCase, ReasonedStepArgs } from '../casework/step.args.js';
import { workLoader } from '../casework/work.loader.js';
import { findFrozen, freezeCase, viewOf } from '../recommendation/frozen-case.js';
import { ItemGate } from '../recommendation/item-gate.js';
import { LateDatumType, LateDifferenceType } from './late-data.types.js';

/** What a decision would look like if it were taken today, on the case. */
@Resolver(() => CaseType)
export class LateDataResolver {
  constructor(
    private readonly database: Database,
    private readonly steps: CaseSteps,
    private readonly gate: ItemGate,
  ) {}

  @ResolveField(() => [LateDatumType], { description: 'Nothing is signed while any is here.' })
  async lateData(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<LateDatumType[]> {
    const { lateData } = await workLoader(context, this.database, asker).load(id);
    return lateData.map(({ at, ...one }) => ({ ...one, at: new Date(at) }));
  }

  @ResolveField(() => [LateDifferenceType], {
    description:
      'Against the version that stands: would be different now, because … Empty before a signature.',
  })
  async wouldDiffer(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<LateDifferenceType[]> {
    const { signed } = await workLoader(context, this.database, asker).load(id);
    const standing = signed.at(-1);
    if (standing === undefined) return [];
    const { recommendation } = standing;
    const gates = await this.gate.ask(asker, id, recommendation.items);
    return this.database.transaction(asker, async (tx) => {
      const seen = await findFrozen(tx, standing);
      if (seen === undefined) return [];
      const now = viewOf(await freezeCase(tx, id), Object.fromEntries(gates));
      return [...whatWouldDiffer(recommendation, viewOf(seen, recommendation.gates), now)];
    });
  }

  @Mutation(() => CaseWorkResult, {
    description: 'It was looked at; why the decision stands, or what was done.',
  })
  settleLateData(
    @Asker() asker: Principal,
    @Args() { reason, ...args }: ReasonedStepArgs,
    @Args('source', { type: () => ID }) source: string,
  ): Promise<typeof CaseWorkResult> {
    return this.steps.take(onCase(asker, args), { kind: 'settle-late-data', source, reason });
  }
}
