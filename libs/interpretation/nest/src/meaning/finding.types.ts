import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FindingSummary, HiddenVariant } from '@consilium/interpretation-core';
import { OverrideType, presentOverride } from '../overrides/override.types.js';

export enum FindingListName {
  SMALL_VARIANT = 'smallVariants',
  COPY_NUMBER = 'copyNumberAlterations',
  STRUCTURAL_VARIANT = 'structuralVariants',
  BIOMARKER = 'biomarkers',
  OBSERVATION = 'observations',
}
registerEnumType(FindingListName, { name: 'FindingKind' });

export enum AmpTierName {
  I = 'I',
  II = 'II',
  III = 'III',
  IV = 'IV',
}
registerEnumType(AmpTierName, { name: 'AmpTierName' });

@ObjectType('OncogenicityCode', { description: 'ClinGen/CGC/VICC, by what the code means.' })
class OncogenicityCodeType {
  @Field(() => String) code!: string;
  @Field(() => String, { description: 'As the journal labels it; versions differ.' }) label!: string;
  @Field(() => Int) points!: number;
  @Field(() => String) reason!: string;
  @Field(() => String, { description: 'computed or curated.' }) origin!: string;
}

@ObjectType('CodeNotAssessed')
class CodeNotAssessedType {
  @Field(() => String) code!: string;
  @Field(() => String) why!: string;
}

@ObjectType('Oncogenicity', {
  description: 'Class by points (Horak 2022), and what would settle an uncertain one.',
})
class OncogenicityType {
  @Field(() => String) classification!: string;
  @Field(() => Int) points!: number;
  @Field(() => String, { description: 'Which published cut-offs.' }) cutOffs!: string;
  @Field(() => [OncogenicityCodeType]) codes!: readonly OncogenicityCodeType[];
  @Field(() => [CodeNotAssessedType]) notAssessed!: readonly CodeNotAssessedType[];
  @Field(() => [String]) cautions!: readonly string[];
}

@ObjectType('PurposeTier')
class PurposeTierType {
  @Field(() => String, { description: 'therapeutic, diagnostic or prognostic.' }) purpose!: string;
  @Field(() => AmpTierName) tier!: string;
  @Field(() => String) level!: string;
  @Field(() => ID, { description: 'The statement that sets it.' }) setBy!: string;
  @Field(() => [ID]) additional!: readonly string[];
}

@ObjectType('AmpTier', { description: 'AMP/ASCO/CAP 2017, for this tumour type.' })
class AmpTierType {
  @Field(() => AmpTierName) tier!: string;
  @Field(() => [PurposeTierType]) byPurpose!: readonly PurposeTierType[];
  @Field(() => String) reason!: string;
}

@ObjectType('FindingMeaning', { description: 'One finding: its class, its tier, and what it belongs to.' })
export class FindingMeaningType {
  @Field(() => FindingListName) kind!: string;
  @Field(() => Int, { description: '0-based place in its list of the profile.' }) index!: number;
  @Field(() => String) text!: string;
  @Field(() => [String]) genes!: readonly string[];
  @Field(() => String, { nullable: true, description: 'met, not-met or unknown; small variants only.' })
  oncogenic?: string;
  @Field(() => OncogenicityType, { nullable: true }) oncogenicity?: FindingSummary['oncogenicity'];
  @Field(() => AmpTierType, { nullable: true }) tier?: FindingSummary['tier'];
  @Field(() => [OverrideType], { description: 'What curators set; what the rules gave stands beside it.' })
  overrides!: OverrideType[];
  @Field(() => [String]) pathways!: readonly string[];
  @Field(() => Float, { nullable: true, description: 'Where CIViC is active.' }) civicScore?: number;
}

@InputType({ description: 'Every member given must hold.' })
export class FindingFilter {
  @Field(() => [FindingListName], { nullable: true }) kinds?: string[] | null;
  @Field(() => [AmpTierName], { nullable: true }) tiers?: string[] | null;
  @Field(() => String, { nullable: true, description: 'HGNC symbol.' }) gene?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of a pathway.' }) pathway?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'oncogenic, likely-oncogenic, uncertain, likely-benign, benign.',
  })
  oncogenicity?: string | null;
  @Field(() => Float, { nullable: true, description: 'Least allele fraction, 0 to 1; what has none stays.' })
  leastVaf?: number | null;
}

@ObjectType('HiddenVariant', {
  description: 'A variant that is no finding, with the filter that took it out.',
})
export class HiddenVariantType {
  @Field(() => Int) index!: number;
  @Field(() => String) text!: string;
  @Field(() => String) filter!: string;
}

export const presentFinding = ({ finding, overrides, ...summary }: FindingSummary): FindingMeaningType => ({
  ...summary,
  kind: finding.list,
  index: finding.index,
  overrides: overrides.map(presentOverride),
});

export const presentHidden = ({ finding, text, filter }: HiddenVariant): HiddenVariantType => ({
  index: finding.index,
  text,
  filter,
});

/** Whether a finding is what a molecular pathologist asked for; `vaf` of its variant where it has one. */
export function passesFilter(
  summary: FindingSummary,
  filter: FindingFilter,
  vaf: number | undefined,
): boolean {
  const { kinds, tiers, gene, pathway, oncogenicity, leastVaf } = filter;
  return (
    (!Array.isArray(kinds) || kinds.includes(summary.finding.list)) &&
    (!Array.isArray(tiers) || (summary.tier !== undefined && tiers.includes(summary.tier.tier))) &&
    (typeof gene !== 'string' || summary.genes.includes(gene)) &&
    (typeof pathway !== 'string' || summary.pathways.includes(pathway)) &&
    (typeof oncogenicity !== 'string' || summary.oncogenicity?.classification === oncogenicity) &&
    (typeof leastVaf !== 'number' || vaf === undefined || vaf >= leastVaf)
  );
}
