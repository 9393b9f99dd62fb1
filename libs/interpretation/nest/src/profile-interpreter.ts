import { Inject, Injectable } from '@nestjs/common';
import type { PatientFacts } from '@consilium/clinical';
import type { MatchingResultV1 } from '@consilium/contracts';
import {
  interpretProfile,
  interpretTherapies,
  type KnowledgeIndex,
  type Override,
  type ProfileInterpretation,
} from '@consilium/interpretation-core';
import { KNOWLEDGE_SOURCE, type ActiveKnowledge, type KnowledgeSource } from '@consilium/knowledge-core';
import type { DomainEvent } from '@consilium/platform-messaging';
import { indexOf } from './index-of-knowledge.js';
import type { Transaction } from '@consilium/platform-persistence';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from './interpretation.options.js';
import { presentInterpretation } from './present-interpretation.js';
import type { Profile } from './result.store.js';

/** Says what a profile means under what is known today; the same for events, for questions and for repetitions. */
@Injectable()
export class ProfileInterpreter {
  constructor(
    @Inject(KNOWLEDGE_SOURCE) private readonly knowledge: KnowledgeSource,
    @Inject(INTERPRETATION_OPTIONS) private readonly options: InterpretationOptions,
  ) {}

  active(within?: Transaction): Promise<ActiveKnowledge> {
    return this.knowledge.active(within);
  }

  async index(): Promise<KnowledgeIndex> {
    return indexOf(await this.knowledge.active());
  }

  async interpret(
    profile: Profile,
    overrides: readonly Override[],
    patient?: PatientFacts,
  ): Promise<ProfileInterpretation> {
    const { tumourTypes } = this.options;
    return interpretProfile(profile, await this.index(), tumourTypes, {
      overrides,
      ...(patient === undefined ? {} : { patient }),
    });
  }

  /** The result as an event; `revision` tells apart what is concluded from the same version at different times. */
  async result(
    profile: Profile,
    revision: number,
    overrides: readonly Override[],
    within: Transaction,
  ): Promise<DomainEvent<MatchingResultV1>> {
    const knowledge = await this.knowledge.active(within);
    const now = this.options.clock.now().toISOString();
    return {
      id: `${profile.id}:${String(profile.version)}:${String(revision)}`,
      source: 'urn:consilium:interpretation',
      type: 'matching.result.v1',
      subject: profile.patient,
      time: now,
      data: {
        profileId: profile.id,
        profileVersion: profile.version,
        patient: profile.patient,
        hospital: profile.hospital,
        diagnosis: profile.diagnosis,
        release: { name: indexOf(knowledge).name, contentHash: knowledge.contentHash },
        evaluatedOn: now.slice(0, 10),
        interpretation: presentInterpretation(
          interpretTherapies(profile, indexOf(knowledge), this.options.tumourTypes, { overrides }),
        ),
      },
    };
  }
}
