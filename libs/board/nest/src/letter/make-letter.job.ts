import { Inject, Injectable } from '@nestjs/common';
import { RunsJobs, type Job, type JobHandler } from '@consilium/platform-jobs';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { announceChange } from '../announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { countChange } from '../case.store.js';
import { holdCase } from '../casework/case-work.store.js';
import { letterQueue } from './letter-job.js';
import { keepLetters } from './letter.store.js';
import { makeLetter } from './make-letter.js';

/** Makes the letter that a signature asked for. */
@Injectable()
@RunsJobs()
export class MakeLetterJob implements JobHandler {
  readonly queue = letterQueue;

  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  async run({ hospital, payload }: Job): Promise<(tx: Transaction) => Promise<void>> {
    const place = { caseId: payload['case'] ?? '', version: Number(payload['version']) };
    const letters = await makeLetter(this.database, { hospitals: [hospital] }, place);
    return async (tx) => {
      const now = this.options.clock.now();
      const held = await holdCase(tx, place.caseId);
      if (held === undefined) throw new Error(`There is no case ${place.caseId} any more.`);
      await keepLetters(tx, hospital, place, letters, now);
      const revision = await countChange(tx, place.caseId, now);
      await announceChange(tx, { ...held, revision, now }, 'letter-made');
    };
  }
}
