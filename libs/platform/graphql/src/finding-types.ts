import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type {
  Assay,
  Biomarker,
  CopyNumberAlteration,
  GeneObservation,
  MolecularProfile,
  MutationalSignature,
  RecordCount,
  RemovedVariant,
  SmallVariant,
  Specimen,
  StructuralVariant,
} from '@consilium/clinical';

/** The findings of a profile in GraphQL: the vocabulary of `@consilium/clinical`, field by field. */
export enum ReportStatusName {
  PRELIMINARY = 'preliminary',
  FINAL = 'final',
  AMENDED = 'amended',
  CANCELLED = 'cancelled',
}
registerEnumType(ReportStatusName, { name: 'ReportStatus' });

@ObjectType('GenomicChange')
export class GenomicChangeType {
  @Field(() => String) build!: string;
  @Field(() => String) chromosome!: string;
  @Field(() => Int, { description: '1-based.' }) position!: number;
  @Field(() => String) reference!: string;
  @Field(() => String) alternate!: string;
}

@ObjectType('SmallVariant')
export class SmallVariantType {
  @Field(() => String, {
    nullable: true,
    description: 'HGNC symbol; empty when the file carries no annotation.',
  })
  gene?: string;
  @Field(() => String, { nullable: true, description: "The sender's spelling, where it was an alias." })
  geneAsReported?: string;
  @Field(() => String, { nullable: true, description: 'One-letter HGVS without p., for instance V600E.' })
  proteinChange?: string;
  @Field(() => String, { nullable: true }) codingChange?: string;
  @Field(() => String, { nullable: true }) transcript?: string;
  @Field(() => Int, { nullable: true }) exon?: number;
  @Field(() => String, { nullable: true }) consequence?: SmallVariant['consequence'];
  @Field(() => GenomicChangeType, { nullable: true }) genomic?: SmallVariant['genomic'];
  @Field(() => Float, { nullable: true, description: 'Variant allele fraction, 0 to 1.' }) vaf?: number;
  @Field(() => Int, { nullable: true }) depth?: number;
  @Field(() => String) origin!: SmallVariant['origin'];
  @Field(() => String, { nullable: true }) significanceAsReported?: string;
  @Field(() => [String], { nullable: true }) dbSnp?: readonly string[];
  @Field(() => Float, {
    nullable: true,
    description: 'Highest allele frequency over the continental populations of gnomAD, 0 to 1.',
  })
  populationFrequency?: number;
}

@ObjectType('CopyNumberAlteration')
export class CopyNumberAlterationType {
  @Field(() => String) gene!: string;
  @Field(() => String) state!: CopyNumberAlteration['state'];
  @Field(() => Float, { nullable: true }) copies?: number;
  @Field(() => String) origin!: CopyNumberAlteration['origin'];
}

@ObjectType('ExonRange')
export class ExonRangeType {
  @Field(() => Int) first!: number;
  @Field(() => Int) last!: number;
}

@ObjectType('StructuralVariant')
export class StructuralVariantType {
  @Field(() => String) kind!: StructuralVariant['kind'];
  @Field(() => String, { nullable: true }) fivePrimeGene?: string;
  @Field(() => String, { nullable: true }) threePrimeGene?: string;
  @Field(() => ExonRangeType, { nullable: true }) exons?: ExonRangeType;
  @Field(() => Boolean, { nullable: true }) inFrame?: boolean;
  @Field(() => Int, { nullable: true }) supportingReads?: number;
  @Field(() => String) origin!: StructuralVariant['origin'];
}

@ObjectType('Biomarker')
export class BiomarkerType {
  @Field(() => String) kind!: Biomarker['kind'];
  @Field(() => String, { description: 'positive, negative, indeterminate, failed or not-tested.' })
  state!: Biomarker['state'];
  @Field(() => Float, { nullable: true }) value?: number;
  @Field(() => String, { nullable: true }) unit?: string;
  @Field(() => String, { nullable: true }) scoring?: string;
  @Field(() => String, { nullable: true }) clone?: string;
  @Field(() => String, { nullable: true }) method?: string;
  @Field(() => Float, { nullable: true }) cutoff?: number;
  @Field(() => String, { nullable: true }) result?: string;
}

@ObjectType('Specimen')
export class SpecimenType {
  @Field(() => String) id!: string;
  @Field(() => String) site!: string;
  @Field(() => String) type!: Specimen['type'];
  @Field(() => Float, { nullable: true, description: '0 to 1.' }) tumourFraction?: number;
  @Field(() => String, { nullable: true }) collectedOn?: string;
  @Field(() => String, { nullable: true }) receivedOn?: string;
}

@ObjectType('Assay', { description: 'What was looked at, so that not found and not tested stay apart.' })
export class AssayType {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) version?: string;
  @Field(() => String) kind!: Assay['kind'];
  @Field(() => String) pairing!: Assay['pairing'];
  @Field(() => String) build!: Assay['build'];
  @Field(() => Boolean, { description: 'Whether every gene is covered (exome, genome, transcriptome).' })
  coversAllGenes!: boolean;
  @Field(() => [String], { description: 'Genes covered, where not all.' }) genes!: readonly string[];
  @Field(() => [String]) alterations!: Assay['alterations'];
  @Field(() => [String]) biomarkers!: Assay['biomarkers'];
}

@ObjectType('FilterCount')
export class FilterCountType {
  @Field(() => String) filter!: string;
  @Field(() => Int) records!: number;
}

@ObjectType('RecordCount', { description: 'What a file held and what its filters removed.' })
export class RecordCountType {
  @Field(() => String) file!: string;
  @Field(() => Int) records!: number;
  @Field(() => Int) passed!: number;
  @Field(() => Int) unannotated!: number;
  @Field(() => [FilterCountType]) removedBy!: FilterCountType[];
}

@ObjectType('RemovedVariant', {
  description: 'A record that a filter of its own file removed; it is not interpreted.',
})
export class RemovedVariantType {
  @Field(() => String) file!: string;
  @Field(() => [String], { description: "The filters' names, as in the file." })
  removedBy!: readonly string[];
  @Field(() => String, { nullable: true }) gene?: string;
  @Field(() => String, { nullable: true }) proteinChange?: string;
  @Field(() => String) chromosome!: string;
  @Field(() => Int, { description: '1-based.' }) position!: number;
  @Field(() => String) reference!: string;
  @Field(() => String) alternate!: string;
}

@ObjectType('GeneObservation', { description: 'Expression, methylation and the like.' })
export class GeneObservationType {
  @Field(() => String) gene!: string;
  @Field(() => String) feature!: GeneObservation['feature'];
  @Field(() => String) state!: GeneObservation['state'];
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) method?: string;
}

@ObjectType('MutationalSignature', {
  description: 'By its COSMIC name; what is not listed was not looked for.',
})
export class MutationalSignatureType {
  @Field(() => String) name!: string;
  @Field(() => String) state!: MutationalSignature['state'];
  @Field(() => Float, { nullable: true, description: 'Share of the mutations it explains, 0 to 1.' })
  share?: number;
  @Field(() => String, { nullable: true }) method?: string;
}

@ObjectType('MolecularProfile', { description: 'What one sequencing report says about one tumour.' })
export class MolecularProfileType {
  @Field(() => ID) id!: string;
  @Field(() => String) patient!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String) reportId!: string;
  @Field(() => Int) version!: number;
  @Field(() => ReportStatusName) status!: MolecularProfile['status'];
  @Field(() => String) issuedAt!: string;
  @Field(() => String) laboratory!: string;
  @Field(() => String, { description: 'OncoTree code.' }) diagnosis!: string;
  @Field(() => SpecimenType) specimen!: Specimen;
  @Field(() => AssayType) assay!: AssayType;
  @Field(() => [SmallVariantType]) smallVariants!: readonly SmallVariant[];
  @Field(() => Int, { description: 'All small variants of the profile, those without meaning included.' })
  smallVariantCount!: number;
  @Field(() => [CopyNumberAlterationType]) copyNumberAlterations!: readonly CopyNumberAlteration[];
  @Field(() => [StructuralVariantType]) structuralVariants!: readonly StructuralVariant[];
  @Field(() => [BiomarkerType]) biomarkers!: readonly Biomarker[];
  @Field(() => [GeneObservationType]) observations!: readonly GeneObservation[];
  @Field(() => [MutationalSignatureType]) signatures!: readonly MutationalSignature[];
  @Field(() => [RecordCountType]) recordCounts!: RecordCountType[];
  @Field(() => [RemovedVariantType], {
    description: 'The first 2,000 records per file that filters removed; recordCounts counts all.',
  })
  removedVariants!: readonly RemovedVariant[];
  @Field(() => [String]) remarks!: readonly string[];
}

/** A profile as GraphQL shows it. */
export function presentProfile(profile: MolecularProfile, smallVariantCount: number): MolecularProfileType {
  const { genes, ...assay } = profile.assay;
  return {
    ...profile,
    smallVariantCount,
    assay: { ...assay, coversAllGenes: genes === 'all', genes: genes === 'all' ? [] : genes },
    observations: profile.observations ?? [],
    signatures: profile.signatures ?? [],
    removedVariants: profile.removedVariants ?? [],
    recordCounts: profile.recordCounts.map(presentCount),
  };
}

const presentCount = ({ removedBy, ...count }: RecordCount): RecordCountType => ({
  ...count,
  removedBy: Object.entries(removedBy).map(([filter, records]) => ({ filter, records })),
});
