import { Inject, Injectable } from '@nestjs/common';
import type { ClinicalFacts } from '@consilium/clinical';
import { validateEvent, type ClinicalPatientV1 } from '@consilium/contracts';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { checkClinicalFacts, problem } from '@consilium/patients-core';
import type { Role } from '@consilium/platform-identity';
import {
  appendToOutbox,
  HearsEvents,
  identifierIn,
  type Consumer,
  type DomainEvent,
  type Received,
} from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { storeFacts } from './clinical-facts.store.js';
import { PATIENTS_OPTIONS, type PatientsOptions } from './patients.options.js';
import { withoutOwnMembers } from './without-own-members.js';

/** What a hospital says of a patient becomes the facts that stand, or a dead letter that says why not. */
@Injectable()
@HearsEvents()
export class PatientReportConsumer implements Consumer<ClinicalFacts> {
  readonly group = 'patients.receive-patient-report';
  readonly type = 'clinical.patient-report.v1';
  readonly senders: readonly Role[] = ['referrer', 'coordinator', 'trial-coordinator', 'administrator'];

  constructor(@Inject(PATIENTS_OPTIONS) private readonly options: PatientsOptions) {}

  prepare(event: DomainEvent): Promise<Result<ClinicalFacts, readonly Problem[]>> {
    const valid = validateEvent(this.type, withoutOwnMembers(event.data));
    if (!valid.ok) return Promise.resolve(valid);
    const { tumourTypes, clock, genericName } = this.options;
    return Promise.resolve(checkClinicalFacts(valid.value, { tumourTypes, genericName, now: clock.now() }));
  }

  async handle(
    facts: ClinicalFacts,
    received: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const stored = await storeFacts(tx, facts, received);
    if (stored === 'other-content') return fail([versionReused(facts.version)]);
    if (stored === 'stands') {
      const data: ClinicalPatientV1 = facts;
      await appendToOutbox(tx, [
        {
          id: [facts.hospital, facts.patient, String(facts.version)].map(encodeURIComponent).join('/'),
          source: 'urn:consilium:patients',
          type: 'clinical.patient.v1',
          subject: facts.patient,
          time: this.options.clock.now().toISOString(),
          data,
        },
      ]);
    }
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    return identifierIn(data, 'hospital');
  }

  patientOf(data: unknown): string | undefined {
    return identifierIn(data, 'patient');
  }
}

const versionReused = (version: number): Problem =>
  problem(
    'PATIENTS.VERSION_REUSED',
    '/version',
    `version ${String(version)} of this patient's facts was already received with other content.`,
    `Send the change as version ${String(version + 1)} or higher.`,
  );
