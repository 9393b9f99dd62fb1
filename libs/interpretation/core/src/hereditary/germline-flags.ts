import type { MolecularProfile, PatientFacts, SmallVariant, TumourTypeTree } from '@consilium/clinical';
import type { HereditaryTables } from '@consilium/knowledge-core';
import { nameSmallVariant } from '../describe-finding.js';
import { readAcmgClass } from './acmg-class.js';
import { stepsForFlag, type NextStep } from './carrier-measures.js';
import { checkCopies, checkFollowUp, checkTumour, type Situation } from './check-circumstances.js';
import { checkClass, checkFraction, checkRarity, isSevere, isSilent } from './check-variant.js';
import type { GermlineCheck } from './germline-check.js';
import { notesOn, remarksOn } from './germline-remarks.js';

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
  /** Whether a germline test should be offered: by a flag, or by the family history alone. */
  readonly offerTest: boolean;
  /** What a reader must know of the whole: no flag is not no risk. */
  readonly remarks: readonly string[];
}

/** What the filter made of one variant: a flag, or the reason why there is none that is worth telling. */
type Filtered =
  | { readonly kind: 'flag'; readonly flag: GermlineFlag }
  | { readonly kind: 'below-fraction' | 'without-class'; readonly variant: string };

/**
 * Possible germline variants from tumour-only data by the filter of the ESMO Precision Medicine Working Group (2019,
 * PMID 31050713; 2023, PMID 36529447): pathogenic or likely pathogenic, rare, allele fraction above 30 % (small indels
 * 20 %), solid tumour not hypermutated, gene followed up in this tumour and at this age. Refused consent raises nothing.
 */
export function germlineFlags(
  profile: MolecularProfile,
  patient: PatientFacts,
  tables: HereditaryTables,
  tumourTypes: TumourTypeTree,
): GermlineSuspicion {
  if (profile.status === 'cancelled') {
    return { flags: [], offerTest: false, remarks: ['The report was cancelled: it says nothing.'] };
  }
  if (profile.germlineConsent === 'refused') {
    const remark =
      'The patient does not wish to learn of inherited findings: the tumour was not searched for any. Counselling may ask again.';
    return { flags: [], offerTest: false, remarks: [remark] };
  }
  const situation: Situation = { profile, patient, tables, tumourTypes };
  const filtered =
    profile.assay.pairing === 'paired'
      ? []
      : profile.smallVariants.flatMap((variant, index) => filterVariant(variant, index, situation));
  const flags = filtered.flatMap((one) => (one.kind === 'flag' ? [one.flag] : []));
  const named = (kind: Filtered['kind']): readonly string[] =>
    filtered.flatMap((one) => (one.kind === kind && one.kind !== 'flag' ? [one.variant] : []));
  return {
    flags,
    offerTest: patient.familyHistory === 'suggestive' || flags.some(({ state }) => state === 'raised'),
    remarks: remarksOn(profile, patient, tables.filter, {
      belowFraction: named('below-fraction'),
      withoutClass: named('without-class'),
    }),
  };
}

function filterVariant(variant: SmallVariant, index: number, situation: Situation): readonly Filtered[] {
  const { profile, tables } = situation;
  const rows = tables.genes.filter(({ gene, followUp }) => gene === variant.gene && followUp !== undefined);
  const [known] = rows;
  if (known === undefined || variant.origin === 'germline') return [];
  const classOf = checkClass(variant);
  const others = [
    checkRarity(variant, tables.filter),
    checkTumour(situation),
    checkFollowUp(rows, situation),
  ];
  const fraction = checkFraction(variant, profile, tables.filter);
  const name = nameSmallVariant(variant);
  if (classOf.holds === false || others.some(({ holds }) => holds === false)) return [];
  if (fraction.holds === false) {
    return classOf.holds === true ? [{ kind: 'below-fraction', variant: name }] : [];
  }
  // A class that is missing asks a question of a severe change; the rest are named together.
  if (classOf.holds === undefined && !isSevere(variant) && !isConflicting(variant)) {
    return isSilent(variant) ? [] : [{ kind: 'without-class', variant: name }];
  }
  const copies = known.inheritance === 'recessive' ? [checkCopies(known, variant, profile)] : [];
  const unverified = rows.some((row) => row.unverified === true) || tables.filter.unverified === true;
  return [
    {
      kind: 'flag',
      flag: {
        gene: known.gene,
        variant: name,
        index,
        condition: known.condition,
        unverified,
        ...judge(name, [classOf, ...others, fraction, ...copies], notesOn(variant, situation)),
      },
    },
  ];
}

const isConflicting = ({ significanceAsReported }: SmallVariant): boolean =>
  readAcmgClass(significanceAsReported) === 'conflicting';

function judge(
  name: string,
  checks: readonly GermlineCheck[],
  notes: readonly string[],
): Pick<GermlineFlag, 'state' | 'sentence' | 'reasons' | 'settledBy' | 'nextSteps'> {
  const open = checks.flatMap((check) => (check.holds === undefined ? [check] : []));
  const raised = open.length === 0;
  return {
    state: raised ? 'raised' : 'undecided',
    sentence: raised
      ? `${name}: possible germline – offer a germline test after consent and counselling. This is no diagnosis.`
      : `${name}: whether it may be inherited cannot be judged yet.`,
    reasons: [...checks.flatMap((check) => (check.holds === false ? [] : [check.reason])), ...notes],
    settledBy: [...new Set(open.map(({ settledBy }) => settledBy))],
    nextSteps: raised ? stepsForFlag : [],
  };
}
