import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  specialties,
  type AgendaSlot,
  type Attendance,
  type MeetingRecord,
  type MeetingState,
  type QuorumClause,
  type Specialty,
} from '@consilium/board-core';
import { ProblemType } from '@consilium/platform-graphql';
import type { StoredMeeting } from './meeting.store.js';

export enum MeetingStateName {
  PLANNED = 'planned',
  LOCKED = 'locked',
  OPEN = 'open',
  CLOSED = 'closed',
  CANCELLED = 'cancelled',
}
export enum PresenceName {
  IN_ROOM = 'in-room',
  REMOTE = 'remote',
  ON_CALL = 'on-call',
}
export enum VoteName {
  FOR = 'for',
  AGAINST = 'against',
  ABSTAIN = 'abstain',
}
export const SpecialtyName = Object.fromEntries(
  specialties.map((one) => [one.toUpperCase().replaceAll('-', '_'), one]),
) as Readonly<Record<string, Specialty>>;
registerEnumType(MeetingStateName, { name: 'MeetingState' });
registerEnumType(PresenceName, { name: 'Presence' });
registerEnumType(VoteName, { name: 'VoteAnswer' });
registerEnumType(SpecialtyName, { name: 'Specialty' });

@ObjectType('QuorumClause')
export class QuorumClauseType {
  @Field(() => SpecialtyName) specialty!: Specialty;
  @Field(() => Int) atLeast!: number;
  @Field(() => Boolean, { description: 'Somebody who can be reached stands in.' }) onCall!: boolean;
  @Field(() => [String], { nullable: true, description: 'Only for these tissues (OncoTree).' })
  forTissues?: readonly string[];
}

@ObjectType('TumourBoard', { description: 'With its rule of who must take part for a decision to count.' })
export class TumourBoardType {
  @Field(() => ID) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { description: 'Least number present.' }) members!: number;
  @Field(() => [QuorumClauseType]) clauses!: QuorumClauseType[];
  @Field(() => [String], { description: 'ISO dates of the next four, where it has a schedule.' })
  nextMeetings!: readonly string[];
}

@ObjectType('AgendaSlot')
export class AgendaSlotType {
  @Field(() => ID) caseId!: string;
  @Field(() => Int, { description: 'Minutes from the start.' }) at!: number;
  @Field(() => Int) minutes!: number;
  @Field(() => String, { description: 'Why it stands where it stands.' }) because!: string;
}

@ObjectType('Attendance')
export class AttendanceType {
  @Field(() => String) person!: string;
  @Field(() => [SpecialtyName]) specialties!: readonly Specialty[];
  @Field(() => PresenceName) presence!: Attendance['presence'];
}

@ObjectType('MeetingVote')
export class MeetingVoteType {
  @Field(() => ID) caseId!: string;
  @Field(() => ID) item!: string;
  @Field(() => String) person!: string;
  @Field(() => VoteName) vote!: MeetingRecord['votes'][number]['vote'];
}

@ObjectType('MeetingNote')
export class MeetingNoteType {
  @Field(() => ID) caseId!: string;
  @Field(() => String) by!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) text!: string;
}

@ObjectType('CaseStanding', {
  description: 'How the meeting stands for one case, without those who are recused.',
})
export class CaseStandingType {
  @Field(() => [String]) recused!: readonly string[];
  @Field(() => [String], { description: 'Present, and not yet declared.' }) undeclared!: readonly string[];
  @Field(() => [String], { description: 'What the quorum lacks; empty: it is met.' })
  quorumLacks!: readonly string[];
}

@ObjectType('Meeting')
export class MeetingType {
  @Field(() => ID) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => ID) board!: string;
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => MeetingStateName) state!: MeetingState;
  @Field(() => Int, { description: 'Each step names the one it was decided on.' }) version!: number;
  @Field(() => [AgendaSlotType]) agenda!: readonly AgendaSlot[];
  @Field(() => [AttendanceType]) attendance!: readonly Attendance[];
  @Field(() => [MeetingVoteType]) votes!: MeetingRecord['votes'];
  @Field(() => [MeetingNoteType]) notes!: MeetingNoteType[];
  @Field(() => ID, { nullable: true, description: 'The case on the table.' }) discussing?: string;
  @Field(() => Date, { nullable: true }) discussingSince?: Date;
  record!: MeetingRecord;
}

@ObjectType('CaseLeft')
export class CaseLeftType {
  @Field(() => ID) caseId!: string;
  @Field(() => String) because!: string;
}

@ObjectType('AgendaProposal', {
  description: 'Which ready cases fit into a meeting, in order, and who has to wait.',
})
export class AgendaProposalType {
  @Field(() => [AgendaSlotType]) slots!: readonly AgendaSlot[];
  @Field(() => [CaseLeftType]) left!: readonly CaseLeftType[];
}

@ObjectType({ description: 'The step was not taken; nothing has changed.' })
export class MeetingRefused {
  @Field(() => ProblemType) problem!: ProblemType;
}

export const MeetingResult = createUnionType({
  name: 'MeetingResult',
  types: () => [MeetingType, MeetingRefused] as const,
  resolveType: (value: object) => ('problem' in value ? MeetingRefused : MeetingType),
});

@InputType('QuorumClauseInput')
export class QuorumClauseInput {
  @Field(() => SpecialtyName) specialty!: Specialty;
  @Field(() => Int, { defaultValue: 1 }) atLeast!: number;
  @Field(() => Boolean, { defaultValue: false }) onCall!: boolean;
  @Field(() => [String], { nullable: true }) forTissues?: string[] | null;
}

@InputType('TumourBoardInput')
export class TumourBoardInput {
  @Field(() => ID, { description: 'Short and stable: lung.' }) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) members!: number;
  @Field(() => [QuorumClauseInput]) clauses!: QuorumClauseInput[];
  @Field(() => String, { nullable: true, description: 'ISO date of the first meeting.' }) from?:
    string | null;
  @Field(() => Int, { defaultValue: 1 }) everyWeeks!: number;
  @Field(() => [String], { defaultValue: [], description: 'ISO dates left out.' }) except!: string[];
}

export const readClause = ({ specialty, atLeast, onCall, forTissues }: QuorumClauseInput): QuorumClause => ({
  specialty,
  atLeast,
  ...(onCall ? { onCall } : {}),
  ...(forTissues == null ? {} : { forTissues }),
});

export const presentMeeting = ({ hospital, record }: StoredMeeting): MeetingType => ({
  id: record.id,
  hospital,
  board: record.board,
  on: record.on,
  state: record.state,
  version: record.version,
  agenda: record.agenda,
  attendance: record.attendance,
  votes: record.votes,
  notes: record.notes.map((note) => ({ ...note, at: new Date(note.at) })),
  ...(record.discussing === undefined
    ? {}
    : { discussing: record.discussing.caseId, discussingSince: new Date(record.discussing.since) }),
  record,
});
