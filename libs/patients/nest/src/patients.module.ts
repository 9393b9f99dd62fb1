import { Module, type DynamicModule } from '@nestjs/common';
import { CareTeamConsumer } from './care-team.consumer.js';
import { ClinicalFactsResolver } from './clinical-facts.resolver.js';
import { PatientReportConsumer } from './patient-report.consumer.js';
import { PATIENTS_OPTIONS, type PatientsOptions } from './patients.options.js';

@Module({})
export class PatientsModule {
  static register(options: PatientsOptions): DynamicModule {
    return {
      module: PatientsModule,
      providers: [
        { provide: PATIENTS_OPTIONS, useValue: options },
        PatientReportConsumer,
        CareTeamConsumer,
        ClinicalFactsResolver,
      ],
    };
  }
}
