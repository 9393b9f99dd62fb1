import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CaseFile, CaseState, InterpretationState } from '@consilium/board-core';
import { PageInfo } from '@consilium/platform-graphql';
import { CaseStateName } from './case-state.type.js';
import type { TherapyOption } from './interpretation.js';

export enum DirectionName {
  SENSITIVE = 'sensitive',
  RESISTANT = 'resistant',
}
export enum TumourTypeFitName {
  THIS_TYPE = 'this-type',
  PARENT_TYPE = 'parent-type',
  ANY_TUMOUR = 'any-tumour',
  SUBTYPE = 'subtype',
  ANOTHER_TYPE = 'another-type',
}
export enum InterpretationStateName {
  CURRENT = 'current',
  PENDING = 'pending',
  WITHDRAWN = 'withdrawn',
}
export enum OptionGroupName {
  OPTION = 'options',
  AVOID = 'avoid',
  WITHHELD = 'withheld',
  POSSIBLE = 'possible',
}
registerEnumType(DirectionName, { name: 'Direction' });
registerEnumType(TumourTypeFitName, {
  name: 'TumourTypeFit',
  description: "How the tumour type the evidence was made for relates to the patient's.",
});
registerEnumType(InterpretationStateName, {
  name: 'InterpretationState',
  description:
    'Whether the meaning shown belongs to the findings shown: pending until it does, withdrawn when the report was cancelled.',
});
registerEnumType(OptionGroupName, {
  name: 'TherapyOptionGroup',
  description:
    'Speaks for; speaks against; would speak for elsewhere but not here; a further fact would decide.',
});

@ObjectType()
export class TumourTypeType {
  @Field(() => String, { description: 'OncoTree code.' }) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('EvidenceStatement')
export class EvidenceType {
  @Field(() => String) id!: string;
  @Field(() => String) statement!: string;
  @Field(() => String, { description: 'As published: AMP/ASCO/CAP 2017, A to D.' }) level!: string;
  @Field(() => String, { nullable: true }) setting?: string;
  @Field(() => TumourTypeFitName) tumourTypeFit!: TherapyOption['tumourTypeFit'];
  @Field(() => [String], { description: 'Label, guideline or PMID.' }) citations!: readonly string[];
  @Field(() => Boolean, { description: 'The entry was not verified at its source.' }) unverified!: boolean;
}

@ObjectType('OptionExplanation', {
  description: 'Why the option is here: facts, evidence with sources, and the reasoning in sentences.',
})
export class ExplanationType {
  @Field(() => [String], { description: 'What was found.' }) facts!: readonly string[];
  @Field(() => [EvidenceType]) evidence!: readonly EvidenceType[];
  @Field(() => [String]) sentences!: readonly string[];
  @Field(() => [String], { description: 'The test or fact that would settle it, where it is open.' })
  wouldSettle!: readonly string[];
  @Field(() => String, { description: 'Knowledge release the answer rests on.' }) release!: string;
  @Field(() => String) releaseHash!: string;
  @Field(() => String, { description: 'The date at which it was evaluated.' }) evaluatedOn!: string;
}

@ObjectType('TherapyOption')
export class TherapyOptionType {
  @Field(() => [String], { description: 'Given together; empty where a whole class is meant.' })
  drugs!: readonly string[];
  @Field(() => String, { nullable: true }) drugClass?: string;
  @Field(() => String, {
    nullable: true,
    description: 'The class statement holds for regimens without this class.',
  })
  withoutClass?: string;
  @Field(() => OptionGroupName) group!: OptionGroupName;
  @Field(() => DirectionName) direction!: TherapyOption['direction'];
  @Field(() => String, { description: "For this patient's tumour type: AMP/ASCO/CAP 2017, A to D." })
  level!: string;
  @Field(() => TumourTypeFitName) tumourTypeFit!: TherapyOption['tumourTypeFit'];
  @Field(() => Int, { description: 'Place among the options, 1 first.' }) rank!: number;
  @Field(() => String, { nullable: true }) withheldBecause?: string;
  @Field(() => ID) profileId!: string;
  @Field(() => ExplanationType) explanation!: ExplanationType;
}

@ObjectType('Case', { description: 'One patient with one diagnosis, as the board looks at them.' })
export class CaseType {
  @Field(() => ID) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'Pseudonym.' }) patient!: string;
  @Field(() => Int, { description: 'Grows with every change.' }) revision!: number;
  @Field(() => Date) openedAt!: Date;
  @Field(() => Date) updatedAt!: Date;
  /** OncoTree code; shown as a tumour type by the resolver. */
  diagnosisCode!: string;
}

@ObjectType()
export class InterpretationStatus {
  @Field(() => ID) profileId!: string;
  @Field(() => InterpretationStateName) state!: InterpretationState;
}

@ObjectType()
export class CaseEdge {
  @Field(() => String) cursor!: string;
  @Field(() => CaseType) node!: CaseType;
}

@ObjectType()
export class CaseConnection {
  @Field(() => [CaseEdge]) edges!: CaseEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType('CaseFilter')
export class CaseFilterInput {
  @Field(() => String, { nullable: true, description: 'Pseudonym, whole.' }) patient?: string | null;
  @Field(() => String, { nullable: true, description: 'OncoTree code; the types below it are included.' })
  diagnosis?: string | null;
  @Field(() => [CaseStateName], { nullable: true, description: 'Where the case stands.' })
  states?: CaseState[] | null;
  @Field(() => String, { nullable: true, description: 'HGNC symbol of an altered gene.' }) gene?:
    string | null;
}

@ArgsType()
export class CasesArgs {
  @Field(() => CaseFilterInput, { nullable: true }) filter?: CaseFilterInput | null;
  @Field(() => Int, { defaultValue: 25, description: 'At most 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' }) after?:
    string | null;
}

export const presentCase = ({ diagnosis, ...file }: CaseFile): CaseType => ({
  ...file,
  diagnosisCode: diagnosis,
});
