import type { MolecularProfile, TumourTypeTree } from '@consilium/clinical';
import type { BiomarkerTables } from '@consilium/knowledge-core';
import type { CancerGenes } from '../cancer-genes.js';
import { evaluatePattern } from '../evaluate-pattern.js';
import { readHomologousRecombination, type HomologousRecombination } from './homologous-recombination.js';
import type { MarkerAnswer } from './marker-answer.js';
import { workUpMismatchRepair } from './mismatch-repair.js';
import { findProofreading, type ProofreadingFinding } from './proofreading.js';
import { readMarkers } from './read-marker.js';

/** A finding that colours how immunotherapy is seen: a note, never a rule against it. */
export interface CautionNote {
  readonly name: string;
  readonly text: string;
  readonly facts: readonly string[];
  readonly source: string;
  readonly unverified: boolean;
}

/** A caution that can neither be raised nor dismissed. */
export interface OpenCaution {
  readonly name: string;
  readonly settledBy: readonly string[];
}

export interface ImmunotherapyReading {
  readonly markers: readonly MarkerAnswer[];
  readonly proofreading: readonly ProofreadingFinding[];
  readonly cautions: readonly CautionNote[];
  readonly openCautions: readonly OpenCaution[];
  readonly homologousRecombination: HomologousRecombination;
  /** What follows from markers together, and which cautions are open. */
  readonly remarks: readonly string[];
}

/** TMB, MSI, MMR, PD-L1, HRD, HLA, viruses, POLE and POLD1, and what cautions: each with method, unit and cut-off. */
export function readImmunotherapy(
  profile: MolecularProfile,
  tables: BiomarkerTables,
  genes: CancerGenes,
  tumourTypes: TumourTypeTree,
): ImmunotherapyReading {
  const markers = readMarkers(profile, tables);
  const homologousRecombination = readHomologousRecombination(profile, markers, genes);
  const { cautions, openCautions } = judgeCautions(profile, tables, genes, tumourTypes);
  return {
    markers,
    proofreading: findProofreading(profile, tables),
    cautions,
    openCautions,
    homologousRecombination,
    remarks: [
      ...workUpMismatchRepair(profile, genes, tumourTypes),
      ...homologousRecombination.sentences,
      ...(openCautions.length > 0
        ? [`Not known, and neither raised nor dismissed: ${openCautions.map(({ name }) => name).join(', ')}.`]
        : []),
    ],
  };
}

function judgeCautions(
  profile: MolecularProfile,
  { cautions, sources }: BiomarkerTables,
  genes: CancerGenes,
  tumourTypes: TumourTypeTree,
): Pick<ImmunotherapyReading, 'cautions' | 'openCautions'> {
  const judged = cautions
    .filter(({ tumours }) => tumours === undefined || tumourTypes.isWithin(tumours, profile.diagnosis))
    .map((caution) => ({ caution, ...evaluatePattern(caution.pattern, profile, genes) }));
  return {
    cautions: judged
      .filter(({ answer }) => answer === 'met')
      .map(({ caution: { name, text, source, unverified }, facts }) => {
        const named = sources.find(({ key }) => key === source);
        return {
          name,
          text,
          facts: facts.map((fact) => fact.text),
          source: named === undefined ? source : `${named.name}, ${named.date}`,
          unverified: unverified === true,
        };
      }),
    openCautions: judged
      .filter(({ answer }) => answer === 'unknown')
      .map(({ caution: { name }, missing }) => ({ name, settledBy: missing.map(({ reason }) => reason) })),
  };
}
