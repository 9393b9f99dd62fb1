import { Inject, Injectable } from '@nestjs/common';
import { RunsJobs, type Job, type JobHandler } from '@consilium/platform-jobs';
import type { Transaction } from '@consilium/platform-persistence';
import { announceChange } from '../announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { countChange } from '../case.store.js';
import { holdCase } from '../casework/case-work.store.js';
import { findPolicy } from '../policy/policy.store.js';
import { remindQueue, renewReminders } from './renew-reminders.js';

/** At the instant at which somebody is to be told of a case, looks whether there still is something to tell. */
@Injectable()
@RunsJobs()
export class RemindJob implements JobHandler {
  readonly queue = remindQueue;

  constructor(@Inject(BOARD_OPTIONS) private readonly options: BoardOptions) {}

  run({ payload }: Job): Promise<(tx: Transaction) => Promise<void>> {
    return Promise.resolve(async (tx) => {
      const held = await holdCase(tx, payload['case'] ?? '');
      if (held === undefined) return;
      const now = this.options.clock.now();
      const policy = await findPolicy(tx, held.hospital);
      if (!(await renewReminders(tx, held, policy, now))) return;
      const revision = await countChange(tx, held.caseId, now);
      await announceChange(tx, { ...held, revision, now }, 'reminded');
    });
  }
}
