import { Injectable } from '@nestjs/common';
import type { ClinicalFacts } from '@consilium/clinical';
import { validateEvent } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { putClinicalFacts } from './case-work.store.js';

/** The board's own copy of clinical facts: what a case lacks is read off them. */
@Injectable()
@HearsEvents()
export class ClinicalFactsConsumer implements Consumer<ClinicalFacts> {
  readonly group = 'board.keep-clinical-facts';
  readonly type = 'clinical.patient.v1';

  prepare(event: DomainEvent): Promise<Result<ClinicalFacts, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    facts: ClinicalFacts,
    _: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    await putClinicalFacts(tx, facts);
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.hospital : undefined;
  }
}
