import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { NoRecommendationReason } from '@consilium/board-core';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { CaseType } from '../case.types.js';
import { CaseSteps } from '../casework/case-steps.js';
import { CaseWorkResult } from '../casework/casework.types.js';
import { onCase, ReasonedStepArgs, StepArgs } from '../casework/step.args.js';
import { workLoader } from '../casework/work.loader.js';
import { DraftItem } from './draft-item.command.js';
import {
  CaseRecommendationType,
  NoRecommendationReasonName,
  presentRecommendation,
  readItem,
  RecommendationItemInput,
} from './recommendation.types.js';
import { SignCase } from './sign-case.command.js';

type Answer = Promise<typeof CaseWorkResult>;

/** What the board recommends, from the first draft to the signature. */
@Resolver(() => CaseType)
export class RecommendationResolver {
  constructor(
    private readonly database: Database,
    private readonly steps: CaseSteps,
  ) {}

  @ResolveField(() => CaseRecommendationType)
  async recommendation(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<CaseRecommendationType> {
    return presentRecommendation(await workLoader(context, this.database, asker).load(id));
  }

  @Mutation(() => CaseWorkResult, { description: 'The safety gate is asked about its drugs at once.' })
  draftItem(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('item', { type: () => RecommendationItemInput }) item: RecommendationItemInput,
  ): Answer {
    return this.steps.run(
      asker,
      args.case,
      new DraftItem(asker, args.case, args.expectedVersion, readItem(item)),
    );
  }

  @Mutation(() => CaseWorkResult)
  dropItem(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('item', { type: () => ID }) item: string,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'drop-item', item });
  }

  @Mutation(() => CaseWorkResult, { description: 'Takes the place of every drafted item.' })
  recommendNothing(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('because', { type: () => NoRecommendationReasonName }) because: NoRecommendationReason,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'recommend-none', because });
  }

  @Mutation(() => CaseWorkResult, { description: 'Goes on against the safety gate, by name.' })
  overrideGate(
    @Asker() asker: Principal,
    @Args() { reason, ...args }: ReasonedStepArgs,
    @Args('item', { type: () => ID }) item: string,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'override-gate', item, reason });
  }

  @Mutation(() => CaseWorkResult)
  dissent(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('item', { type: () => ID }) item: string,
    @Args('text', { type: () => String }) text: string,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'dissent', item, text });
  }

  @Mutation(() => CaseWorkResult, { description: 'The board has decided.' })
  recommendCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'recommend' });
  }

  @Mutation(() => CaseWorkResult, { description: 'Freezes all that the board saw under a hash.' })
  signCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.run(asker, args.case, new SignCase(asker, args.case, args.expectedVersion));
  }

  @Mutation(() => CaseWorkResult, { description: 'Begins another version; the signed ones stay.' })
  amendCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'amend', reason });
  }
}
