import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '@consilium/platform-persistence';
import { createFunnel } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { CountFeasibility, type Feasibility } from './count-feasibility.query.js';
import { listPatients } from './patient.store.js';
import { PatientMatching } from './patient-matching.js';

/** Patients held in memory at once. */
const pageSize = 500;

@QueryHandler(CountFeasibility)
export class CountFeasibilityHandler implements IQueryHandler<CountFeasibility> {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly matching: PatientMatching,
  ) {}

  async execute({ asker, trial }: CountFeasibility): Promise<Feasibility> {
    const { references } = await this.catalogue.basis();
    const on = this.matching.today();
    const funnel = createFunnel(trial, on, references);
    for (const hospital of asker.hospitals) {
      for (let after: string | undefined = ''; after !== undefined;) {
        const start: string = after;
        const page = await this.database.transaction(asker, (tx) =>
          listPatients(tx, hospital, start, pageSize),
        );
        for (const record of page) funnel.add(record);
        after = page.length === pageSize ? page.at(-1)?.patient : undefined;
      }
    }
    return { trial: trial.id, title: trial.title, on, cohorts: funnel.result() };
  }
}
