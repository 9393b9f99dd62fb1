import { Inject, Injectable } from '@nestjs/common';
import { validateEvent, type MolecularProfileV1 } from '@consilium/contracts';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { HearsEvents, type Consumer, type DomainEvent, type Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { announceChange } from './announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from './board.options.js';
import { putProfile, standingProfile, touchCase } from './case.store.js';
import { LateData } from './late-data/late-data.js';

/** A profile opens the case of its patient and diagnosis, or brings it up to date. */
@Injectable()
@HearsEvents()
export class ProfileConsumer implements Consumer<MolecularProfileV1> {
  readonly group = 'board.open-case';
  readonly type = 'molecular.profile.v1';

  constructor(
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
    private readonly lateData: LateData,
  ) {}

  prepare(event: DomainEvent): Promise<Result<MolecularProfileV1, readonly Problem[]>> {
    return Promise.resolve(validateEvent(this.type, event.data));
  }

  async handle(
    { profile, smallVariantCount }: MolecularProfileV1,
    _: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const standing = await standingProfile(tx, profile.id);
    if (standing !== undefined && standing.version >= profile.version) return succeed(undefined);
    const now = this.options.clock.now();
    const touched = await touchCase(tx, { ...profile, now });
    await putProfile(tx, touched.caseId, profile, smallVariantCount);
    await announceChange(
      tx,
      { ...touched, hospital: profile.hospital, patient: profile.patient, now },
      touched.revision === 1 ? 'opened' : 'profile-updated',
    );
    const source = `report:${profile.id}:${String(profile.version)}`;
    // An amended diagnosis takes the report to another case; the case it was on is told as well.
    for (const caseId of new Set([touched.caseId, standing?.caseId ?? touched.caseId]))
      await this.lateData.note(tx, caseId, source, () => inWords(profile, standing?.version));
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.profile.hospital : undefined;
  }
}

const inWords = (
  { reportId, status, version }: MolecularProfileV1['profile'],
  before: number | undefined,
): string =>
  before === undefined
    ? `Report ${reportId} has come (${status}).`
    : `Report ${reportId} is ${status} in version ${String(version)}; version ${String(before)} stood before.`;
