import { Injectable } from '@nestjs/common';
import type { ClinicalFacts } from '@consilium/clinical';
import { validateEvent } from '@consilium/contracts';
import { type Problem, type Result, succeed } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { keepFacts } from './patient.store.js';
import { PatientMatching } from './patient-matching.js';

/** Clinical facts decide most criteria: whoever they are about is matched anew. */
@Injectable()
@HearsEvents()
export class ClinicalFactsConsumer implements Consumer<ClinicalFacts> {
  readonly group = 'trials.match-clinical-facts';
  readonly type = 'clinical.patient.v1';

  constructor(private readonly matching: PatientMatching) {}

  prepare(event: DomainEvent): Promise<Result<ClinicalFacts, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    facts: ClinicalFacts,
    _: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const record = await keepFacts(tx, facts);
    if (record !== undefined) await this.matching.renew(tx, [record]);
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.hospital : undefined;
  }
}
