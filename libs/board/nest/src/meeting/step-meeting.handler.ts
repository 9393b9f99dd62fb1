import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  advanceMeeting,
  specialties,
  standingFor,
  type MeetingRecord,
  type MeetingStep,
} from '@consilium/board-core';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { recordAudit } from '@consilium/platform-audit';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { findCases } from '../case.store.js';
import { CaseAdvance } from '../casework/case-advance.js';
import { agendaOf } from './agenda-of.js';
import {
  holdMeeting,
  keepMeetingSteps,
  listWaiting,
  type StoredMeeting,
  type TakenMeetingStep,
} from './meeting.store.js';
import { tellMeeting } from './meeting-feed.js';
import { openToMembers } from './open-to-board.js';
import { noSuchMeeting } from './refusals.js';
import { StepMeeting } from './step-meeting.command.js';

/** After which there may be others who take part, or other cases. */
const opening: readonly MeetingStep['kind'][] = ['attend', 'lock', 'begin', 'open-case'];

@CommandHandler(StepMeeting)
export class StepMeetingHandler implements ICommandHandler<StepMeeting> {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseAdvance,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  execute({ asker, meeting, expectedVersion, step }: StepMeeting): Promise<Result<StoredMeeting, Problem>> {
    const now = this.options.clock.now();
    return this.database.transaction(asker, async (tx) => {
      const held = await holdMeeting(tx, meeting);
      if (held === undefined) return fail(noSuchMeeting);
      const steps = step.kind === 'lock' ? [await this.agendaFor(tx, held), step] : [step];
      const taken: TakenMeetingStep[] = [];
      let record = held.record;
      let expected = expectedVersion;
      for (const one of steps) {
        const next = advanceMeeting(record, one, {
          actor: asker,
          expectedVersion: expected,
          at: now.toISOString(),
        });
        if (!next.ok) return next;
        record = next.value;
        expected = record.version;
        taken.push({ step: one, record });
      }
      if (step.kind === 'open-case') {
        const opened = await this.openCase(tx, { asker, record, caseId: step.caseId });
        if (!opened.ok) return opened;
      }
      if (opening.includes(step.kind)) await openToMembers(tx, asker, record);
      await keepMeetingSteps(tx, held.hospital, taken, { by: asker, at: now });
      await recordAudit(
        tx,
        taken.map(({ step: { kind }, record: { version } }) => ({
          actor: asker,
          hospital: held.hospital,
          action: 'change',
          operation: `meeting.${kind}`,
          target: { meeting: [meeting], version: [String(version)] },
        })),
      );
      await tellMeeting(tx, { meeting, hospital: held.hospital });
      return succeed({ hospital: held.hospital, record });
    });
  }

  /** Whoever is scheduled when the agenda is locked is on it, in the order of need: people postpone, nothing drops out. */
  private async agendaFor(tx: Transaction, { hospital, record }: StoredMeeting): Promise<MeetingStep> {
    const waiting = await listWaiting(tx, hospital, record.id);
    const frame = { rule: record.rule, minutes: Infinity, expected: specialties, tissueOf: this.tissueOf };
    return { kind: 'set-agenda', slots: agendaOf(waiting, frame).slots };
  }

  /** The case goes to the table in the same transaction, or neither does. */
  private async openCase(
    tx: Transaction,
    { asker, record, caseId }: { asker: StepMeeting['asker']; record: MeetingRecord; caseId: string },
  ): Promise<Result<unknown, Problem>> {
    const [file] = await findCases(tx, [caseId]);
    const tissue = file === undefined ? undefined : this.tissueOf(file.diagnosis);
    const standing = standingFor(record, caseId, tissue);
    return this.cases.take(tx, asker, { caseId, step: { kind: 'open', standing } });
  }

  private readonly tissueOf = (diagnosis: string): string | undefined =>
    this.options.tumourTypes.ancestors(diagnosis).at(-1);
}
