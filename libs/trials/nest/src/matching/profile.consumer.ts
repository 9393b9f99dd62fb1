import { Injectable } from '@nestjs/common';
import { validateEvent, type MolecularProfileV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { keepProfile } from './patient.store.js';
import { PatientMatching } from './patient-matching.js';

type Profile = MolecularProfileV1['profile'];

/** A profile is another reason to look which trials a patient fits. */
@Injectable()
@HearsEvents()
export class ProfileConsumer implements Consumer<Profile> {
  readonly group = 'trials.match-profile';
  readonly type = 'molecular.profile.v1';

  constructor(private readonly matching: PatientMatching) {}

  prepare(event: DomainEvent): Promise<Result<Profile, readonly Problem[]>> {
    const valid = validateEvent(this.type, event.data);
    return Promise.resolve(valid.ok ? succeed(valid.value.profile) : valid);
  }

  async handle(profile: Profile, _: Received, tx: Transaction): Promise<Result<void, readonly Problem[]>> {
    const record = await keepProfile(tx, profile);
    if (record !== undefined) await this.matching.renew(tx, [record]);
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.profile.hospital : undefined;
  }
}
