import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Asker } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { CaseSteps } from './case-steps.js';
import { CaseWorkResult, readReferral, ReferralInput } from './casework.types.js';
import { OpenCase } from './open-case.command.js';
import { onCase, ReasonedStepArgs, StepArgs } from './step.args.js';

type Answer = Promise<typeof CaseWorkResult>;

/** From the first word of a referral until the board takes it, and back. */
@Resolver()
export class ReferralResolver {
  constructor(
    private readonly steps: CaseSteps,
    private readonly commands: CommandBus,
  ) {}

  @Mutation(() => CaseWorkResult, {
    description: 'Opens a case before any report has come. The same patient and diagnosis have one case.',
  })
  async openCase(
    @Asker() asker: Principal,
    @Args('hospital', { type: () => String }) hospital: string,
    @Args('patient', { type: () => String, description: 'Pseudonym.' }) patient: string,
    @Args('diagnosis', { type: () => String, description: 'OncoTree code.' }) diagnosis: string,
  ): Answer {
    return this.steps.answer(
      asker,
      await this.commands.execute(new OpenCase(asker, hospital, patient, diagnosis)),
    );
  }

  @Mutation(() => CaseWorkResult)
  describeReferral(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('referral', { type: () => ReferralInput }) referral: ReferralInput,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'describe', referral: readReferral(referral) });
  }

  @Mutation(() => CaseWorkResult)
  referCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'refer' });
  }

  @Mutation(() => CaseWorkResult, { description: 'To the referrer, who can change and refer it again.' })
  returnCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'return', reason });
  }

  @Mutation(() => CaseWorkResult)
  declineCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'decline', reason });
  }

  @Mutation(() => CaseWorkResult)
  withdrawCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'withdraw', reason });
  }

  @Mutation(() => CaseWorkResult, {
    description: 'Brings a case that is over back to the board, with its history.',
  })
  reopenCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'reopen', reason });
  }

  @Mutation(() => CaseWorkResult, {
    description: 'Two cases turn out to be one; this one ends, the other goes on.',
  })
  mergeCase(
    @Asker() asker: Principal,
    @Args() { reason, ...args }: ReasonedStepArgs,
    @Args('into', { type: () => ID }) into: string,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'merge', into, reason });
  }

  @Mutation(() => CaseWorkResult)
  markUrgent(
    @Asker() asker: Principal,
    @Args() { reason, ...args }: ReasonedStepArgs,
    @Args('urgent', { type: () => Boolean, defaultValue: true }) urgent: boolean,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'mark-urgent', urgent, reason });
  }
}
