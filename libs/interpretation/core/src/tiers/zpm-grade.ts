import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { zpmAddenda, zpmLevels, type ZpmAddendum, type ZpmLevel } from '@consilium/knowledge-core';

/**
 * Grades of the German centres for personalised medicine (ZPM; Leichsenring 2019, IJC): m1 the same tumour, m2 another;
 * A prospective or meta-analysis, B retrospective or case-control, C single cases; m3 preclinical; m4 biological
 * rationale.
 */
export interface ZpmGrade {
  readonly level: ZpmLevel;
  /** In the order of the list, each once. */
  readonly addenda: readonly ZpmAddendum[];
}

/** `m1A`, `m2B Z`, `m3 (is, iv)`. */
export function parseZpm(text: string): Result<ZpmGrade, Problem> {
  const [level = '', ...rest] = text
    .trim()
    .split(/[\s,()[\]-]+/)
    .filter((part) => part !== '');
  const known = zpmLevels.find((one) => one === level);
  const strange = rest.find((one) => !zpmAddenda.some((addendum) => addendum === one));
  if (known === undefined || strange !== undefined) {
    return fail({
      code: 'INTERPRETATION.ZPM_GRADE',
      place: '',
      message: `«${text.slice(0, 40)}» is no ZPM grade.`,
      remedy: `Write one of ${zpmLevels.join(', ')}, and any of ${zpmAddenda.join(', ')}.`,
    });
  }
  return succeed({ level: known, addenda: zpmAddenda.filter((addendum) => rest.includes(addendum)) });
}

export const formatZpm = ({ level, addenda }: ZpmGrade): string => [level, ...addenda].join(' ');

/** Negative where `a` is the stronger. */
export const compareZpm = (a: ZpmGrade, b: ZpmGrade): number =>
  zpmLevels.indexOf(a.level) - zpmLevels.indexOf(b.level);

/** The same evidence seen from another tumour type: m1 becomes m2, the rest stays. An approval does not go along. */
export const zpmInAnotherTumour = ({ level, addenda }: ZpmGrade): ZpmGrade => ({
  level: zpmLevels.find((one) => one === level.replace('m1', 'm2')) ?? level,
  addenda: addenda.filter((addendum) => addendum !== 'Z' || !level.startsWith('m1')),
});
