import type { MolecularProfile, PatientFacts, SmallVariant, TumourTypeTree } from '@consilium/clinical';
import type { GermlineFilter, HereditaryGene, HereditaryTables } from '@consilium/knowledge-core';
import { nameSmallVariant } from '../describe-finding.js';
import { effectOf } from '../variant-effect.js';
import { isHarmful, readAcmgClass } from './acmg-class.js';
import { stepsForFlag, type NextStep } from './carrier-measures.js';

/** A finding of the tumour that may be inherited. Never a diagnosis. */
export interface GermlineFlag {
  readonly gene: string;
  readonly variant: string;
  /** 0-based place among the small variants. */
  readonly index: number;
  readonly condition: string;
  /** `undecided`: a fact is missing. What does not pass the filter is not listed. */
  readonly state: 'raised' | 'undecided';
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly settledBy: readonly string[];
  readonly nextSteps: readonly NextStep[];
  readonly unverified: boolean;
}

export interface GermlineSuspicion {
  readonly flags: readonly GermlineFlag[];
  /** What a reader must know of the whole: no flag is not no risk. */
  readonly remarks: readonly string[];
}

/** One test of the filter: passed, failed, or not known with what would settle it. */
type Check =
  | { readonly holds: true; readonly reason: string }
  | { readonly holds: false }
  | { readonly holds: undefined; readonly reason: string; readonly settledBy: string };

const passed = (reason: string): Check => ({ holds: true, reason });
const failed: Check = { holds: false };
const missing = (reason: string, settledBy: string): Check => ({ holds: undefined, reason, settledBy });

/**
 * Possible germline variants from tumour-only data by the filter of the ESMO Precision Medicine Working Group (2019,
 * PMID 31050713; 2023, PMID 36529447): pathogenic or likely pathogenic, rare, allele fraction above 30 % (small indels
 * 20 %), tumour not hypermutated, gene followed up in this tumour and at this age.
 */
export function germlineFlags(
  profile: MolecularProfile,
  patient: PatientFacts,
  tables: HereditaryTables,
  tumourTypes: TumourTypeTree,
): GermlineSuspicion {
  const { pairing } = profile.assay;
  const flags =
    pairing === 'paired'
      ? []
      : profile.smallVariants.flatMap((variant, index) =>
          flagFor(variant, index, { profile, patient, tables, tumourTypes }),
        );
  return { flags, remarks: remarksOn(profile, patient, tables.filter) };
}

interface Situation {
  readonly profile: MolecularProfile;
  readonly patient: PatientFacts;
  readonly tables: HereditaryTables;
  readonly tumourTypes: TumourTypeTree;
}

function flagFor(variant: SmallVariant, index: number, situation: Situation): readonly GermlineFlag[] {
  const { profile, tables, patient } = situation;
  const known = tables.genes.find(({ gene, followUp }) => gene === variant.gene && followUp !== undefined);
  if (known === undefined || variant.origin === 'germline') return [];
  const checks = [
    pathogenic(variant),
    rare(variant, tables.filter),
    fraction(variant, profile, tables.filter),
    notHypermutated(profile),
    followedUp(known, patient, situation),
  ];
  if (checks.some(({ holds }) => holds === false)) return [];
  const open = checks.flatMap((check) => (check.holds === undefined ? [check] : []));
  const name = nameSmallVariant(variant);
  return [
    {
      gene: known.gene,
      variant: name,
      index,
      condition: known.condition,
      state: open.length === 0 ? 'raised' : 'undecided',
      sentence:
        open.length === 0
          ? `${name}: possible germline – offer a germline test after consent and counselling.`
          : `${name}: whether it may be inherited cannot be judged yet.`,
      reasons: [
        ...checks.flatMap((check) => (check.holds === false ? [] : [check.reason])),
        ...notesOn(variant, profile, tables.filter),
      ],
      settledBy: open.map(({ settledBy }) => settledBy),
      nextSteps: open.length === 0 ? stepsForFlag : [],
      unverified: known.unverified === true || tables.filter.unverified === true,
    },
  ];
}

function pathogenic(variant: SmallVariant): Check {
  const acmg = readAcmgClass(variant.significanceAsReported);
  if (isHarmful(acmg)) return passed(`Reported as ${acmg.replace('-', ' ')}.`);
  if (acmg !== 'not-stated' && acmg !== 'conflicting') return failed;
  const effect = effectOf(variant, '');
  // Changes that rarely are pathogenic would ask a question of every passenger.
  const severe =
    effect.known && ['nonsense', 'frameshift', 'splice-site', 'start-lost'].includes(effect.consequence);
  return severe
    ? missing(
        acmg === 'conflicting'
          ? 'Its reported classes conflict.'
          : 'Its class (ClinVar, ACMG) is not reported.',
        'classification by ACMG',
      )
    : failed;
}

function rare({ populationFrequency }: SmallVariant, { rareBelow }: GermlineFilter): Check {
  if (populationFrequency === undefined) {
    return passed('Its population frequency was not reported; a pathogenic variant is taken for rare.');
  }
  return populationFrequency < rareBelow ? passed('Rare in the population.') : failed;
}

function fraction(variant: SmallVariant, { specimen }: MolecularProfile, filter: GermlineFilter): Check {
  if (specimen.type === 'plasma') {
    return missing('Circulating DNA needs thresholds of its own.', 'a germline test, or tumour tissue');
  }
  const { vaf } = variant;
  if (vaf === undefined) return missing('Its allele fraction is not reported.', 'the allele fraction');
  const least = isIndel(variant) ? filter.smallestVafOfIndel : filter.smallestVafOfSubstitution;
  return vaf > least ? passed(`Allele fraction ${percent(vaf)}, above ${percent(least)}.`) : failed;
}

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;

const isIndel = (variant: SmallVariant): boolean => {
  const { genomic } = variant;
  if (genomic !== undefined) return genomic.reference.length !== genomic.alternate.length;
  const effect = effectOf(variant, '');
  return effect.known && ['frameshift', 'inframe-deletion', 'inframe-insertion'].includes(effect.consequence);
};

/** The rule was made on tumours that are not hypermutated. */
function notHypermutated({ biomarkers }: MolecularProfile): Check {
  const high = biomarkers.find(
    ({ kind, state }) => (kind === 'TMB' || kind === 'MSI') && state === 'positive',
  );
  if (high !== undefined) {
    return missing(
      `The tumour may be hypermutated (${high.kind} positive): the rule was not made for it.`,
      'a germline test by the clinical indication (MMR deficiency has its own work-up)',
    );
  }
  const measured = biomarkers.some(({ kind, state }) => kind === 'TMB' && state === 'negative');
  return passed(measured ? 'Not hypermutated.' : 'Not known to be hypermutated.');
}

function followedUp(
  known: HereditaryGene,
  patient: PatientFacts,
  { profile, tables, tumourTypes }: Situation,
): Check {
  if (known.followUp === 'any-tumour') return passed(`${known.gene} is followed up whatever the tumour.`);
  const codes = known.tumours ?? [];
  if (!tumourTypes.isWithin(codes, profile.diagnosis)) {
    const maybe = tumourTypes.fit(codes, profile.diagnosis) === 'subtype';
    return maybe
      ? missing(`${known.gene} is followed up in ${codes.join(', ')}.`, 'a more precise diagnosis')
      : failed;
  }
  if (known.followUp === 'on-tumour') return passed(`${known.gene} is followed up in this tumour.`);
  const { youngBelow } = tables.filter;
  if (patient.ageAtDiagnosis === undefined) {
    return missing(
      `${known.gene} is followed up in this tumour when it is diagnosed before ${String(youngBelow)} years.`,
      'the age at diagnosis',
    );
  }
  return patient.ageAtDiagnosis < youngBelow
    ? passed(`${known.gene} is followed up in this tumour at ${String(patient.ageAtDiagnosis)} years.`)
    : failed;
}

function notesOn(
  { gene = '' }: SmallVariant,
  { specimen }: MolecularProfile,
  { haematopoiesisGenes }: GermlineFilter,
): readonly string[] {
  const blood = specimen.type === 'blood' || specimen.type === 'bone-marrow' || specimen.type === 'plasma';
  return [
    'The allele fraction moves with the share of tumour cells and with loss of the other allele.',
    ...(blood && haematopoiesisGenes.includes(gene)
      ? [`In blood, ${gene} is often changed by clonal haematopoiesis.`]
      : []),
  ];
}

function remarksOn(
  profile: MolecularProfile,
  { familyHistory }: PatientFacts,
  filter: GermlineFilter,
): readonly string[] {
  return [
    ...(profile.assay.pairing === 'paired'
      ? ['Tumour and normal tissue were compared: the rule for tumour-only data does not apply.']
      : []),
    ...(familyHistory === 'suggestive'
      ? [
          'The family history suggests an inherited risk: offer a germline test whatever was found in the tumour.',
        ]
      : []),
    ...(familyHistory === undefined
      ? ['Personal and family history are not stated; they call for a germline test by themselves.']
      : []),
    'No flag is not no risk: about 8 % of pathogenic germline variants are missed by tests of the tumour (PMC7542302).',
    ...(filter.unverified === true
      ? ['The thresholds of the filter were not verified at their source.']
      : []),
  ];
}
