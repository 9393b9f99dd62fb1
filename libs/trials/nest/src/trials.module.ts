import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { loadBuiltInTrials } from './built-in-trials.js';
import { Catalogue } from './catalogue/catalogue.js';
import { TrialsReleaseStore } from './catalogue/release.store.js';
import { TrialResolver } from './catalogue/trial.resolver.js';
import { TrialsActivation } from './catalogue/trials-activation.js';
import { curatingControllers, curatingProviders } from './curating/index.js';
import { ClinicalFactsConsumer } from './matching/clinical-facts.consumer.js';
import { CountFeasibilityHandler } from './matching/count-feasibility.handler.js';
import { ExplainPatientHandler } from './matching/explain-patient.handler.js';
import { FeasibilityResolver } from './matching/feasibility.resolver.js';
import { MatchResolver } from './matching/match.resolver.js';
import { PatientMatching } from './matching/patient-matching.js';
import { ProfileConsumer } from './matching/profile.consumer.js';
import { SweepMatches } from './matching/sweep-matches.js';
import { SweepResolver } from './matching/sweep.resolver.js';
import { AdvanceLineHandler } from './worklist/advance-line.handler.js';
import { PlaceResolver } from './worklist/place.resolver.js';
import { Places } from './worklist/places.js';
import { ReservePlaceHandler } from './worklist/reserve-place.handler.js';
import { WorklistFeed } from './worklist/worklist-feed.js';
import { WorklistResolver } from './worklist/worklist.resolver.js';
import { TRIALS_OPTIONS, type TrialsOptions } from './trials.options.js';

const catalogue = [TrialsReleaseStore, Catalogue, TrialsActivation, TrialResolver];
const matching = [
  PatientMatching,
  ProfileConsumer,
  ClinicalFactsConsumer,
  SweepMatches,
  SweepResolver,
  ExplainPatientHandler,
  MatchResolver,
  CountFeasibilityHandler,
  FeasibilityResolver,
];
const worklist = [
  WorklistFeed,
  Places,
  AdvanceLineHandler,
  ReservePlaceHandler,
  WorklistResolver,
  PlaceResolver,
];

/** Which trials there are, who fits them, and what coordinators make of it. */
@Module({})
export class TrialsModule implements OnModuleInit {
  constructor(
    private readonly releases: TrialsReleaseStore,
    private readonly catalogue: Catalogue,
    private readonly activation: TrialsActivation,
  ) {}

  static register(options: TrialsOptions): DynamicModule {
    return {
      module: TrialsModule,
      imports: [CqrsModule],
      controllers: [...curatingControllers],
      providers: [
        { provide: TRIALS_OPTIONS, useValue: options },
        ...catalogue,
        ...matching,
        ...worklist,
        ...curatingProviders,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    const { contentHash } = await this.releases.store(loadBuiltInTrials(await this.catalogue.references()));
    await this.activation.activate(contentHash);
  }
}
