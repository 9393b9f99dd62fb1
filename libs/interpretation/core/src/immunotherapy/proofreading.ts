import type { MolecularProfile, SmallVariant } from '@consilium/clinical';
import type { BiomarkerTables } from '@consilium/knowledge-core';
import { nameSmallVariant } from '../describe-finding.js';
import { normalChangeOf, readChange } from '../variant-effect.js';

export interface ProofreadingFinding {
  readonly gene: string;
  readonly state: 'established' | 'uncertain';
  readonly variant: string;
  readonly sentence: string;
}

/**
 * Exchanges in the proofreading domains of POLE and POLD1: established ones by the release, others in the domain
 * uncertain. Loss of function and what lies outside the domain do not cause it (PMC7708298) and are not listed.
 */
export const findProofreading = (
  profile: MolecularProfile,
  { proofreading }: BiomarkerTables,
): readonly ProofreadingFinding[] => {
  if (profile.status === 'cancelled') return [];
  const low = profile.biomarkers.some(({ kind, state }) => kind === 'TMB' && state === 'negative');
  return profile.smallVariants.flatMap((variant): ProofreadingFinding[] => {
    const rows = proofreading.filter(({ gene }) => gene === variant.gene);
    const gene = rows[0]?.gene;
    if (gene === undefined) return [];
    const change = normalChangeOf(variant);
    const name = nameSmallVariant(variant);
    if (change !== undefined && rows.some(({ changes }) => changes.includes(change))) {
      const burden = low
        ? 'but the burden is reported low: ask the laboratory.'
        : 'a very high burden is expected.';
      const sentence = `${name} is known to disable proofreading: ${burden}`;
      return [{ gene, state: 'established', variant: name, sentence }];
    }
    if (!liesWithinDomain(gene, variant)) return [];
    const sentence = `${name} lies in the proofreading domain; its effect is not established. The burden would tell.`;
    return [{ gene, state: 'uncertain', variant: name, sentence }];
  });
};

/** First and last residue (PMC7708298). */
const domains: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['POLE', [268, 471]],
  ['POLD1', [304, 533]],
]);

function liesWithinDomain(gene: string, variant: SmallVariant): boolean {
  const change = readChange(variant);
  const domain = domains.get(gene);
  if (domain === undefined || change?.kind !== 'substitution') return false;
  const [first, last] = domain;
  return first <= change.position && change.position <= last;
}
