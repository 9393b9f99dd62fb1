import { Injectable } from '@nestjs/common';
import { validateEvent, type TrialsMatchesChangedV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { changeFor, emptyView, LateData } from './late-data.js';
import { casesOfPatient, findMatches, putMatches } from './matches.store.js';

/** The board's own copy of who may take part in which trial; a recommended trial that closes is told on the case. */
@Injectable()
@HearsEvents()
export class MatchesConsumer implements Consumer<TrialsMatchesChangedV1> {
  readonly group = 'board.take-matches';
  readonly type = 'trials.matches-changed.v1';

  constructor(private readonly lateData: LateData) {}

  prepare(event: DomainEvent): Promise<Result<TrialsMatchesChangedV1, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    told: TrialsMatchesChangedV1,
    { event }: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const cases = await casesOfPatient(tx, told.hospital, told.patient);
    const before = await findMatches(tx, cases);
    if (!(await putMatches(tx, told, event.time))) return succeed(undefined);
    for (const caseId of cases)
      await this.lateData.note(tx, caseId, `trials:${event.id}`, (record) =>
        changeFor(
          record,
          { ...emptyView, matches: before.get(caseId)?.matches ?? [] },
          { ...emptyView, matches: told.matches },
        ),
      );
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.hospital : undefined;
  }
}
