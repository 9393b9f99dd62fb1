import { Args, Context, Float, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CloseReason, FollowUpEntry } from '@consilium/board-core';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { CaseType } from '../case.types.js';
import { CaseSteps } from '../casework/case-steps.js';
import { CaseWorkResult } from '../casework/casework.types.js';
import { onCase, ReasonedStepArgs, StepArgs } from '../casework/step.args.js';
import { workLoader } from '../casework/work.loader.js';
import {
  ClaimAnswerInput,
  CloseReasonName,
  FollowUpType,
  FulfilmentName,
  presentFollowUp,
  TreatmentDecisionInput,
  VisitInput,
} from './follow-up.types.js';

type Answer = Promise<typeof CaseWorkResult>;
const day = { type: () => String, description: 'ISO date.' };

/** From the letter to the outcome. */
@Resolver(() => CaseType)
export class FollowUpResolver {
  constructor(
    private readonly database: Database,
    private readonly steps: CaseSteps,
  ) {}

  @ResolveField(() => FollowUpType)
  async followUp(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<FollowUpType> {
    return presentFollowUp(await workLoader(context, this.database, asker).load(id));
  }

  @Mutation(() => CaseWorkResult, { description: 'The letter was sent; its receipt proves it.' })
  communicateCase(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('to', { type: () => String }) to: string,
    @Args('receipt', { type: () => String }) receipt: string,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'communicate', to, receipt });
  }

  @Mutation(() => CaseWorkResult, { description: 'The referrer has read the letter.' })
  acknowledgeLetter(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'acknowledge' });
  }

  @Mutation(() => CaseWorkResult, { description: 'What the treating physician makes of it.' })
  decideTreatment(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('decision', { type: () => TreatmentDecisionInput })
    { on, answer, item, because }: TreatmentDecisionInput,
  ): Answer {
    return this.steps.take(onCase(asker, args), {
      kind: 'decide',
      decision: { on, answer, ...(item == null ? {} : { item }), ...(because == null ? {} : { because }) },
    });
  }

  @Mutation(() => CaseWorkResult, { description: 'Asks a payer for an item.' })
  recordClaim(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('on', day) on: string,
    @Args('item', { type: () => ID }) item: string,
    @Args('payer', { type: () => String }) payer: string,
  ): Answer {
    return this.record(asker, args, { kind: 'claim', on, item, payer });
  }

  @Mutation(() => CaseWorkResult, { description: 'A refusal says why.' })
  recordClaimAnswer(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('answer', { type: () => ClaimAnswerInput }) { on, item, answer, reason }: ClaimAnswerInput,
  ): Answer {
    const why = reason == null ? {} : { reason };
    return this.record(asker, args, { kind: 'claim-answer', on, item, answer, ...why });
  }

  @Mutation(() => CaseWorkResult)
  recordTherapyStart(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('on', day) on: string,
    @Args('item', { type: () => ID }) item: string,
  ): Answer {
    return this.record(asker, args, { kind: 'therapy-start', on, item });
  }

  @Mutation(() => CaseWorkResult)
  recordTherapyStop(
    @Asker() asker: Principal,
    @Args() { reason, ...args }: ReasonedStepArgs,
    @Args('on', day) on: string,
    @Args('item', { type: () => ID }) item: string,
    @Args('fulfilment', { type: () => FulfilmentName }) fulfilment: FulfilmentName,
  ): Answer {
    return this.record(asker, args, { kind: 'therapy-stop', on, item, fulfilment, reason });
  }

  @Mutation(() => CaseWorkResult, {
    description: 'Performance status at each; response and toxicity with it.',
  })
  recordVisit(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('visit', { type: () => VisitInput }) { on, ecog, response, criteria, toxicities }: VisitInput,
  ): Answer {
    return this.record(asker, args, {
      kind: 'visit',
      on,
      ecog,
      ...(response == null ? {} : { response }),
      ...(criteria == null ? {} : { criteria }),
      ...(toxicities.length === 0
        ? {}
        : { toxicities: toxicities.map(({ term, grade }) => ({ term, grade })) }),
    });
  }

  @Mutation(() => CaseWorkResult)
  recordProgression(@Asker() asker: Principal, @Args() args: StepArgs, @Args('on', day) on: string): Answer {
    return this.record(asker, args, { kind: 'progression', on });
  }

  @Mutation(() => CaseWorkResult, { description: 'What the patient answered to a questionnaire.' })
  recordPatientScore(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('on', day) on: string,
    @Args('instrument', { type: () => String, description: 'As EORTC QLQ-C30 or EQ-5D-5L.' })
    instrument: string,
    @Args('score', { type: () => Float }) score: number,
  ): Answer {
    return this.record(asker, args, { kind: 'reported', on, instrument, score });
  }

  @Mutation(() => CaseWorkResult, { description: 'A follow-up was due and nothing could be learnt.' })
  recordMissedVisit(@Asker() asker: Principal, @Args() args: StepArgs, @Args('on', day) on: string): Answer {
    return this.record(asker, args, { kind: 'missed', on });
  }

  @Mutation(() => CaseWorkResult)
  recordDeath(@Asker() asker: Principal, @Args() args: StepArgs, @Args('on', day) on: string): Answer {
    return this.record(asker, args, { kind: 'death', on });
  }

  @Mutation(() => CaseWorkResult, { description: 'An entry made in error; it stays in the journal.' })
  strikeEntry(
    @Asker() asker: Principal,
    @Args() { reason, ...args }: ReasonedStepArgs,
    @Args('entry', { type: () => Int, description: 'Its version.' }) entry: number,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'strike-entry', entry, reason });
  }

  @Mutation(() => CaseWorkResult, { description: 'For what the follow-up shows.' })
  closeCase(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('because', { type: () => CloseReasonName }) because: CloseReason,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'close', because });
  }

  private record(asker: Principal, args: StepArgs, entry: FollowUpEntry): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'follow-up', entry });
  }
}
