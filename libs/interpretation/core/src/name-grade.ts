import type { EvidenceItem } from '@consilium/knowledge-core';

/** `level A` by AMP/ASCO/CAP, or the grade in the scale of its source: `CIViC level B, 4 stars`. */
export function nameGrade({ grade, level }: Pick<EvidenceItem, 'grade' | 'level'>): string {
  if (grade === undefined) return level === undefined ? 'not graded' : `level ${level}`;
  switch (grade.scale) {
    case 'CIViC':
      return `CIViC level ${grade.level}${grade.stars === undefined ? '' : `, ${String(grade.stars)} of 5 stars`}`;
    case 'AMP':
      return `AMP level ${grade.level}`;
    case 'OncoKB':
      return `OncoKB level ${grade.level}`;
    case 'ESCAT':
      return `ESCAT ${grade.level}`;
    case 'ZPM':
      return `ZPM ${[grade.level, ...(grade.addenda ?? [])].join(' ')}`;
    case 'MOAlmanac':
      return `MOAlmanac ${grade.level}`;
  }
}
