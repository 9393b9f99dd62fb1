import { Inject, Injectable } from '@nestjs/common';
import type { MolecularProfile } from '@consilium/clinical';
import {
  validateEvent,
  type LabSequencingReportRejectedV1,
  type MolecularProfileV1,
} from '@consilium/contracts';
import { buildProfile, carriesMeaning } from '@consilium/genomics-core';
import { fail, succeed, type Clock, type Problem, type Result } from '@consilium/kernel';
import type { Role } from '@consilium/platform-identity';
import {
  appendToOutbox,
  HearsEvents,
  identifierIn,
  type Consumer,
  type DomainEvent,
  type Received,
  type RefusedMessage,
} from '@consilium/platform-messaging';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { GENOMICS_OPTIONS, type GenomicsOptions } from './genomics.options.js';
import { profileIdOf, storeProfile } from './profile.store.js';
import { openAttachment } from './attachment.store.js';
import { readAttachments, type NamedAttachment } from './read-attachments.js';

const source = 'urn:consilium:genomics';

/** A laboratory's report becomes a molecular profile, or a dead letter that says why not. */
@Injectable()
@HearsEvents()
export class SequencingReportConsumer implements Consumer<MolecularProfile> {
  readonly group = 'genomics.receive-sequencing-report';
  readonly type = 'lab.sequencing-report.v1';
  readonly senders: readonly Role[] = ['lab', 'administrator'];

  private readonly clock: Clock;

  constructor(
    private readonly database: Database,
    @Inject(GENOMICS_OPTIONS) private readonly options: GenomicsOptions,
  ) {
    this.clock = options.clock;
  }

  async prepare(event: DomainEvent): Promise<Result<MolecularProfile, readonly Problem[]>> {
    const valid = validateEvent(this.type, event.data);
    if (!valid.ok) return valid;
    const report = valid.value;
    const { genes, tumourTypes, unpackedLimit } = this.options;
    const open = (attachment: NamedAttachment) =>
      openAttachment(this.database, report.hospital, attachment.sha256 ?? '');
    const files = await readAttachments({ open, genes, unpackedLimit }, report);
    if (!files.ok) return files;
    const profileId = profileIdOf(report.hospital, report.laboratory, report.reportId);
    return buildProfile(report, files.value, { genes, tumourTypes, now: this.clock.now(), profileId });
  }

  async handle(
    profile: MolecularProfile,
    received: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const stored = await storeProfile(tx, profile, received);
    if (stored === 'other-content') return fail([versionReused(profile.version)]);
    if (stored === 'stands') {
      const { removedVariants: _, ...told } = profile;
      const data: MolecularProfileV1 = {
        profile: { ...told, smallVariants: profile.smallVariants.filter(carriesMeaning) },
        smallVariantCount: profile.smallVariants.length,
      };
      await appendToOutbox(tx, [
        {
          id: `${profile.id}:${String(profile.version)}`,
          source,
          type: 'molecular.profile.v1',
          subject: profile.patient,
          time: this.clock.now().toISOString(),
          data,
        },
      ]);
    }
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    return identifierIn(data, 'hospital');
  }

  async whenRefused(refused: RefusedMessage, tx: Transaction): Promise<void> {
    const data: LabSequencingReportRejectedV1 = {
      deadLetterId: refused.deadLetterId,
      problems: refused.problems.map(({ code, place, message, remedy }) => ({
        code,
        place,
        message,
        remedy,
      })),
      ...(refused.event === undefined
        ? {}
        : { rejectedEventId: refused.event.id, rejectedEventSource: refused.event.source }),
      ...(refused.hospital === undefined ? {} : { hospital: refused.hospital }),
    };
    await appendToOutbox(tx, [
      {
        id: refused.deadLetterId,
        source,
        type: 'lab.sequencing-report-rejected.v1',
        subject: refused.event?.subject ?? refused.message.key ?? 'unknown',
        time: this.clock.now().toISOString(),
        data,
      },
    ]);
  }
}

const versionReused = (version: number): Problem => ({
  code: 'GENOMICS.VERSION_REUSED',
  place: '/version',
  message: `version ${String(version)} of this report was already received with other content.`,
  remedy: `Send the change as version ${String(version + 1)} with status amended.`,
});
