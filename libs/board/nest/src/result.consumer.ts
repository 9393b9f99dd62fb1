import { Inject, Injectable } from '@nestjs/common';
import { validateEvent, type MatchingResultV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { announceChange } from './announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from './board.options.js';
import { findResults, putResult, touchCase } from './case.store.js';
import { changeFor, emptyView, LateData } from './late-data/late-data.js';
import { statementsOf } from './late-data/statements-of.js';

/** What a profile means comes onto its case. It may arrive before the profile itself: then it waits for it there. */
@Injectable()
@HearsEvents()
export class ResultConsumer implements Consumer<MatchingResultV1> {
  readonly group = 'board.take-options';
  readonly type = 'matching.result.v1';

  constructor(
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
    private readonly lateData: LateData,
  ) {}

  prepare(event: DomainEvent): Promise<Result<MatchingResultV1, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    result: MatchingResultV1,
    { event }: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const [before] = await findResults(tx, [result.profileId]);
    const newest = await putResult(tx, result.hospital, {
      profileId: result.profileId,
      profileVersion: result.profileVersion,
      releaseName: result.release.name,
      releaseHash: result.release.contentHash,
      evaluatedOn: result.evaluatedOn,
      interpretation: result.interpretation,
    });
    if (!newest) return succeed(undefined);
    const now = this.options.clock.now();
    const touched = await touchCase(tx, { ...result, now });
    await announceChange(
      tx,
      { ...touched, hospital: result.hospital, patient: result.patient, now },
      touched.revision === 1 ? 'opened' : 'options-updated',
    );
    await this.lateData.note(tx, touched.caseId, `meaning:${event.id}`, (record) =>
      changeFor(
        record,
        { ...emptyView, statements: before === undefined ? [] : statementsOf(before.interpretation) },
        { ...emptyView, statements: statementsOf(result.interpretation) },
      ),
    );
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.hospital : undefined;
  }
}
