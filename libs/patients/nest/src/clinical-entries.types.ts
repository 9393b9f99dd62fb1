import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type {
  Condition,
  ConsentStatus,
  Diagnosis,
  InfectionStatus,
  Measurement,
  Medication,
  Metastasis,
  OtherCancer,
  PerformanceStatus,
  ReceptorStatus,
  TherapyCourse,
} from '@consilium/clinical';

/** The entries of a patient's facts in GraphQL, field by field; values of closed lists as they are spelt in the event. */
@ObjectType('ClinicalHistology')
export class ClinicalHistologyType {
  @Field(() => String, { nullable: true }) completeOn?: string;
  @Field(() => [String]) entries!: readonly string[];
}

@ObjectType('ClinicalDiagnosis')
export class ClinicalDiagnosisType {
  @Field(() => String, { description: 'OncoTree code.' }) code!: string;
  @Field(() => String, {
    nullable: true,
    description: '2026-03-14, or 2026-03, or 2026, where no more is known.',
  })
  diagnosedOn?: string;
  @Field(() => ClinicalHistologyType, { nullable: true }) histology?: Diagnosis['histology'];
  @Field(() => Int, { nullable: true }) grade?: number;
}

@ObjectType('ClinicalMetastasis')
export class ClinicalMetastasisType {
  @Field(() => String) site!: Metastasis['site'];
  @Field(() => String, { nullable: true }) state?: Metastasis['state'];
  @Field(() => String, { nullable: true }) foundOn?: string;
  @Field(() => String, { nullable: true }) treatedOn?: string;
  @Field(() => String, { nullable: true }) stableSince?: string;
}

@ObjectType('ClinicalPerformance')
export class ClinicalPerformanceType {
  @Field(() => String, { description: 'ECOG, Karnofsky or Lansky.' }) scale!: PerformanceStatus['scale'];
  @Field(() => Int) value!: number;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalTherapy', { description: 'One course of treatment of the tumour.' })
export class ClinicalTherapyType {
  @Field(() => String) type!: TherapyCourse['type'];
  @Field(() => [String], { description: 'Generic names; empty for what is no drug.' })
  drugs!: readonly string[];
  @Field(() => [String], { nullable: true }) classes?: readonly string[];
  @Field(() => String, { nullable: true }) site?: string;
  @Field(() => String, { nullable: true }) startedOn?: string;
  @Field(() => String, { nullable: true }) endedOn?: string;
  @Field(() => Boolean, { nullable: true }) ongoing?: boolean;
  @Field(() => String, { nullable: true }) setting?: TherapyCourse['setting'];
  @Field(() => Int, { nullable: true, description: 'Of systemic therapy for advanced disease, from 1.' })
  line?: number;
  @Field(() => String, { nullable: true }) outcome?: TherapyCourse['outcome'];
  @Field(() => String, { nullable: true, description: 'CR, PR, SD or PD.' })
  bestResponse?: TherapyCourse['bestResponse'];
  @Field(() => String, { nullable: true }) progressedOn?: string;
}

@ObjectType('ClinicalMeasurement')
export class ClinicalMeasurementType {
  @Field(() => String) test!: Measurement['test'];
  @Field(() => String, { description: 'final, pending, failed or not-tested.' }) state!: Measurement['state'];
  @Field(() => Float, { nullable: true }) value?: number;
  @Field(() => String, {
    nullable: true,
    description: 'less-than or greater-than: the value lies beyond what the method measures.',
  })
  bound?: Measurement['bound'];
  @Field(() => String, { nullable: true, description: 'UCUM code.' }) unit?: string;
  @Field(() => Float, { nullable: true, description: "Of the laboratory's normal range." })
  upperLimit?: number;
  @Field(() => Float, { nullable: true, description: "Of the laboratory's normal range." })
  lowerLimit?: number;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalCondition', { description: 'A disease beside the tumour.' })
export class ClinicalConditionType {
  @Field(() => String) name!: string;
  @Field(() => String) kind!: Condition['kind'];
  @Field(() => String) state!: Condition['state'];
  @Field(() => String, { nullable: true }) since?: string;
  @Field(() => String, { nullable: true }) endedOn?: string;
  @Field(() => Int, { nullable: true, description: 'CTCAE grade, or NYHA class for heart failure.' })
  grade?: number;
  @Field(() => String, { nullable: true }) systemicTreatment?: Condition['systemicTreatment'];
  @Field(() => String, { nullable: true }) systemicTreatmentEndedOn?: string;
}

@ObjectType('ClinicalInfection')
export class ClinicalInfectionType {
  @Field(() => String) agent!: InfectionStatus['agent'];
  @Field(() => String, { description: 'active, controlled, past, none, pending or not-tested.' })
  state!: InfectionStatus['state'];
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalMedication')
export class ClinicalMedicationType {
  @Field(() => String, { description: 'Generic name.' }) drug!: string;
  @Field(() => [String], { nullable: true }) classes?: readonly string[];
  @Field(() => Float, { nullable: true }) prednisoneMgPerDay?: number;
  @Field(() => String, { nullable: true }) route?: Medication['route'];
  @Field(() => String, { nullable: true }) startedOn?: string;
  @Field(() => String, { nullable: true }) endedOn?: string;
}

@ObjectType('ClinicalOtherCancer')
export class ClinicalOtherCancerType {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'OncoTree code.' }) code?: string;
  @Field(() => String) state!: OtherCancer['state'];
  @Field(() => String, { nullable: true }) diagnosedOn?: string;
  @Field(() => String, { nullable: true }) diseaseFreeSince?: string;
}

@ObjectType('ClinicalConsent')
export class ClinicalConsentType {
  @Field(() => String) to!: ConsentStatus['to'];
  @Field(() => String) answer!: ConsentStatus['answer'];
  @Field(() => String) on!: string;
}

@ObjectType('ClinicalReceptor')
export class ClinicalReceptorType {
  @Field(() => String) receptor!: ReceptorStatus['receptor'];
  @Field(() => String) state!: ReceptorStatus['state'];
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}
