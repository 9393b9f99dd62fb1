import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { nextMeetings, type MeetingStep, type Specialty } from '@consilium/board-core';
import { isDay, type Problem, type Result } from '@consilium/kernel';
import { Asker, badInput, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { recordAudit } from '@consilium/platform-audit';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import {
  findMeeting,
  listBoards,
  listMeetings,
  putBoard,
  type StoredMeeting,
  type TumourBoard,
} from './meeting.store.js';
import { MeetingFeed } from './meeting-feed.js';
import { MeetingStepArgs, ReasonedMeetingArgs } from './meeting.args.js';
import {
  MeetingResult,
  MeetingType,
  PresenceName,
  presentMeeting,
  readClause,
  SpecialtyName,
  TumourBoardInput,
  TumourBoardType,
  VoteName,
} from './meeting.types.js';
import { PlanMeeting } from './plan-meeting.command.js';
import { StepMeeting } from './step-meeting.command.js';

type Answer = Promise<typeof MeetingResult>;
const mostMeetings = 100;

@Resolver(() => MeetingType)
export class MeetingResolver {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly feed: MeetingFeed,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  @Query(() => [TumourBoardType])
  async boards(@Asker() asker: Principal): Promise<TumourBoardType[]> {
    const boards = await this.database.transaction(asker, listBoards);
    return boards.map((board) => this.presentBoard(board));
  }

  @Query(() => [MeetingType], { description: 'From a day on, the next first; absent: from today.' })
  async meetings(
    @Asker() asker: Principal,
    @Args('from', { type: () => String, nullable: true, description: 'ISO date.' })
    from: string | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 100.' }) first: number,
  ): Promise<MeetingType[]> {
    if (first < 1 || first > mostMeetings) throw badInput('Ask for 1 to 100 meetings at once.');
    const day = from ?? this.today();
    if (!isDay(day)) throw badInput('Write from as 2026-12-02.');
    const found = await this.database.transaction(asker, (tx) => listMeetings(tx, day, first));
    return found.map(presentMeeting);
  }

  @Query(() => MeetingType, { nullable: true })
  async meeting(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MeetingType | null> {
    const found = await this.database.transaction(asker, (tx) => findMeeting(tx, id));
    return found === undefined ? null : presentMeeting(found);
  }

  @Subscription(() => MeetingType, {
    nullable: true,
    description: 'The meeting each time something in it changes: attendance, interests, votes, the table.',
    resolve(this: MeetingResolver, change: { meeting: string }, _: unknown, { principal }: GraphqlContext) {
      return principal === undefined ? null : this.meeting(principal, change.meeting);
    },
  })
  meetingUpdated(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
  ): AsyncIterableIterator<{ meeting: string }> {
    return this.feed.follow(asker.hospitals, id);
  }

  @Mutation(() => TumourBoardType, {
    description: 'Makes a board, or changes its rule for meetings planned from now on.',
  })
  async saveBoard(
    @Asker() asker: Principal,
    @Args('input', { type: () => TumourBoardInput }) input: TumourBoardInput,
  ): Promise<TumourBoardType> {
    if (!asker.hospitals.includes(input.hospital)) throw badInput('Boards are saved for your own hospitals.');
    if (!/^[a-z0-9-]{1,40}$/.test(input.id))
      throw badInput('An id of a board has small letters, digits and hyphens.');
    if (input.members < 1 || input.clauses.some(({ atLeast }) => atLeast < 1))
      throw badInput('A quorum counts from 1.');
    const board: TumourBoard = {
      hospital: input.hospital,
      id: input.id,
      name: input.name,
      rule: { members: input.members, clauses: input.clauses.map(readClause) },
      ...(input.from == null
        ? {}
        : {
            schedule: {
              from: input.from,
              everyWeeks: input.everyWeeks,
              time: '16:00',
              zone: 'UTC',
              minutes: 60,
              except: input.except,
            },
          }),
    };
    const shown = this.presentBoard(board);
    await this.database.transaction(asker, async (tx) => {
      await putBoard(tx, board);
      await recordAudit(tx, [
        {
          actor: asker,
          hospital: board.hospital,
          action: 'change',
          operation: 'board.save',
          target: { board: [board.id] },
        },
      ]);
    });
    return shown;
  }

  @Mutation(() => MeetingResult)
  async planMeeting(
    @Asker() asker: Principal,
    @Args('hospital', { type: () => String }) hospital: string,
    @Args('board', { type: () => ID }) board: string,
    @Args('on', { type: () => String, description: 'ISO date.' }) on: string,
  ): Answer {
    return answer(await this.commands.execute(new PlanMeeting(asker, hospital, board, on)));
  }

  @Mutation(() => MeetingResult, {
    description: 'Puts the scheduled cases in order; data that come later are told as late.',
  })
  lockAgenda(@Asker() asker: Principal, @Args() args: MeetingStepArgs): Answer {
    return this.step(asker, args, { kind: 'lock' });
  }

  @Mutation(() => MeetingResult)
  unlockAgenda(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedMeetingArgs): Answer {
    return this.step(asker, args, { kind: 'unlock', reason });
  }

  @Mutation(() => MeetingResult)
  beginMeeting(@Asker() asker: Principal, @Args() args: MeetingStepArgs): Answer {
    return this.step(asker, args, { kind: 'begin' });
  }

  @Mutation(() => MeetingResult, {
    description: 'Of oneself; a coordinator or the chair records the others.',
  })
  recordAttendance(
    @Asker() asker: Principal,
    @Args() args: MeetingStepArgs,
    @Args('person', { type: () => String }) person: string,
    @Args('specialties', { type: () => [SpecialtyName] }) specialties: Specialty[],
    @Args('presence', { type: () => PresenceName, defaultValue: PresenceName.IN_ROOM })
    presence: PresenceName,
  ): Answer {
    return this.step(asker, args, { kind: 'attend', attendance: { person, specialties, presence } });
  }

  @Mutation(() => MeetingResult, {
    description: 'One’s own, for one case: a drug on the table, its maker, a trial.',
  })
  declareInterest(
    @Asker() asker: Principal,
    @Args() args: MeetingStepArgs,
    @Args('case', { type: () => ID }) caseId: string,
    @Args('conflict', { type: () => Boolean }) conflict: boolean,
    @Args('text', { type: () => String, nullable: true }) text: string | null | undefined,
  ): Answer {
    return this.step(asker, args, {
      kind: 'declare',
      declaration: { person: asker.id, caseId, conflict, ...(typeof text === 'string' ? { text } : {}) },
    });
  }

  @Mutation(() => MeetingResult, {
    description: 'Puts a case on the table: the quorum and every interest are asked now.',
  })
  openCaseInMeeting(
    @Asker() asker: Principal,
    @Args() args: MeetingStepArgs,
    @Args('case', { type: () => ID }) caseId: string,
  ): Answer {
    return this.step(asker, args, { kind: 'open-case', caseId });
  }

  @Mutation(() => MeetingResult)
  noteInMeeting(
    @Asker() asker: Principal,
    @Args() args: MeetingStepArgs,
    @Args('case', { type: () => ID }) caseId: string,
    @Args('text', { type: () => String }) text: string,
  ): Answer {
    return this.step(asker, args, { kind: 'note', caseId, text });
  }

  @Mutation(() => MeetingResult, { description: 'One’s own.' })
  castVote(
    @Asker() asker: Principal,
    @Args() args: MeetingStepArgs,
    @Args('case', { type: () => ID }) caseId: string,
    @Args('item', { type: () => ID }) item: string,
    @Args('vote', { type: () => VoteName }) vote: VoteName,
  ): Answer {
    return this.step(asker, args, { kind: 'vote', vote: { caseId, item, person: asker.id, vote } });
  }

  @Mutation(() => MeetingResult)
  closeCaseInMeeting(
    @Asker() asker: Principal,
    @Args() args: MeetingStepArgs,
    @Args('case', { type: () => ID }) caseId: string,
  ): Answer {
    return this.step(asker, args, { kind: 'close-case', caseId });
  }

  @Mutation(() => MeetingResult)
  endMeeting(@Asker() asker: Principal, @Args() args: MeetingStepArgs): Answer {
    return this.step(asker, args, { kind: 'end' });
  }

  @Mutation(() => MeetingResult)
  cancelMeeting(@Asker() asker: Principal, @Args() { reason, ...args }: ReasonedMeetingArgs): Answer {
    return this.step(asker, args, { kind: 'cancel', reason });
  }

  private async step(
    asker: Principal,
    { meeting, expectedVersion }: MeetingStepArgs,
    step: MeetingStep,
  ): Answer {
    return answer(await this.commands.execute(new StepMeeting(asker, meeting, expectedVersion, step)));
  }

  private presentBoard({ id, hospital, name, rule, schedule }: TumourBoard): TumourBoardType {
    return {
      id,
      hospital,
      name,
      members: rule.members,
      clauses: rule.clauses.map(({ onCall = false, ...clause }) => ({ ...clause, onCall })),
      nextMeetings: schedule === undefined ? [] : nextMeetings(schedule, this.today(), 4),
    };
  }

  private today(): string {
    return this.options.clock.now().toISOString().slice(0, 10);
  }
}

const answer = (result: Result<StoredMeeting, Problem>): typeof MeetingResult =>
  result.ok ? presentMeeting(result.value) : { problem: result.error };
