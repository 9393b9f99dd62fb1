import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Disagreement, StatementSummary } from '@consilium/interpretation-core';

export enum EvidenceKindName {
  PREDICTIVE = 'predictive',
  DIAGNOSTIC = 'diagnostic',
  PROGNOSTIC = 'prognostic',
  PREDISPOSING = 'predisposing',
  FUNCTIONAL = 'functional',
  ONCOGENIC = 'oncogenic',
}
registerEnumType(EvidenceKindName, { name: 'EvidenceKind' });

@ObjectType('KnowledgeStatement', {
  description:
    'What a source says of a finding beside the therapies offered: each with its grade and its reserve.',
})
export class StatementType {
  @Field(() => ID) id!: string;
  @Field(() => EvidenceKindName) kind!: StatementSummary['kind'];
  @Field(() => String, { description: 'Direction or significance, in words.' }) claim!: string;
  @Field(() => String) statement!: string;
  @Field(() => String, { description: 'In the scale of its source.' }) grade!: string;
  @Field(() => String, {
    nullable: true,
    description: 'An AMP level beside the grade, approximate: for display only.',
  })
  approximateLevel?: string;
  @Field(() => String, { nullable: true }) disease?: string;
  @Field(() => String) tumourTypeFit!: string;
  @Field(() => [String]) facts!: readonly string[];
  @Field(() => [String]) citations!: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'Why it decides nothing: flagged, retracted, submitted, does-not-support, not-stated.',
  })
  reserve?: string;
  @Field(() => Boolean) unverified!: boolean;
}

export const presentStatement = ({ facts, display, ...statement }: StatementSummary): StatementType => ({
  ...statement,
  ...(display === undefined ? {} : { approximateLevel: display.level }),
  facts: facts.map(({ text }) => text),
});

@ObjectType('DisagreeingItem')
class DisagreeingItemType {
  @Field(() => ID) id!: string;
  @Field(() => String) source!: string;
  @Field(() => String) grade!: string;
  @Field(() => String, { nullable: true }) reviewedOn?: string;
}

@ObjectType('DisagreeingSide')
class DisagreeingSideType {
  @Field(() => String) claim!: string;
  @Field(() => [DisagreeingItemType]) items!: readonly DisagreeingItemType[];
}

@ObjectType('Disagreement', { description: 'Statements that hold for this patient and do not say the same.' })
export class DisagreementType {
  @Field(() => String) subject!: string;
  @Field(() => [DisagreeingSideType]) sides!: Disagreement['sides'];
  @Field(() => [String], { description: 'direction, not-supported, tumour-mapping or date.' })
  reasons!: readonly string[];
  @Field(() => String) sentence!: string;
}
