import type { Biomarker } from '@consilium/clinical';
import { describeBiomarker } from '@consilium/interpretation-core';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled, type UsedFact } from '../judged.js';
import { factOf, fixed } from './evaluate-alteration.js';
import { profilesOf, type ViewedProfile } from './profiles-of.js';

interface Reading {
  readonly viewed: ViewedProfile;
  readonly biomarker: Biomarker;
}

const asFact = ({ viewed, biomarker }: Reading): UsedFact =>
  factOf(describeBiomarker(biomarker), viewed, biomarker.result);

/**
 * Carrier of one of the HLA alleles. A coarser type than asked leaves it open; an allele of another locus says nothing.
 * Names as WHO writes them (`A*02:01`); `HLA-` before them is passed over.
 */
export const evaluateHla: Evaluate<'hla'> = ({ anyOf }, patient, on) => {
  let coarse: Reading | undefined;
  for (const viewed of profilesOf(patient, on)) {
    for (const biomarker of viewed.profile.biomarkers) {
      if (biomarker.kind !== 'HLA' || biomarker.result === undefined) continue;
      const found = allelesIn(biomarker.result);
      const reading = { viewed, biomarker };
      if (anyOf.some((wanted) => found.some((allele) => isWithin(allele, wanted))))
        return settled('met', () => ({ facts: [asFact(reading)], change: fixed }));
      if (anyOf.some((wanted) => found.some((allele) => isWithin(wanted, allele)))) {
        coarse ??= reading;
      } else if (anyOf.every((wanted) => found.some((allele) => locusOf(allele) === locusOf(wanted)))) {
        return settled('not-met', () => ({
          facts: [asFact(reading)],
          change: fixed,
        }));
      }
    }
  }
  const unsettled = coarse;
  return open(() => ({
    facts: unsettled === undefined ? [] : [asFact(unsettled)],
    missing: [
      {
        key: `hla:${[...new Set(anyOf.map(locusOf))].join('|')}`,
        effort: 'lab',
        text: `HLA typing${unsettled === undefined ? '' : ' at higher resolution'} (${anyOf.join(', ')})`,
        ...(unsettled === undefined ? { state: 'not-tested' as const } : {}),
      },
    ],
  }));
};

const allelePattern = /(?:HLA-)?([A-Z]+\d?)\*(\d{2,3}(?::\d{2,3})*)/g;

const allelesIn = (text: string): readonly string[] =>
  [...text.matchAll(allelePattern)].map(([, locus = '', fields = '']) => `${locus}*${fields}`);

const locusOf = (allele: string): string => allele.slice(0, allele.indexOf('*'));
const isWithin = (allele: string, group: string): boolean =>
  allele === group || allele.startsWith(`${group}:`);
