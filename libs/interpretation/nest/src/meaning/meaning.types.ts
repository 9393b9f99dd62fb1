import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { FindingMeaningType, HiddenVariantType } from './finding.types.js';
import { HereditaryType } from './hereditary.types.js';
import { ImmunotherapyType } from './marker.types.js';
import { PatientFactsInput } from './patient-facts.input.js';
import { PharmacogeneResultType } from './pharmacogene.types.js';
import { DisagreementType, EvidenceKindName, StatementType } from './statement.types.js';

@InputType({ description: 'Every member given must hold.' })
export class StatementFilter {
  @Field(() => EvidenceKindName, { nullable: true }) kind?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only statements for this tumour type.' })
  forThisTumour?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only statements with (or without) a reserve.' })
  reserved?: boolean | null;
}

@ArgsType()
export class MeaningArgs {
  @Field(() => ID) profileId!: string;
  @Field(() => PatientFactsInput, { nullable: true }) patient?: PatientFactsInput | null;
}

@ObjectType('ProfileMeaning', {
  description: 'What a profile means under what is known today, and for a patient of whom this is known.',
})
export class MeaningType {
  @Field(() => ID) profileId!: string;
  @Field(() => String, { description: 'Names of the active releases.' }) release!: string;
  @Field(() => String) releaseHash!: string;
  @Field(() => String) evaluatedOn!: string;
  @Field(() => [String]) remarks!: readonly string[];
  @Field(() => [FindingMeaningType]) findings!: FindingMeaningType[];
  @Field(() => [HiddenVariantType], { description: 'Variants that are no findings, with the filter.' })
  hiddenVariants!: HiddenVariantType[];
  @Field(() => ImmunotherapyType, { nullable: true }) immunotherapy?: ImmunotherapyType | null;
  @Field(() => HereditaryType, { nullable: true }) hereditary?: HereditaryType | null;
  @Field(() => [StatementType]) statements!: StatementType[];
  @Field(() => [DisagreementType]) disagreements!: readonly DisagreementType[];
  @Field(() => [PharmacogeneResultType], { description: 'Empty where the report says nothing of them.' })
  pharmacogenes!: PharmacogeneResultType[];
}
