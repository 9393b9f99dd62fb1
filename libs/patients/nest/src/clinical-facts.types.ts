import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type {
  ClinicalFacts,
  Condition,
  Medication,
  Metastasis,
  OtherCancer,
  Residence,
  Stage,
  TherapyCourse,
} from '@consilium/clinical';
import {
  ClinicalConditionType,
  ClinicalConsentType,
  ClinicalDiagnosisType,
  ClinicalInfectionType,
  ClinicalMeasurementType,
  ClinicalMedicationType,
  ClinicalMetastasisType,
  ClinicalOtherCancerType,
  ClinicalPerformanceType,
  ClinicalReceptorType,
  ClinicalTherapyType,
} from './clinical-entries.types.js';

@ObjectType('ClinicalMetastases')
export class ClinicalMetastasesType {
  @Field(() => String, {
    nullable: true,
    description: 'When the list was last taken whole; without it, what is not on the list is unknown.',
  })
  completeOn?: string;
  @Field(() => [ClinicalMetastasisType]) entries!: readonly Metastasis[];
}

@ObjectType('ClinicalTherapies')
export class ClinicalTherapiesType {
  @Field(() => String, {
    nullable: true,
    description: 'When the list was last taken whole; without it, what is not on the list is unknown.',
  })
  completeOn?: string;
  @Field(() => [ClinicalTherapyType]) entries!: readonly TherapyCourse[];
}

@ObjectType('ClinicalConditions')
export class ClinicalConditionsType {
  @Field(() => String, {
    nullable: true,
    description: 'When the list was last taken whole; without it, what is not on the list is unknown.',
  })
  completeOn?: string;
  @Field(() => [ClinicalConditionType]) entries!: readonly Condition[];
}

@ObjectType('ClinicalMedicationList')
export class ClinicalMedicationListType {
  @Field(() => String, {
    nullable: true,
    description: 'When the list was last taken whole; without it, what is not on the list is unknown.',
  })
  completeOn?: string;
  @Field(() => [ClinicalMedicationType]) entries!: readonly Medication[];
}

@ObjectType('ClinicalOtherCancers')
export class ClinicalOtherCancersType {
  @Field(() => String, {
    nullable: true,
    description: 'When the list was last taken whole; without it, what is not on the list is unknown.',
  })
  completeOn?: string;
  @Field(() => [ClinicalOtherCancerType]) entries!: readonly OtherCancer[];
}

@ObjectType('ClinicalStage')
export class ClinicalStageType {
  @Field(() => String, { nullable: true }) system?: string;
  @Field(() => String, { nullable: true }) group?: string;
  @Field(() => String, { nullable: true }) extent?: Stage['extent'];
  @Field(() => Boolean, { nullable: true }) resectable?: boolean;
}

@ObjectType('ClinicalStageStated')
export class ClinicalStageStatedType {
  @Field(() => ClinicalStageType) value!: Stage;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalMeasurableDisease')
export class ClinicalMeasurableDiseaseType {
  @Field(() => Boolean) value!: boolean;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => String, { nullable: true }) criteria?: string;
}

@ObjectType('ClinicalPregnancy')
export class ClinicalPregnancyType {
  @Field(() => String) value!: NonNullable<ClinicalFacts['pregnancy']>['value'];
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalContraception')
export class ClinicalContraceptionType {
  @Field(() => String) value!: NonNullable<ClinicalFacts['contraception']>['value'];
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalLifeExpectancy')
export class ClinicalLifeExpectancyType {
  @Field(() => Float) value!: number;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalResidence')
export class ClinicalResidenceType {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' }) country!: string;
  @Field(() => String, { nullable: true }) region?: string;
  @Field(() => Float, { nullable: true }) travelKm?: number;
}

@ObjectType('ClinicalResidenceStated')
export class ClinicalResidenceStatedType {
  @Field(() => ClinicalResidenceType) value!: Residence;
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalLanguages')
export class ClinicalLanguagesType {
  @Field(() => [String]) value!: readonly string[];
  @Field(() => String) on!: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('ClinicalFacts', {
  description: "What is known of a patient beside the tumour's profile, as it stands; null is: not stated.",
})
export class ClinicalFactsType {
  @Field(() => String) patient!: string;
  @Field(() => String) hospital!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) recordedAt!: string;
  @Field(() => String, {
    nullable: true,
    description: '2026-03-14, or 2026-03, or 2026, where no more is known.',
  })
  birthDate?: string;
  @Field(() => String, { nullable: true }) deceasedOn?: string;
  @Field(() => String, { nullable: true }) sex?: ClinicalFacts['sex'];
  @Field(() => [ClinicalDiagnosisType], { nullable: true, description: 'The tumour in question first.' })
  diagnoses?: ClinicalFacts['diagnoses'];
  @Field(() => ClinicalStageStatedType, { nullable: true }) stage?: ClinicalFacts['stage'];
  @Field(() => ClinicalMetastasesType, { nullable: true }) metastases?: ClinicalFacts['metastases'];
  @Field(() => ClinicalMeasurableDiseaseType, { nullable: true })
  measurableDisease?: ClinicalFacts['measurableDisease'];
  @Field(() => [ClinicalPerformanceType], { nullable: true }) performance?: ClinicalFacts['performance'];
  @Field(() => ClinicalTherapiesType, { nullable: true }) therapies?: ClinicalFacts['therapies'];
  @Field(() => [ClinicalMeasurementType], { nullable: true }) measurements?: ClinicalFacts['measurements'];
  @Field(() => ClinicalConditionsType, { nullable: true }) conditions?: ClinicalFacts['conditions'];
  @Field(() => [ClinicalInfectionType], { nullable: true }) infections?: ClinicalFacts['infections'];
  @Field(() => ClinicalMedicationListType, { nullable: true }) medication?: ClinicalFacts['medication'];
  @Field(() => ClinicalOtherCancersType, { nullable: true }) otherCancers?: ClinicalFacts['otherCancers'];
  @Field(() => ClinicalPregnancyType, { nullable: true }) pregnancy?: ClinicalFacts['pregnancy'];
  @Field(() => ClinicalContraceptionType, { nullable: true }) contraception?: ClinicalFacts['contraception'];
  @Field(() => [ClinicalConsentType], { nullable: true }) consents?: ClinicalFacts['consents'];
  @Field(() => ClinicalLifeExpectancyType, { nullable: true })
  lifeExpectancyWeeks?: ClinicalFacts['lifeExpectancyWeeks'];
  @Field(() => ClinicalResidenceStatedType, { nullable: true }) residence?: ClinicalFacts['residence'];
  @Field(() => ClinicalLanguagesType, { nullable: true }) languages?: ClinicalFacts['languages'];
  @Field(() => [ClinicalReceptorType], { nullable: true }) receptors?: ClinicalFacts['receptors'];
}
