import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Problem } from '@consilium/kernel';
import { Asker } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Trial } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { readTrialFile } from '../read-trial-file.js';
import { CountFeasibility } from './count-feasibility.query.js';
import { FeasibilityRefused, FeasibilityResult, FeasibilityType } from './feasibility.types.js';
import { PatientMatching } from './patient-matching.js';

@Resolver(() => FeasibilityType)
export class FeasibilityResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly catalogue: Catalogue,
    private readonly matching: PatientMatching,
  ) {}

  @Query(() => FeasibilityResult, {
    description:
      'How many of your patients could take part in a trial in use, and at which criterion others are lost.',
  })
  async trialFeasibility(
    @Asker() asker: Principal,
    @Args('trial', { type: () => ID }) id: string,
  ): Promise<typeof FeasibilityResult> {
    const trial = (await this.catalogue.basis()).byId.get(id);
    return trial === undefined ? refused([noSuchTrial]) : this.count(asker, trial);
  }

  @Query(() => FeasibilityResult, {
    description:
      'The same for a protocol that is not in use: one trial as YAML, JSON, CTML or of ClinicalTrials.gov.',
  })
  async protocolFeasibility(
    @Asker() asker: Principal,
    @Args('protocol', { type: () => String }) protocol: string,
  ): Promise<typeof FeasibilityResult> {
    const { trials, problems } = readTrialFile(protocol, {
      retrievedOn: this.matching.today(),
      references: await this.catalogue.references(),
    });
    const [trial, ...others] = trials;
    if (problems.length > 0 || trial === undefined) return refused(problems);
    return others.length > 0 ? refused([severalTrials]) : this.count(asker, trial);
  }

  private count(asker: Principal, trial: Trial): Promise<FeasibilityType> {
    return this.queries.execute(new CountFeasibility(asker, trial));
  }
}

const refused = (problems: readonly Problem[]): FeasibilityRefused =>
  Object.assign(new FeasibilityRefused(), { problems });

const noSuchTrial: Problem = {
  code: 'TRIALS.NO_SUCH_TRIAL',
  place: '/trial',
  message: 'No trial in use has this id.',
  remedy: 'Look for it with the query trials.',
};
const severalTrials: Problem = {
  code: 'TRIALS.SEVERAL_TRIALS',
  place: '/protocol',
  message: 'holds more than one trial.',
  remedy: 'Ask about one at a time.',
};
