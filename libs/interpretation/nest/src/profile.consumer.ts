import { Inject, Injectable } from '@nestjs/common';
import { validateEvent, type MatchingResultV1, type MolecularProfileV1 } from '@consilium/contracts';
import { interpretProfile } from '@consilium/interpretation-core';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { KNOWLEDGE_SOURCE, type ActiveKnowledge, type KnowledgeSource } from '@consilium/knowledge-core';
import {
  appendToOutbox,
  HearsEvents,
  type Consumer,
  type DomainEvent,
  type Received,
} from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { indexOf } from './index-of-knowledge.js';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from './interpretation.options.js';
import { presentInterpretation } from './present-interpretation.js';

interface Interpreted {
  readonly profile: MolecularProfileV1['profile'];
  readonly result: MatchingResultV1;
}

/** Says what a profile means as soon as it stands. */
@Injectable()
@HearsEvents()
export class ProfileConsumer implements Consumer<Interpreted> {
  readonly group = 'interpretation.interpret-profile';
  readonly type = 'molecular.profile.v1';

  constructor(
    @Inject(KNOWLEDGE_SOURCE) private readonly knowledge: KnowledgeSource,
    @Inject(INTERPRETATION_OPTIONS) private readonly options: InterpretationOptions,
  ) {}

  async prepare(event: DomainEvent): Promise<Result<Interpreted, readonly Problem[]>> {
    const valid = validateEvent(this.type, event.data);
    if (!valid.ok) return valid;
    const { profile } = valid.value;
    const active = await this.knowledge.active();
    return succeed({ profile, result: this.interpret(profile, active) });
  }

  async handle(
    { profile, result }: Interpreted,
    _: Received,
    tx: Transaction,
  ): Promise<Result<void, readonly Problem[]>> {
    const stored: unknown[] = await tx.query(
      `INSERT INTO interpretation.result (profile_id, profile_version, hospital, patient, release_hash)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (profile_id) DO UPDATE SET
         profile_version = excluded.profile_version, patient = excluded.patient, release_hash = excluded.release_hash,
         interpreted_at = now()
       WHERE result.profile_version < excluded.profile_version
       RETURNING 1`,
      [profile.id, profile.version, profile.hospital, profile.patient, result.release.contentHash],
    );
    if (stored.length === 0) return succeed(undefined);
    await appendToOutbox(tx, [
      {
        id: `${profile.id}:${String(profile.version)}:${result.release.contentHash.slice(0, 16)}`,
        source: 'urn:consilium:interpretation',
        type: 'matching.result.v1',
        subject: profile.patient,
        time: this.options.clock.now().toISOString(),
        data: result,
      },
    ]);
    return succeed(undefined);
  }

  hospitalOf(data: unknown): string | undefined {
    const valid = validateEvent(this.type, data);
    return valid.ok ? valid.value.profile.hospital : undefined;
  }

  private interpret(profile: MolecularProfileV1['profile'], knowledge: ActiveKnowledge): MatchingResultV1 {
    const index = indexOf(knowledge);
    return {
      profileId: profile.id,
      profileVersion: profile.version,
      patient: profile.patient,
      hospital: profile.hospital,
      diagnosis: profile.diagnosis,
      release: { name: index.name, contentHash: knowledge.contentHash },
      evaluatedOn: this.options.clock.now().toISOString().slice(0, 10),
      interpretation: presentInterpretation(interpretProfile(profile, index, this.options.tumourTypes)),
    };
  }
}
