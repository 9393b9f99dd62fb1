import { Field, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  describeFraction,
  type DrugGateAnswer,
  type GateAnswer,
  type GateReason,
  type PharmacogeneResult,
} from '@consilium/interpretation-core';

export enum GateOutcomeName {
  OK = 'ok',
  UNKNOWN = 'unknown',
  DOSE = 'dose',
  TEST_FIRST = 'test-first',
  AVOID = 'avoid',
}
registerEnumType(GateOutcomeName, { name: 'GateOutcome' });

@ObjectType('PossibleDiplotype')
class PossibleDiplotypeType {
  @Field(() => String) diplotype!: string;
  @Field(() => String) phenotype!: string;
  @Field(() => Float, { nullable: true }) score?: number;
}

@ObjectType('PharmacogeneResult', {
  description: 'A gene that decides on doses; what was not covered stays open.',
})
export class PharmacogeneResultType {
  @Field(() => String) gene!: string;
  @Field(() => String, {
    description: 'called, ambiguous, indeterminate, failed, pending or not-tested.',
  })
  state!: string;
  @Field(() => String, { description: 'CPIC term.' }) phenotype!: string;
  @Field(() => String, { nullable: true }) diplotype?: string;
  @Field(() => Float, { nullable: true, description: 'Activity score: DPYD and CYP2D6.' }) score?: number;
  @Field(() => [PossibleDiplotypeType], { description: 'Every reading the facts leave open.' })
  possible!: PharmacogeneResult['possible'];
  @Field(() => PossibleDiplotypeType, { nullable: true }) mostLikely?: PharmacogeneResult['mostLikely'];
  @Field(() => [String]) reasons!: readonly string[];
  @Field(() => [String], { description: 'What would make the answer certain.' })
  settledBy!: readonly string[];
}

@ObjectType('GateReason')
class GateReasonType {
  @Field(() => GateOutcomeName) outcome!: GateReason['outcome'];
  @Field(() => String, { description: 'pharmacogenomics, testing or interaction.' }) basis!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) gene?: string;
  @Field(() => String, { nullable: true, description: 'The other medicine of an interaction.' })
  with?: string;
  @Field(() => String, { nullable: true, description: 'Issuer, name and date.' }) source?: string;
  @Field(() => String, { nullable: true }) pmid?: string;
  @Field(() => String, { nullable: true }) strength?: string;
  @Field(() => String, { nullable: true }) setting?: string;
  @Field(() => String, { nullable: true, description: 'Part OF the normal dose, in words.' }) dose?: string;
  @Field(() => [String]) alternatives!: readonly string[];
  @Field(() => [String], { description: 'What is not a way out.' }) notAlternatives!: readonly string[];
  @Field(() => Boolean, { description: 'False where it is shown and is no part of the outcome.' })
  decides!: boolean;
  @Field(() => Boolean) unverified!: boolean;
}

@ObjectType('DrugGateAnswer')
class DrugGateAnswerType {
  @Field(() => String) drug!: string;
  @Field(() => GateOutcomeName) outcome!: DrugGateAnswer['outcome'];
  @Field(() => [GateReasonType], { description: 'The gravest first.' }) reasons!: readonly GateReasonType[];
  @Field(() => [String]) settledBy!: readonly string[];
}

@ObjectType('GateAnswer', {
  description:
    "What stands against a regimen by the patient's genes and medicines; what is not known is unknown.",
})
export class GateAnswerType {
  @Field(() => GateOutcomeName) outcome!: GateAnswer['outcome'];
  @Field(() => [DrugGateAnswerType]) drugs!: readonly DrugGateAnswerType[];
  @Field(() => [String]) settledBy!: readonly string[];
}

export const presentGate = ({ outcome, drugs, settledBy }: GateAnswer): GateAnswerType => ({
  outcome,
  settledBy,
  drugs: drugs.map((drug) => ({ ...drug, reasons: drug.reasons.map(presentReason) })),
});

function presentReason(reason: GateReason): GateReasonType {
  const { source, fraction, absolute, role, alternatives, notAlternatives, unverified, ...shown } = reason;
  const dose =
    fraction !== undefined
      ? describeFraction(fraction)
      : absolute === undefined
        ? undefined
        : `${String(absolute.value)} ${absolute.unit}`;
  return {
    ...shown,
    ...(source === undefined ? {} : { source: `${source.issuer}: ${source.name}, ${source.date}` }),
    ...(source?.pmid === undefined ? {} : { pmid: source.pmid }),
    ...(dose === undefined ? {} : { dose }),
    alternatives: alternatives ?? [],
    notAlternatives: notAlternatives ?? [],
    decides: role === 'decides',
    unverified: unverified === true,
  };
}
