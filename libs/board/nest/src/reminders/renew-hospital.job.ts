import { Inject, Injectable } from '@nestjs/common';
import { RunsJobs, type Job, type JobHandler } from '@consilium/platform-jobs';
import type { Transaction } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { renewQueue, renewSomeReminders } from './renew-hospital.js';

@Injectable()
@RunsJobs()
export class RenewHospitalJob implements JobHandler {
  readonly queue = renewQueue;

  constructor(@Inject(BOARD_OPTIONS) private readonly options: BoardOptions) {}

  run({ hospital, payload: { after = '', since = '' } }: Job): Promise<(tx: Transaction) => Promise<void>> {
    return Promise.resolve((tx) =>
      renewSomeReminders(tx, hospital, { after, since }, this.options.clock.now()),
    );
  }
}
