import { Field, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { PatientFacts, PriorTherapy } from '@consilium/clinical';

export enum TherapyOutcomeName {
  PROGRESSED = 'progressed',
  INTOLERANT = 'intolerant',
  RESPONDED = 'responded',
  STABLE = 'stable',
  COMPLETED = 'completed',
  ONGOING = 'ongoing',
  UNKNOWN = 'unknown',
}
registerEnumType(TherapyOutcomeName, { name: 'TherapyOutcome' });

export enum SexName {
  FEMALE = 'female',
  MALE = 'male',
}
registerEnumType(SexName, { name: 'Sex' });

@InputType()
class PriorTherapyInput {
  @Field(() => [String], { description: 'Generic names.' }) drugs!: string[];
  @Field(() => TherapyOutcomeName) outcome!: PriorTherapy['outcome'];
  @Field(() => String, { nullable: true }) endedOn?: string | null;
}

@InputType({
  description: 'What is known of the patient. What is left out was not stated; an empty list was.',
})
export class PatientFactsInput {
  @Field(() => [PriorTherapyInput], { nullable: true }) priorTherapies?: PriorTherapyInput[] | null;
  @Field(() => [String], { nullable: true, description: 'Generic names of everything the patient takes.' })
  medication?: string[] | null;
  @Field(() => SexName, { nullable: true }) sex?: 'female' | 'male' | null;
  @Field(() => Int, { nullable: true, description: 'Years.' }) age?: number | null;
  @Field(() => Int, { nullable: true, description: 'Years.' }) ageAtDiagnosis?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the family history suggests an inherited risk by the local criteria.',
  })
  familyHistorySuggestive?: boolean | null;
  @Field(() => Boolean, { nullable: true }) transfusedRecently?: boolean | null;
}

const present = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export function readPatientFacts(input: PatientFactsInput | null | undefined): PatientFacts | undefined {
  if (!present(input)) return undefined;
  const {
    priorTherapies,
    medication,
    sex,
    age,
    ageAtDiagnosis,
    familyHistorySuggestive,
    transfusedRecently,
  } = input;
  return {
    ...(present(priorTherapies)
      ? {
          priorTherapies: priorTherapies.map(({ drugs, outcome, endedOn }) => ({
            drugs,
            outcome,
            ...(present(endedOn) ? { endedOn } : {}),
          })),
        }
      : {}),
    ...(present(medication) ? { medication } : {}),
    ...(present(sex) ? { sex } : {}),
    ...(present(age) ? { age } : {}),
    ...(present(ageAtDiagnosis) ? { ageAtDiagnosis } : {}),
    ...(present(familyHistorySuggestive)
      ? { familyHistory: familyHistorySuggestive ? ('suggestive' as const) : ('not-suggestive' as const) }
      : {}),
    ...(present(transfusedRecently) ? { transfusedRecently } : {}),
  };
}
