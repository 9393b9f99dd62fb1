import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Asker } from '@consilium/platform-graphql';
import type { PostponeReason } from '@consilium/board-core';
import type { Principal } from '@consilium/platform-identity';
import { CaseSteps } from './case-steps.js';
import { CaseTaskInput, CaseWorkResult, PostponeReasonName } from './casework.types.js';
import { onCase, ReasonedStepArgs, StepArgs } from './step.args.js';

type Answer = Promise<typeof CaseWorkResult>;

/** From triage until the case is on the agenda of a meeting. */
@Resolver()
export class PreparationResolver {
  constructor(private readonly steps: CaseSteps) {}

  @Mutation(() => CaseWorkResult)
  triageCase(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('plan', { type: () => String, description: 'Which tests are planned.' }) plan: string,
    @Args('outsideRule', {
      type: () => String,
      nullable: true,
      description: 'Why it is discussed although the rule of inclusion is not met.',
    })
    outsideRule: string | null | undefined,
  ): Answer {
    return this.steps.take(onCase(asker, args), {
      kind: 'triage',
      plan,
      ...(typeof outsideRule === 'string' ? { outsideRule } : {}),
    });
  }

  @Mutation(() => CaseWorkResult)
  addTask(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('task', { type: () => CaseTaskInput }) { person, id, title, owner, dueOn, awaited }: CaseTaskInput,
  ): Answer {
    const task = { id, title, owner, dueOn, awaited, ...(typeof person === 'string' ? { person } : {}) };
    return this.steps.take(onCase(asker, args), { kind: 'add-task', task });
  }

  @Mutation(() => CaseWorkResult)
  finishTask(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('task', { type: () => ID }) task: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null | undefined,
  ): Answer {
    return this.steps.take(onCase(asker, args), {
      kind: 'finish-task',
      task,
      ...(typeof note === 'string' ? { note } : {}),
    });
  }

  @Mutation(() => CaseWorkResult, { description: 'The case waits for an open task that brings data.' })
  awaitData(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'await-data' });
  }

  @Mutation(() => CaseWorkResult, { description: 'Goes on with a report of poor quality, by name.' })
  waiveQuality(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'waive-quality', reason });
  }

  @Mutation(() => CaseWorkResult)
  prepareCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'prepare' });
  }

  @Mutation(() => CaseWorkResult, { description: 'Which findings the board is to see.' })
  proposeFindings(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('findings', { type: () => [String] }) findings: string[],
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'propose-findings', findings });
  }

  @Mutation(() => CaseWorkResult, { description: 'To a second person.' })
  submitCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'submit' });
  }

  @Mutation(() => CaseWorkResult, { description: 'By a person who did not propose the findings.' })
  acceptCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'accept' });
  }

  @Mutation(() => CaseWorkResult)
  rejectCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'reject', reason });
  }

  @Mutation(() => CaseWorkResult, { description: 'Back into preparation, though it was ready.' })
  recallCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'recall', reason });
  }

  @Mutation(() => CaseWorkResult)
  holdCase(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedStepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'hold', reason });
  }

  @Mutation(() => CaseWorkResult, { description: 'Where it was put on hold.' })
  resumeCase(@Asker() asker: Principal, @Args() args: StepArgs): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'resume' });
  }

  @Mutation(() => CaseWorkResult, { description: 'On a meeting whose agenda is not locked.' })
  scheduleCase(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('meeting', { type: () => ID }) meeting: string,
  ): Answer {
    return this.steps.take(onCase(asker, args), { kind: 'schedule', meeting });
  }

  @Mutation(() => CaseWorkResult, { description: 'It waits for another meeting.' })
  postponeCase(
    @Asker() asker: Principal,
    @Args() args: StepArgs,
    @Args('because', { type: () => PostponeReasonName }) because: PostponeReason,
    @Args('note', { type: () => String, nullable: true }) note: string | null | undefined,
  ): Answer {
    return this.steps.take(onCase(asker, args), {
      kind: 'postpone',
      because,
      ...(typeof note === 'string' ? { note } : {}),
    });
  }
}
