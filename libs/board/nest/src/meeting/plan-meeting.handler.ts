import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { planMeeting } from '@consilium/board-core';
import { fail, isDay, succeed, type Problem, type Result } from '@consilium/kernel';
import { recordAudit } from '@consilium/platform-audit';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { insertMeeting, listBoards, type StoredMeeting } from './meeting.store.js';
import { PlanMeeting } from './plan-meeting.command.js';
import { noSuchBoard } from './refusals.js';

@CommandHandler(PlanMeeting)
export class PlanMeetingHandler implements ICommandHandler<PlanMeeting> {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  execute({ asker, hospital, board: id, on }: PlanMeeting): Promise<Result<StoredMeeting, Problem>> {
    const today = this.options.clock.now().toISOString().slice(0, 10);
    if (!isDay(on) || on < today)
      return Promise.resolve(
        fail(bad('NO_DATE', '/on', 'is no day from today on.', 'Write it as 2026-12-02.')),
      );
    return this.database.transaction(asker, async (tx) => {
      const boards = await listBoards(tx);
      const board = boards.find((one) => one.hospital === hospital && one.id === id);
      if (board === undefined) return fail(noSuchBoard);
      const meeting: StoredMeeting = { hospital, record: planMeeting(randomUUID(), id, on, board.rule) };
      if (!(await insertMeeting(tx, meeting)))
        return fail(
          bad('MEETING_EXISTS', '/on', `has a meeting of the board ${id} already.`, 'Use that one.'),
        );
      const target = { meeting: [meeting.record.id], board: [id] };
      await recordAudit(tx, [
        { actor: asker, hospital, action: 'change', operation: 'meeting.plan', target },
      ]);
      return succeed(meeting);
    });
  }
}

const bad = (code: string, place: string, message: string, remedy: string): Problem => ({
  code: `BOARD.${code}`,
  place,
  message,
  remedy,
});
