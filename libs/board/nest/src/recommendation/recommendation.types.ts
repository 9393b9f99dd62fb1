import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  noRecommendationReasons,
  recommendationKinds,
  type CaseRecord,
  type EvidenceLevel,
  type GateOutcome,
  type LabelStatus,
  type NoRecommendationReason,
  type Recommendation,
  type RecommendationItem,
  type RecommendationKind,
} from '@consilium/board-core';

const named = <T extends string>(list: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(list.map((one) => [one.toUpperCase().replaceAll('-', '_'), one]));

export const RecommendationKindName = named(recommendationKinds);
export const NoRecommendationReasonName = named(noRecommendationReasons);
export enum LabelStatusName {
  IN_LABEL = 'in-label',
  OFF_LABEL = 'off-label',
  COMPASSIONATE_USE = 'compassionate-use',
  TRIAL = 'trial',
  NOT_APPLICABLE = 'not-applicable',
}
export enum GateOutcomeOfItem {
  OK = 'ok',
  UNKNOWN = 'unknown',
  DOSE = 'dose',
  TEST_FIRST = 'test-first',
  AVOID = 'avoid',
}
registerEnumType(RecommendationKindName, { name: 'RecommendationKind' });
registerEnumType(NoRecommendationReasonName, { name: 'NoRecommendationReason' });
registerEnumType(LabelStatusName, { name: 'LabelStatus' });
registerEnumType(GateOutcomeOfItem, {
  name: 'ItemGateOutcome',
  description: 'TEST_FIRST and AVOID stop a signature.',
});

@ObjectType('ItemEvidence', { description: 'A level in its own scale.' })
export class ItemEvidenceType {
  @Field(() => String, { description: 'AMP, ESCAT, OncoKB …' }) scale!: string;
  @Field(() => String) level!: string;
  @Field(() => String) source!: string;
}

@ObjectType('ItemDissent')
export class ItemDissentType {
  @Field(() => String) by!: string;
  @Field(() => String) text!: string;
}

@ObjectType('RecommendationItem')
export class RecommendationItemType {
  @Field(() => ID) id!: string;
  @Field(() => RecommendationKindName) kind!: RecommendationKind;
  @Field(() => Int) priority!: number;
  @Field(() => [String]) drugs!: readonly string[];
  @Field(() => [String]) biomarkers!: readonly string[];
  @Field(() => [ItemEvidenceType]) evidence!: readonly EvidenceLevel[];
  @Field(() => LabelStatusName) label!: LabelStatus;
  @Field(() => String, { nullable: true, description: 'Registry number.' }) trial?: string;
  @Field(() => String) rationale!: string;
  @Field(() => [String]) references!: readonly string[];
  @Field(() => GateOutcomeOfItem, { nullable: true, description: 'Null: not asked.' }) gate?: GateOutcome;
  @Field(() => [String]) gateReasons!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Why it goes on against the gate.' })
  gateOverride?: string;
  @Field(() => String, { nullable: true }) gateOverriddenBy?: string;
  @Field(() => [ItemDissentType]) dissents!: ItemDissentType[];
}

@ObjectType('SignedRecommendation', { description: 'It never changes; an amendment is another version.' })
export class SignedRecommendationType {
  @Field(() => Int) version!: number;
  @Field(() => [RecommendationItemType]) items!: RecommendationItemType[];
  @Field(() => NoRecommendationReasonName, { nullable: true }) none?: NoRecommendationReason;
  @Field(() => String, { description: 'SHA-256 of all that was frozen.' }) contentHash!: string;
  @Field(() => String) by!: string;
  @Field(() => Date) at!: Date;
  /** Whose it is; its letters are found by it. */
  caseId!: string;
}

@ObjectType('CaseRecommendation')
export class CaseRecommendationType {
  @Field(() => [RecommendationItemType], { description: 'The draft, by priority.' })
  items!: RecommendationItemType[];
  @Field(() => NoRecommendationReasonName, { nullable: true }) none?: NoRecommendationReason;
  @Field(() => [SignedRecommendationType], { description: 'Every version, the last stands.' })
  signed!: SignedRecommendationType[];
}

@InputType('ItemEvidenceInput')
export class ItemEvidenceInput implements EvidenceLevel {
  @Field(() => String) scale!: string;
  @Field(() => String) level!: string;
  @Field(() => String) source!: string;
}

@InputType('RecommendationItemInput')
export class RecommendationItemInput {
  @Field(() => ID, { description: 'Yours; the same id changes the item.' }) id!: string;
  @Field(() => RecommendationKindName) kind!: RecommendationKind;
  @Field(() => Int) priority!: number;
  @Field(() => [String], { defaultValue: [], description: 'Generic names.' }) drugs!: string[];
  @Field(() => [String], { defaultValue: [] }) biomarkers!: string[];
  @Field(() => [ItemEvidenceInput], { defaultValue: [] }) evidence!: ItemEvidenceInput[];
  @Field(() => LabelStatusName, { defaultValue: LabelStatusName.NOT_APPLICABLE }) label!: LabelStatus;
  @Field(() => String, { nullable: true }) trial?: string | null;
  @Field(() => String) rationale!: string;
  @Field(() => [String], { defaultValue: [], description: 'PMID, label, guideline or NCT number.' })
  references!: string[];
}

export const readItem = (input: RecommendationItemInput): RecommendationItem => ({
  id: input.id,
  kind: input.kind,
  priority: input.priority,
  drugs: input.drugs,
  biomarkers: input.biomarkers,
  evidence: input.evidence.map(({ scale, level, source }) => ({ scale, level, source })),
  label: input.label,
  ...(typeof input.trial === 'string' ? { trial: { id: input.trial } } : {}),
  rationale: input.rationale,
  references: input.references,
});

const presentItems = ({ items, gates, overrides, dissents }: Recommendation): RecommendationItemType[] =>
  items.map(({ trial, ...item }) => {
    const [gate, override] = [gates[item.id], overrides[item.id]];
    return {
      ...item,
      ...(trial === undefined ? {} : { trial: trial.id }),
      ...(gate === undefined ? {} : { gate: gate.outcome }),
      gateReasons: gate?.reasons ?? [],
      ...(override === undefined ? {} : { gateOverride: override.reason, gateOverriddenBy: override.by }),
      dissents: dissents.filter((one) => one.item === item.id),
    };
  });

const reasonOf = ({ none }: Recommendation) => (none === undefined ? {} : { none });

export const presentRecommendation = ({
  id,
  recommendation,
  signed,
}: CaseRecord): CaseRecommendationType => ({
  items: presentItems(recommendation),
  ...reasonOf(recommendation),
  signed: signed.map(({ version, contentHash, by, at, ...one }) => ({
    version,
    items: presentItems(one.recommendation),
    ...reasonOf(one.recommendation),
    contentHash,
    by,
    at: new Date(at),
    caseId: id,
  })),
});
