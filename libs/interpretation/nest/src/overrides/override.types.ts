import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Override } from '@consilium/interpretation-core';
import { ProblemType } from '@consilium/platform-graphql';

export enum OverrideKindName {
  ONCOGENICITY = 'oncogenicity',
  TIER = 'tier',
  CODE = 'code',
}
registerEnumType(OverrideKindName, { name: 'OverrideKind' });

export enum OverrideDecisionName {
  APPROVED = 'approved',
  REJECTED = 'rejected',
}
registerEnumType(OverrideDecisionName, { name: 'OverrideDecision' });

@ObjectType('VariantOverride', {
  description:
    'What a curator set in place of what the rules gave, for one hospital. In force once approved.',
})
export class OverrideType {
  @Field(() => ID) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String) gene!: string;
  @Field(() => String) change!: string;
  @Field(() => OverrideKindName) kind!: Override['subject']['kind'];
  @Field(() => String, { description: 'A class of oncogenicity, or a tier.' }) value!: string;
  @Field(() => String, { nullable: true, description: 'A code of ClinGen/CGC/VICC, by its meaning.' })
  code?: string;
  @Field(() => String, { nullable: true }) purpose?: string;
  @Field(() => String, { nullable: true, description: 'OncoTree code; tiers only.' }) tumourType?: string;
  @Field(() => String) reason!: string;
  @Field(() => String) proposedBy!: string;
  @Field(() => String) proposedAt!: string;
  @Field(() => OverrideDecisionName, {
    nullable: true,
    description: 'Empty while it waits for a second person.',
  })
  decision?: 'approved' | 'rejected';
  @Field(() => String, { nullable: true }) reviewedBy?: string;
  @Field(() => String, { nullable: true }) reviewedAt?: string;
  @Field(() => String, { nullable: true }) reviewReason?: string;
}

export function presentOverride({ subject, review, ...override }: Override): OverrideType {
  return Object.assign(new OverrideType(), {
    ...override,
    kind: subject.kind,
    value: subject.value,
    ...(subject.kind === 'code' ? { code: subject.code } : {}),
    ...(subject.kind === 'tier' ? { purpose: subject.purpose, tumourType: subject.tumourType } : {}),
    ...(review === undefined
      ? {}
      : {
          decision: review.decision,
          reviewedBy: review.by,
          reviewedAt: review.at,
          ...(review.reason === undefined ? {} : { reviewReason: review.reason }),
        }),
  });
}

@InputType()
export class OncogenicityOverrideInput {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'HGNC symbol.' }) gene!: string;
  @Field(() => String, { description: 'V600E, or c.1799T>A.' }) change!: string;
  @Field(() => String, { description: 'oncogenic, likely-oncogenic, uncertain, likely-benign or benign.' })
  value!: string;
  @Field(() => String) reason!: string;
}

@InputType()
export class CodeOverrideInput {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'HGNC symbol.' }) gene!: string;
  @Field(() => String, { description: 'V600E, or c.1799T>A.' }) change!: string;
  @Field(() => String, {
    description:
      'A code by its meaning, for instance functional_damaging, or by a label that leaves no doubt, for instance OS2.',
  })
  code!: string;
  @Field(() => Boolean) applies!: boolean;
  @Field(() => String) reason!: string;
}

@InputType()
export class TierOverrideInput {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'HGNC symbol.' }) gene!: string;
  @Field(() => String, { description: 'V600E, or c.1799T>A.' }) change!: string;
  @Field(() => String, { description: 'therapeutic, diagnostic or prognostic.' }) purpose!: string;
  @Field(() => String, { description: 'OncoTree code.' }) tumourType!: string;
  @Field(() => String, { description: 'I, II, III or IV.' }) value!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class OverrideRefused {
  @Field(() => ProblemType) problem!: ProblemType;
}

export const OverrideResult = createUnionType({
  name: 'OverrideResult',
  types: () => [OverrideType, OverrideRefused] as const,
});
