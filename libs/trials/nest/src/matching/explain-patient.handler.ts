import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '@consilium/platform-persistence';
import {
  costOf,
  explainTrial,
  prospectiveTrials,
  unlockList,
  type PatientRecord,
  type TrialExplanation,
} from '@consilium/trials-core';
import { Catalogue, type TrialsBasis } from '../catalogue/catalogue.js';
import { ExplainPatient, type ExplainedPatient } from './explain-patient.query.js';
import { findPatient } from './patient.store.js';
import { PatientMatching } from './patient-matching.js';

/** What a day's waiting opens is looked for among trials ruled out by no more than so many criteria. */
const missesForUnlocking = 3;

@QueryHandler(ExplainPatient)
export class ExplainPatientHandler implements IQueryHandler<ExplainPatient> {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly matching: PatientMatching,
  ) {}

  async execute({ asker, place, on, nearMisses }: ExplainPatient): Promise<ExplainedPatient | undefined> {
    const record = await this.database.transaction(asker, (tx) =>
      findPatient(tx, place.hospital, place.patient),
    );
    if (record === undefined) return undefined;
    const basis = await this.catalogue.basis();
    const day = on ?? this.matching.today();
    const { holdsUntil } = this.matching.matcherOf(basis).match(record, day);
    const explained = this.explainNear(basis, record, day, Math.max(nearMisses, missesForUnlocking));
    return {
      ...place,
      on: day,
      basis: basis.hash,
      ...(holdsUntil === undefined ? {} : { holdsUntil }),
      trials: explained
        .filter(({ explained: one }) => one.verdict !== 'not-eligible' || distanceOf(one) <= nearMisses)
        .sort((a, b) => byNearness(a.explained, b.explained)),
      unlockList: unlockList(explained.map((one) => one.explained)),
    };
  }

  /** Only trials that come near are explained: that costs more than asking whether they do. */
  private explainNear(basis: TrialsBasis, record: PatientRecord, on: string, misses: number) {
    const near = new Set(
      this.matching
        .matcherOf(basis)
        .match(record, on, misses)
        .matches.map(({ trial }) => trial),
    );
    return prospectiveTrials(basis.trials)
      .filter(({ id }) => near.has(id))
      .map((trial) => ({ trial, explained: explainTrial(trial, record, on, basis.references) }));
  }
}

const distanceOf = ({ cohorts }: TrialExplanation): number =>
  Math.min(...cohorts.map(({ blockers }) => blockers.length));

const effortOf = ({ cohorts }: TrialExplanation): number =>
  Math.min(
    ...cohorts.map(({ settledBy: [cheapest] }) => (cheapest === undefined ? Infinity : costOf(cheapest))),
  );

const rank = { eligible: 0, possible: 1, 'not-eligible': 2 } as const;

function byNearness(a: TrialExplanation, b: TrialExplanation): number {
  if (a.verdict !== b.verdict) return rank[a.verdict] - rank[b.verdict];
  const less =
    a.verdict === 'possible' ? compare(effortOf(a), effortOf(b)) : compare(distanceOf(a), distanceOf(b));
  return less !== 0 ? less : a.trial < b.trial ? -1 : 1;
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
