import { Injectable } from '@nestjs/common';
import { validateEvent } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import {
  appendToOutbox,
  HearsEvents,
  type Consumer,
  type DomainEvent,
  type Received,
} from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { listOverrides } from './overrides/override.store.js';
import { ProfileInterpreter } from './profile-interpreter.js';
import { keepProfile, type Profile } from './result.store.js';

/** Says what a profile means as soon as it stands. */
@Injectable()
@HearsEvents()
export class ProfileConsumer implements Consumer<Profile> {
  readonly group = 'interpretation.interpret-profile';
  readonly type = 'molecular.profile.v1';

  constructor(private readonly interpreter: ProfileInterpreter) {}

  prepare(event: DomainEvent): Promise<Result<Profile, readonly Problem[]>> {
    const valid = validateEvent(this.type, event.data);
    return Promise.resolve(valid.ok ? succeed(valid.value.profile) : valid);
  }

  async handle(profile: Profile, _: Received, tx: Transaction): Promise<Result<void, readonly Problem[]>> {
    const { contentHash } = await this.interpreter.active(tx);
    const revision = await keepProfile(tx, profile, contentHash);
    if (revision === undefined) return succeed(undefined);
    const overrides = await listOverrides(tx, { hospitals: [profile.hospital] });
    await appendToOutbox(tx, [await this.interpreter.result(profile, revision, overrides, tx)]);
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.profile.hospital : undefined;
  }
}
