import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  advanceCase,
  gatherFacts,
  type Actor,
  type BoardPolicy,
  type CaseFacts,
  type CaseStep,
} from '@consilium/board-core';
import { canonicalJson, fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { recordAudit } from '@consilium/platform-audit';
import type { Transaction } from '@consilium/platform-persistence';
import { announceChange } from '../announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { countChange, findProfiles } from '../case.store.js';
import { holdMeeting, type StoredMeeting } from '../meeting/meeting.store.js';
import { openToBoard } from '../meeting/open-to-board.js';
import { findPolicy } from '../policy/policy.store.js';
import { renewReminders } from '../reminders/renew-reminders.js';
import { findClinicalFacts, holdCase, isCaseOf, keepStep, type HeldCase } from './case-work.store.js';

export interface CaseAdvanceStep {
  readonly caseId: string;
  readonly step: CaseStep;
  /** Absent where another aggregate decides in the same transaction. */
  readonly expectedVersion?: number;
  /** What comes in by itself, and not by the role of who asks. */
  readonly as?: 'system';
}

/** Takes a step about a case within a transaction: reads what its guard looks at, and writes what comes of it. */
@Injectable()
export class CaseAdvance {
  constructor(@Inject(BOARD_OPTIONS) private readonly options: BoardOptions) {}

  async take(
    tx: Transaction,
    asker: Actor,
    { caseId, step, expectedVersion, as }: CaseAdvanceStep,
  ): Promise<Result<string, Problem>> {
    const now = this.options.clock.now();
    // A meeting before its cases, always, so that two who need both do not wait for each other; and held, so that the
    // agenda is not locked between the look and the step.
    const meeting = step.kind === 'schedule' ? await holdMeeting(tx, step.meeting) : undefined;
    const held = await holdCase(tx, caseId);
    if (held === undefined) return fail(noSuchCase);
    if (step.kind === 'merge' && !(await isCaseOf(tx, held, step.into)))
      return fail({ ...noSuchCase, place: '/into', message: 'is no case of the same patient.' });
    const policy = await findPolicy(tx, held.hospital);
    const facts = await this.factsFor(tx, held, policy, meeting);
    const advanced = advanceCase(held.record, step, {
      actor: { id: asker.id, role: as ?? asker.role },
      expectedVersion: expectedVersion ?? held.record.version,
      at: now.toISOString(),
      facts,
      snapshot: createHash('sha256').update(canonicalJson(facts)).digest('hex'),
    });
    if (!advanced.ok) return advanced;
    await keepStep(tx, held, advanced.value, facts);
    const { record } = advanced.value;
    if (record.meeting !== held.record.meeting)
      await openToBoard(tx, asker.id, held, { left: held.record.meeting, joined: meeting?.record });
    await renewReminders(tx, { record, hospital: held.hospital }, policy, now);
    await recordAudit(tx, [
      {
        actor: asker,
        hospital: held.hospital,
        subject: held.patient,
        action: 'change',
        operation: `case.${step.kind}`,
        target: { case: [caseId], version: [String(record.version)] },
      },
    ]);
    const revision = await countChange(tx, caseId, now);
    const { state, version } = record;
    await announceChange(tx, { ...held, revision, now }, 'worked-on', { step: step.kind, state, version });
    return succeed(caseId);
  }

  private async factsFor(
    tx: Transaction,
    held: HeldCase,
    policy: BoardPolicy,
    found: StoredMeeting | undefined,
  ): Promise<CaseFacts> {
    const { referral } = held.record;
    const meeting = found?.hospital === held.hospital ? found.record : undefined;
    const profiles = await findProfiles(tx, [held.caseId]);
    const clinical = (await findClinicalFacts(tx, [held.caseId])).get(held.caseId);
    return gatherFacts(
      {
        profiles: profiles.map(({ profile }) => profile),
        ...(clinical === undefined ? {} : { clinical }),
        ...(referral === undefined ? {} : { referral }),
        ...(meeting === undefined
          ? {}
          : { meeting: { id: meeting.id, locked: meeting.state !== 'planned' } }),
      },
      policy,
    );
  }
}

export const noSuchCase: Problem = {
  code: 'BOARD.NO_SUCH_CASE',
  place: '/case',
  message: 'is no case you may see.',
  remedy: 'Look at the list of cases.',
};
