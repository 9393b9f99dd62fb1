import type { EvidenceLevel } from './evidence.js';

/** A grade in the scale of the source that gave it; scales are mapped for display only. */
export type SourceGrade =
  /** A validated, B clinical, C case study, D preclinical, E inferential; 1 to 5 stars. */
  | { readonly scale: 'CIViC'; readonly level: 'A' | 'B' | 'C' | 'D' | 'E'; readonly stars?: number }
  | { readonly scale: 'OncoKB'; readonly level: OncoKbTherapyLevel }
  | { readonly scale: 'MOAlmanac'; readonly level: MoAlmanacLevel }
  | { readonly scale: 'ESCAT'; readonly level: EscatTier }
  | { readonly scale: 'ZPM'; readonly level: ZpmLevel; readonly addenda?: readonly ZpmAddendum[] }
  /** A curated AMP/ASCO/CAP category, as CIViC assertions carry it. */
  | { readonly scale: 'AMP'; readonly level: EvidenceLevel };

export type OncoKbTherapyLevel = '1' | '2' | '3A' | '3B' | '4' | 'R1' | 'R2';

/** ESMO Scale for Clinical Actionability of molecular Targets (Mateo 2018, PMID 30137196), the strongest first. */
export const escatTiers = [
  'I-A',
  'I-B',
  'I-C',
  'II-A',
  'II-B',
  'III-A',
  'III-B',
  'IV-A',
  'IV-B',
  'V',
  'X',
] as const;
export type EscatTier = (typeof escatTiers)[number];

/** Grades of the German centres for personalised medicine (Leichsenring 2019), the strongest first. */
export const zpmLevels = ['m1A', 'm1B', 'm1C', 'm2A', 'm2B', 'm2C', 'm3', 'm4'] as const;
export type ZpmLevel = (typeof zpmLevels)[number];
/** In situ data, in vitro data, approved (FDA or EMA), resistance. */
export const zpmAddenda = ['is', 'iv', 'Z', 'R'] as const;
export type ZpmAddendum = (typeof zpmAddenda)[number];

export const moAlmanacLevels = [
  'FDA-Approved',
  'Guideline',
  'Clinical trial',
  'Clinical evidence',
  'Preclinical',
  'Inferential',
] as const;
export type MoAlmanacLevel = (typeof moAlmanacLevels)[number];

/**
 * The level by which an item graded elsewhere takes part in ranking, by PCGR's published rule (strong: CIViC A or B,
 * OncoKB 1 to 3A; weak: the rest): strong is B, never A, since only a curator or a label establishes A; weak is D.
 * The source's own grade is kept beside it and is what people are shown.
 */
export const rankingLevel = (grade: SourceGrade): EvidenceLevel =>
  grade.scale === 'AMP' ? grade.level : isStrongGrade(grade) ? 'B' : 'D';

/** Clinical evidence of more than single cases, in the words of each scale. OncoKB 3B and ESCAT III-A are for another tumour. */
export function isStrongGrade(grade: SourceGrade): boolean {
  switch (grade.scale) {
    case 'AMP':
    case 'CIViC':
      return grade.level === 'A' || grade.level === 'B';
    case 'OncoKB':
      return ['1', '2', '3A', 'R1'].includes(grade.level);
    case 'MOAlmanac':
      return !['Preclinical', 'Inferential'].includes(grade.level);
    case 'ESCAT':
      return grade.level.startsWith('I-') || grade.level.startsWith('II-');
    case 'ZPM':
      return ['m1A', 'm1B'].includes(grade.level);
  }
}
