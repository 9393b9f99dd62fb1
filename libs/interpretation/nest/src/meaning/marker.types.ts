import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { ImmunotherapyReading, MarkerAnswer } from '@consilium/interpretation-core';

@ObjectType('GreyZone')
class GreyZoneType {
  @Field(() => Float) from!: number;
  @Field(() => Float) to!: number;
}

@ObjectType('MarkerAnswer', {
  description: 'A biomarker with method, unit, cut-off and grey zone; not tested is never negative.',
})
class MarkerAnswerType {
  @Field(() => String) marker!: string;
  @Field(() => String, { description: 'positive, negative, indeterminate, failed or not-tested.' })
  state!: string;
  @Field(() => Float, { nullable: true }) value?: number;
  @Field(() => String, { nullable: true }) unit?: string;
  @Field(() => String, { nullable: true }) scoring?: string;
  @Field(() => String, { nullable: true }) clone?: string;
  @Field(() => String, { nullable: true }) method?: string;
  @Field(() => String, { nullable: true }) result?: string;
  @Field(() => Float, { nullable: true }) cutOff?: number;
  @Field(() => String, { nullable: true, description: 'laboratory or rule.' }) cutOffBy?: string;
  @Field(() => GreyZoneType, { nullable: true }) greyZone?: MarkerAnswer['greyZone'];
  @Field(() => Boolean) inGreyZone!: boolean;
  @Field(() => Boolean, { description: 'Not to be decided on before what settledBy names is known.' })
  hold!: boolean;
  @Field(() => [String]) sentences!: readonly string[];
  @Field(() => [String]) settledBy!: readonly string[];
  @Field(() => String) source!: string;
  @Field(() => String, { nullable: true }) pmid?: string;
  @Field(() => Boolean) unverified!: boolean;
}

@ObjectType('ImmunotherapyCaution', {
  description: 'Colours how immunotherapy is seen; never a rule against it.',
})
class CautionType {
  @Field(() => String) name!: string;
  @Field(() => String) text!: string;
  @Field(() => [String]) facts!: readonly string[];
  @Field(() => String) source!: string;
  @Field(() => Boolean) unverified!: boolean;
}

@ObjectType('OpenCaution', { description: 'A caution that can neither be raised nor dismissed.' })
class OpenCautionType {
  @Field(() => String) name!: string;
  @Field(() => [String]) settledBy!: readonly string[];
}

@ObjectType('HomologousRecombination', { description: 'Deficiency by BRCA1 or BRCA2, or by the score.' })
class HomologousRecombinationType {
  @Field(() => String, { description: 'met, not-met or unknown.' }) answer!: string;
  @Field(() => String) byBrca!: string;
  @Field(() => String) byScore!: string;
  @Field(() => [String]) sentences!: readonly string[];
}

@ObjectType('ProofreadingFinding')
class ProofreadingType {
  @Field(() => String) gene!: string;
  @Field(() => String, { description: 'established or uncertain.' }) state!: string;
  @Field(() => String) variant!: string;
  @Field(() => String) sentence!: string;
}

@ObjectType('Immunotherapy')
export class ImmunotherapyType {
  @Field(() => [MarkerAnswerType]) markers!: ImmunotherapyReading['markers'];
  @Field(() => [ProofreadingType]) proofreading!: ImmunotherapyReading['proofreading'];
  @Field(() => [CautionType]) cautions!: ImmunotherapyReading['cautions'];
  @Field(() => [OpenCautionType]) openCautions!: ImmunotherapyReading['openCautions'];
  @Field(() => HomologousRecombinationType)
  homologousRecombination!: ImmunotherapyReading['homologousRecombination'];
  @Field(() => [String]) remarks!: readonly string[];
}
