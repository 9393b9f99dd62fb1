import { parseProteinChange, type MolecularProfile, type TumourTypeTree } from '@consilium/clinical';
import type { BiomarkerTables } from '@consilium/knowledge-core';
import type { CancerGenes } from '../cancer-genes.js';
import { nameSmallVariant } from '../describe-finding.js';
import { evaluatePattern } from '../evaluate-pattern.js';
import { normalChangeOf } from '../variant-effect.js';
import { readMarkers, type MarkerAnswer } from './read-marker.js';

/** A finding that colours how immunotherapy is seen: a note, never a rule against it. */
export interface CautionNote {
  readonly name: string;
  readonly text: string;
  readonly facts: readonly string[];
  readonly source: string;
  readonly unverified: boolean;
}

export interface ProofreadingFinding {
  readonly gene: string;
  readonly state: 'established' | 'uncertain';
  readonly variant: string;
  readonly sentence: string;
}

export interface ImmunotherapyReading {
  readonly markers: readonly MarkerAnswer[];
  readonly proofreading: readonly ProofreadingFinding[];
  readonly cautions: readonly CautionNote[];
  /** What follows from markers together: the work-up of lost mismatch repair. */
  readonly remarks: readonly string[];
}

/** TMB, MSI, MMR, PD-L1, HRD, HLA, viruses, POLE and POLD1, and what cautions: each with method, unit and cut-off. */
export function readImmunotherapy(
  profile: MolecularProfile,
  tables: BiomarkerTables,
  genes: CancerGenes,
  tumourTypes: TumourTypeTree,
): ImmunotherapyReading {
  return {
    markers: readMarkers(profile, tables),
    proofreading: proofreading(profile, tables),
    cautions: tables.cautions.flatMap(({ name, pattern, tumours, text, source, unverified }) => {
      if (tumours !== undefined && !tumourTypes.isWithin(tumours, profile.diagnosis)) return [];
      const { answer, facts } = evaluatePattern(pattern, profile, genes);
      if (answer !== 'met') return [];
      const named = tables.sources.find(({ key }) => key === source);
      return [
        {
          name,
          text,
          facts: facts.map((fact) => fact.text),
          source: named === undefined ? source : `${named.name}, ${named.date}`,
          unverified: unverified === true,
        },
      ];
    }),
    remarks: mismatchRepairWorkUp(profile),
  };
}

/** First and last residue of the proofreading domain (POLE Q07864, POLD1 P28340). */
const proofreadingDomain: Readonly<Record<string, readonly [number, number]>> = {
  POLE: [268, 471],
  POLD1: [304, 533],
};

function proofreading(profile: MolecularProfile, tables: BiomarkerTables): readonly ProofreadingFinding[] {
  return tables.proofreading.flatMap(({ gene, changes }) =>
    profile.smallVariants.flatMap((variant): ProofreadingFinding[] => {
      if (variant.gene !== gene) return [];
      const change = normalChangeOf(variant);
      const name = nameSmallVariant(variant);
      if (change !== undefined && changes.includes(change)) {
        const sentence = `${name} is known to disable proofreading: a very high burden is expected.`;
        return [{ gene, state: 'established', variant: name, sentence }];
      }
      const parsed = change === undefined ? undefined : parseProteinChange(change);
      const [first, last] = proofreadingDomain[gene] ?? [1, 0];
      const inside = parsed?.kind === 'substitution' && first <= parsed.position && parsed.position <= last;
      return inside
        ? [
            {
              gene,
              state: 'uncertain',
              variant: name,
              sentence: `${name} lies in the proofreading domain; its effect is not established. The burden would tell.`,
            },
          ]
        : [];
    }),
  );
}

/** Loss of MLH1 is mostly acquired: BRAF V600E or methylation of its promoter says so before a Lynch work-up. */
function mismatchRepairWorkUp(profile: MolecularProfile): readonly string[] {
  const lost = profile.biomarkers.filter(
    ({ kind, state }) => (kind === 'MMR' || kind === 'MSI') && state === 'positive',
  );
  if (lost.length === 0) return [];
  const braf = profile.smallVariants.some(
    (variant) => variant.gene === 'BRAF' && normalChangeOf(variant) === 'V600E',
  );
  const methylated = (profile.observations ?? []).some(
    ({ gene, feature, state }) =>
      gene === 'MLH1' && feature === 'promoter-methylation' && (state === 'present' || state === 'high'),
  );
  if (braf) {
    return [
      'Mismatch repair is lost with BRAF V600E: in colorectal cancer this points to an acquired loss of MLH1.',
    ];
  }
  if (methylated) return ['Mismatch repair is lost with methylation of the MLH1 promoter: an acquired loss.'];
  return [
    'Mismatch repair is lost: if MLH1 or PMS2 is missing, test BRAF V600E or methylation of the MLH1 promoter before a Lynch work-up; if MSH2 or MSH6 is missing, offer germline testing.',
  ];
}
