import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '@consilium/platform-persistence';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from '../interpretation.options.js';
import { listOverrides } from '../overrides/override.store.js';
import { ProfileInterpreter } from '../profile-interpreter.js';
import { findProfile } from '../result.store.js';
import { ExplainProfile, type ExplainedProfile } from './explain-profile.query.js';

@QueryHandler(ExplainProfile)
export class ExplainProfileHandler implements IQueryHandler<ExplainProfile> {
  constructor(
    private readonly database: Database,
    private readonly interpreter: ProfileInterpreter,
    @Inject(INTERPRETATION_OPTIONS) private readonly options: InterpretationOptions,
  ) {}

  async execute({ asker, profileId, patient }: ExplainProfile): Promise<ExplainedProfile | undefined> {
    const found = await this.database.transaction(asker, async (tx) => {
      const profile = await findProfile(tx, profileId);
      if (profile === undefined) return undefined;
      return { profile, overrides: await listOverrides(tx, { hospitals: [profile.hospital] }) };
    });
    if (found === undefined) return undefined;
    const { contentHash } = await this.interpreter.active();
    return {
      profile: found.profile,
      interpretation: await this.interpreter.interpret(found.profile, found.overrides, patient),
      releaseHash: contentHash,
      evaluatedOn: this.options.clock.now().toISOString().slice(0, 10),
    };
  }
}
