import { CommandBus } from '@nestjs/cqrs';
import {
  Args,
  Context,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import type { Problem, Result } from '@consilium/kernel';
import {
  Asker,
  badInput,
  decodePlace,
  encodePlace,
  type GraphqlContext,
  type SeenRecord,
} from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import type { LineStep } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { presentTrial, TrialType } from '../catalogue/trial.types.js';
import { AdvanceLine } from './advance-line.command.js';
import {
  findLine,
  listLines,
  listSteps,
  setAssignee,
  type LineFilter,
  type StoredLine,
} from './line.store.js';
import { recordLineChange } from './record-line-change.js';
import { noSuchLine } from './refusal.js';
import {
  EnrolmentArgs,
  presentLine,
  presentStep,
  WorklistConnection,
  WorklistFilterInput,
  WorklistLineType,
  WorklistRefused,
  WorklistResult,
  WorklistStepType,
  WorklistUpdate,
} from './worklist.types.js';
import type { WorklistChange } from './worklist-change.js';
import { WorklistFeed } from './worklist-feed.js';

const largestPage = 200;

@Resolver(() => WorklistLineType)
export class WorklistResolver {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly catalogue: Catalogue,
    private readonly feed: WorklistFeed,
  ) {}

  @Query(() => WorklistConnection, { description: 'Patients and trials that fit, newest change first.' })
  async trialWorklist(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('filter', { type: () => WorklistFilterInput, nullable: true })
    filter: WorklistFilterInput | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<WorklistConnection> {
    if (first < 1 || first > largestPage)
      throw badInput(`Ask for 1 to ${String(largestPage)} lines at once.`);
    const place = typeof after === 'string' ? readPlace(after) : undefined;
    const found = await this.database.transaction(asker, (tx) =>
      listLines(tx, readFilter(filter ?? {}), place, first + 1),
    );
    const nodes = found.slice(0, first);
    for (const line of nodes) context.saw(seenLine('trialWorklist', line));
    const last = nodes.at(-1);
    return {
      nodes: nodes.map(presentLine),
      pageInfo: {
        hasNextPage: found.length > nodes.length,
        endCursor:
          last === undefined
            ? undefined
            : encodePlace({ changedAt: last.changedAt.toISOString(), id: last.id }),
      },
    };
  }

  @Query(() => WorklistLineType, { nullable: true })
  async worklistLine(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorklistLineType | null> {
    const line = await this.database.transaction(asker, (tx) => findLine(tx, id));
    if (line === undefined) return null;
    context.saw(seenLine('worklistLine', line));
    return presentLine(line);
  }

  @Subscription(() => WorklistUpdate, {
    description: 'Each time lines change; what stands in them is asked for.',
    resolve: ({ hospital, line }: WorklistChange): WorklistUpdate => ({
      hospital,
      ...(line === undefined ? {} : { line }),
    }),
  })
  worklistUpdated(@Asker() asker: Principal): AsyncIterableIterator<WorklistChange> {
    return this.feed.follow(asker);
  }

  @ResolveField(() => TrialType, { nullable: true, description: 'Null where it is not in use any more.' })
  async trial(@Parent() { trialId }: WorklistLineType): Promise<TrialType | null> {
    const trial = (await this.catalogue.basis()).byId.get(trialId);
    return trial === undefined ? null : presentTrial(trial);
  }

  @ResolveField(() => ID, { description: 'Registry number, or our own.' })
  trialId(@Parent() { trialId }: WorklistLineType): string {
    return trialId;
  }

  @ResolveField(() => [WorklistStepType], { description: 'What was done, oldest first.' })
  async steps(@Parent() { id }: WorklistLineType, @Asker() asker: Principal): Promise<WorklistStepType[]> {
    const steps = await this.database.transaction(asker, (tx) => listSteps(tx, id));
    return steps.map(presentStep);
  }

  @Mutation(() => WorklistResult)
  recordContact(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) line: string,
    @Args('expectedVersion', { type: () => Int }) version: number,
    @Args('note', { type: () => String, nullable: true }) note: string | null | undefined,
  ): Promise<typeof WorklistResult> {
    return this.advance(asker, line, version, {
      kind: 'contact',
      ...(typeof note === 'string' ? { note } : {}),
    });
  }

  @Mutation(() => WorklistResult)
  startScreening(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) line: string,
    @Args('expectedVersion', { type: () => Int }) version: number,
  ): Promise<typeof WorklistResult> {
    return this.advance(asker, line, version, { kind: 'screen' });
  }

  @Mutation(() => WorklistResult, { description: 'on: ISO date of the consent.' })
  recordConsent(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) line: string,
    @Args('expectedVersion', { type: () => Int }) version: number,
    @Args('on', { type: () => String }) on: string,
  ): Promise<typeof WorklistResult> {
    return this.advance(asker, line, version, { kind: 'consent', on });
  }

  @Mutation(() => WorklistResult, {
    description: 'on: ISO date. Takes the place that is held, or any that is free; none free: refused.',
  })
  recordEnrolment(
    @Asker() asker: Principal,
    @Args() { line, expectedVersion, on, arm, cohort }: EnrolmentArgs,
  ): Promise<typeof WorklistResult> {
    return this.advance(asker, line, expectedVersion, {
      kind: 'enrol',
      on,
      arm,
      ...(typeof cohort === 'string' ? { cohort } : {}),
    });
  }

  @Mutation(() => WorklistResult, { description: 'criterion: its id or words, as the trial has it.' })
  recordScreenFailure(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) line: string,
    @Args('expectedVersion', { type: () => Int }) version: number,
    @Args('criterion', { type: () => String }) criterion: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<typeof WorklistResult> {
    return this.advance(asker, line, version, { kind: 'screen-fail', criterion, reason });
  }

  @Mutation(() => WorklistResult)
  recordDecline(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) line: string,
    @Args('expectedVersion', { type: () => Int }) version: number,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<typeof WorklistResult> {
    return this.advance(asker, line, version, { kind: 'decline', reason });
  }

  @Mutation(() => WorklistResult, { description: 'To whom, or to nobody.' })
  assignLine(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) id: string,
    @Args('assignee', { type: () => String, nullable: true }) assignee: string | null | undefined,
  ): Promise<typeof WorklistResult> {
    return this.database.transaction(asker, async (tx) => {
      const line = await findLine(tx, id);
      if (line === undefined) return refused(noSuchLine);
      await setAssignee(tx, id, assignee ?? undefined);
      await recordLineChange(tx, asker, 'assignLine', line);
      return presentLine({ ...line, assignee: assignee ?? null });
    });
  }

  private async advance(
    asker: Principal,
    line: string,
    expectedVersion: number,
    step: LineStep,
  ): Promise<typeof WorklistResult> {
    const result: Result<StoredLine, Problem> = await this.commands.execute(
      new AdvanceLine(asker, line, expectedVersion, step),
    );
    return result.ok ? presentLine(result.value) : refused(result.error);
  }
}

const refused = (problem: Problem): WorklistRefused => Object.assign(new WorklistRefused(), { problem });

function readPlace(cursor: string): { readonly changedAt: string; readonly id: string } {
  const place = decodePlace(cursor, ['changedAt', 'id']);
  if (Number.isNaN(Date.parse(place.changedAt)) || !/^[0-9a-f-]{36}$/.test(place.id))
    throw badInput('The cursor after is none of ours: take endCursor from an earlier page.');
  return place;
}

const seenLine = (operation: string, { id, hospital, patient, trial }: StoredLine): SeenRecord => ({
  operation,
  hospital,
  subject: patient,
  target: { line: [id], trial: [trial] },
});

const readFilter = (filter: WorklistFilterInput): LineFilter => {
  const { states, verdicts, trial, patient, assignee, includeLost } = filter;
  return {
    ...(Array.isArray(states) ? { states } : {}),
    ...(Array.isArray(verdicts) ? { verdicts } : {}),
    ...(typeof trial === 'string' ? { trial } : {}),
    ...(typeof patient === 'string' ? { patient } : {}),
    ...(typeof assignee === 'string' ? { assignee } : {}),
    includeLost: includeLost === true,
  };
};
