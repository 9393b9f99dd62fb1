import type { EvidenceLevel } from './evidence.js';

/** A grade in the scale of the source that gave it; scales are mapped for display only. */
export type SourceGrade =
  /** A validated, B clinical, C case study, D preclinical, E inferential; 1 to 5 stars. */
  | { readonly scale: 'CIViC'; readonly level: 'A' | 'B' | 'C' | 'D' | 'E'; readonly stars?: number }
  | { readonly scale: 'OncoKB'; readonly level: OncoKbTherapyLevel }
  | { readonly scale: 'MOAlmanac'; readonly level: MoAlmanacLevel }
  /** A curated AMP/ASCO/CAP category, as CIViC assertions carry it. */
  | { readonly scale: 'AMP'; readonly level: EvidenceLevel };

export type OncoKbTherapyLevel = '1' | '2' | '3A' | '3B' | '4' | 'R1' | 'R2';

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
export function rankingLevel(grade: SourceGrade): EvidenceLevel {
  switch (grade.scale) {
    case 'AMP':
      return grade.level;
    case 'CIViC':
      return grade.level === 'A' || grade.level === 'B' ? 'B' : 'D';
    case 'OncoKB':
      return ['1', '2', '3A', 'R1'].includes(grade.level) ? 'B' : 'D';
    case 'MOAlmanac':
      return ['FDA-Approved', 'Guideline', 'Clinical trial', 'Clinical evidence'].includes(grade.level)
        ? 'B'
        : 'D';
  }
}
