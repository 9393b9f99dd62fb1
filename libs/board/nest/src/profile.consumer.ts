import { Inject, Injectable } from '@nestjs/common';
import { validateEvent, type MolecularProfileV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { announceChange } from './announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from './board.options.js';
import { putProfile, standingVersion, touchCase } from './case.store.js';

/** A profile opens the case of its patient and diagnosis, or brings it up to date. */
@Injectable()
@HearsEvents()
export class ProfileConsumer implements Consumer<MolecularProfileV1> {
  readonly group = 'board.open-case';
  readonly type = 'molecular.profile.v1';

  constructor(@Inject(BOARD_OPTIONS) private readonly options: BoardOptions) {}

  prepare(event: DomainEvent): Promise<Result<MolecularProfileV1, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    { profile, smallVariantCount }: MolecularProfileV1,
    _: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const standing = await standingVersion(tx, profile.id);
    if (standing !== undefined && standing >= profile.version) return succeed(undefined);
    const now = this.options.clock.now();
    const touched = await touchCase(tx, { ...profile, now });
    await putProfile(tx, touched.caseId, profile, smallVariantCount);
    await announceChange(
      tx,
      { ...touched, hospital: profile.hospital, patient: profile.patient, now },
      touched.revision === 1 ? 'opened' : 'profile-updated',
    );
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.profile.hospital : undefined;
  }
}
