import { Inject } from '@nestjs/common';
import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { standingFor, type Specialty } from '@consilium/board-core';
import { Asker } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { findCases } from '../case.store.js';
import { agendaOf } from './agenda-of.js';
import { listWaiting } from './meeting.store.js';
import {
  AgendaProposalType,
  CaseStandingType,
  MeetingNoteType,
  MeetingType,
  SpecialtyName,
} from './meeting.types.js';

/** What a meeting says that is worked out for whoever asks. */
@Resolver(() => MeetingType)
export class MeetingFieldsResolver {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  @ResolveField(() => [MeetingNoteType], { description: 'Of the cases you may see.' })
  async notes(@Parent() { notes }: MeetingType, @Asker() asker: Principal): Promise<MeetingNoteType[]> {
    if (asker.holders === undefined || notes.length === 0) return notes;
    const ids = [...new Set(notes.map(({ caseId }) => caseId))];
    const seen = await this.database.transaction(asker, (tx) => findCases(tx, ids));
    return notes.filter(({ caseId }) => seen.some(({ id }) => id === caseId));
  }

  @ResolveField(() => CaseStandingType, {
    description: 'Whether a decision about this case would count now.',
  })
  async standing(
    @Parent() { record }: MeetingType,
    @Asker() asker: Principal,
    @Args('case', { type: () => ID }) caseId: string,
  ): Promise<CaseStandingType> {
    const onAgenda = record.agenda.some((slot) => slot.caseId === caseId);
    const [file] = onAgenda ? await this.database.transaction(asker, (tx) => findCases(tx, [caseId])) : [];
    return standingFor(record, caseId, file === undefined ? undefined : this.tissueOf(file.diagnosis));
  }

  @ResolveField(() => AgendaProposalType, { description: 'Which ready cases would fit, in order of need.' })
  async proposal(
    @Parent() { hospital, record }: MeetingType,
    @Asker() asker: Principal,
    @Args('minutes', { type: () => Int, defaultValue: 60 }) minutes: number,
    @Args('expected', { type: () => [SpecialtyName], defaultValue: [] }) expected: Specialty[],
  ): Promise<AgendaProposalType> {
    const waiting = await this.database.transaction(asker, (tx) => listWaiting(tx, hospital, null));
    return agendaOf(waiting, { rule: record.rule, minutes, expected, tissueOf: this.tissueOf });
  }

  private readonly tissueOf = (diagnosis: string): string | undefined =>
    this.options.tumourTypes.ancestors(diagnosis).at(-1);
}
