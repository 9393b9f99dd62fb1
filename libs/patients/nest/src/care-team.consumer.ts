import { Injectable } from '@nestjs/common';
import { validateEvent, type ClinicalCareTeamV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { treatedBy } from '@consilium/platform-access';
import type { Role } from '@consilium/platform-identity';
import {
  HearsEvents,
  identifierIn,
  type Consumer,
  type DomainEvent,
  type Received,
} from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { withoutOwnMembers } from './without-own-members.js';

/** Whoever a hospital says treats a patient sees the patient, until it no longer says so. */
@Injectable()
@HearsEvents()
export class CareTeamConsumer implements Consumer<ClinicalCareTeamV1> {
  readonly group = 'patients.receive-care-team';
  readonly type = 'clinical.care-team.v1';
  /** Nobody says of themselves that they treat somebody: the hospital's system does. */
  readonly senders: readonly Role[] = ['administrator'];

  prepare(event: DomainEvent): Promise<Result<ClinicalCareTeamV1, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, withoutOwnMembers(event.data)));
  }

  async handle(
    { hospital, patient, version, people }: ClinicalCareTeamV1,
    { event }: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const stands: unknown[] = await tx.query(
      `INSERT INTO patients.care_team (hospital, patient, version, people) VALUES ($1, $2, $3, $4)
       ON CONFLICT (hospital, patient) DO UPDATE SET version = excluded.version, people = excluded.people
       WHERE care_team.version < excluded.version RETURNING 1`,
      [hospital, patient, version, people],
    );
    if (stands.length > 0) await treatedBy(tx, { hospital, patient }, people, event.source);
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    return identifierIn(data, 'hospital');
  }
}
