import type { EscatTier, EvidenceLevel, SourceGrade } from '@consilium/knowledge-core';

/** An AMP level put beside another scale's grade, so that people can read a column at a glance. Never a rule's input. */
export interface DisplayLevel {
  readonly level: EvidenceLevel;
  readonly approximate: boolean;
  readonly unverified: boolean;
}

export function displayLevel(grade: SourceGrade): DisplayLevel {
  if (grade.scale === 'AMP') return { level: grade.level, approximate: false, unverified: false };
  return { level: approximation(grade), approximate: true, unverified: true };
}

function approximation(grade: Exclude<SourceGrade, { readonly scale: 'AMP' }>): EvidenceLevel {
  switch (grade.scale) {
    case 'OncoKB':
      return oncoKb[grade.level];
    case 'CIViC':
      return grade.level === 'E' ? 'D' : grade.level;
    case 'ESCAT':
      return escat(grade.level);
    case 'ZPM':
      return grade.level === 'm1A' ? 'A' : grade.level === 'm1B' ? 'B' : grade.level < 'm3' ? 'C' : 'D';
    case 'MOAlmanac':
      switch (grade.level) {
        case 'FDA-Approved':
        case 'Guideline':
          return 'A';
        case 'Clinical trial':
          return 'B';
        case 'Clinical evidence':
          return 'C';
        default:
          return 'D';
      }
  }
}

const oncoKb = { '1': 'A', '2': 'A', R1: 'A', '3A': 'B', R2: 'B', '3B': 'C', '4': 'D' } as const;

const escat = (tier: EscatTier): EvidenceLevel =>
  tier.startsWith('I-') ? 'A' : tier.startsWith('II-') ? 'B' : tier.startsWith('III-') ? 'C' : 'D';
