import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { OncoKbTherapyLevel } from '@consilium/knowledge-core';

/** As shown (OncoKB LevelUtils): R2 is information and comes last. */
const order: readonly OncoKbTherapyLevel[] = ['R1', '1', '2', '3A', '3B', '4', 'R2'];

export const oncoKbMeaning: Readonly<Record<OncoKbTherapyLevel, string>> = {
  '1': 'FDA-recognised biomarker of response to an FDA-approved drug in this indication',
  '2': 'standard-care biomarker (NCCN or other panels) of response to an FDA-approved drug in this indication',
  '3A': 'compelling clinical evidence in this indication; neither biomarker nor drug is standard of care',
  '3B': 'standard-care or investigational biomarker of response in another indication',
  '4': 'compelling biological evidence',
  R1: 'standard-care biomarker of resistance to an FDA-approved drug in this indication',
  R2: 'compelling clinical evidence of resistance',
};

/** Negative where `a` stands before `b`. */
export const compareOncoKb = (a: OncoKbTherapyLevel, b: OncoKbTherapyLevel): number =>
  order.indexOf(a) - order.indexOf(b);

/** R2 must not displace the highest level. */
export const highestOncoKb = (levels: readonly OncoKbTherapyLevel[]): OncoKbTherapyLevel | undefined =>
  [...levels].sort(compareOncoKb)[0];

export type TumourForm = 'solid' | 'liquid';

/** What a curator set for one item; separately for each form of the queried tumour. */
export type PropagationOverride = Readonly<Partial<Record<TumourForm, '3B' | '4' | 'NO'>>>;

/**
 * The level that a statement for other tumour types has in the queried one; undefined for none. The default is
 * OncoKB's getDefaultPropagationLevelByTumorForm: only from solid to solid, where 1, 2 and 3A become 3B and 4 is not
 * carried over. Either side liquid, or a statement for both, carries nothing. Resistance is never carried over.
 */
export function propagateOncoKb(
  level: OncoKbTherapyLevel,
  evidence: readonly TumourForm[],
  query: TumourForm,
  override: PropagationOverride = {},
): Result<OncoKbTherapyLevel | undefined, Problem> {
  if (level === '3B') return fail(curated3b);
  if (level === 'R1' || level === 'R2') return succeed(undefined);
  const set = override[query];
  if (set !== undefined && !allowed.includes(set)) return fail(notAllowed);
  if (set !== undefined) return succeed(set === 'NO' ? undefined : set);
  const forms = new Set(evidence);
  const solidOnly = forms.size === 1 && forms.has('solid') && query === 'solid';
  return succeed(solidOnly && level !== '4' ? '3B' : undefined);
}

/** Data from outside may hold what the type does not allow. */
const allowed: readonly string[] = ['3B', '4', 'NO'];

const notAllowed: Problem = {
  code: 'INTERPRETATION.PROPAGATION_OVERRIDE',
  place: '',
  message: 'A curator may carry a statement over with 3B, 4 or NO only.',
  remedy: `Set one of ${allowed.join(', ')}, or nothing.`,
};

const curated3b: Problem = {
  code: 'INTERPRETATION.LEVEL_3B_CURATED',
  place: '',
  message: 'Level 3B is never curated: it comes of carrying a level over to another indication.',
  remedy: 'Give the level in the indication the evidence was made for.',
};

/** With no tumour type the source answers with the highest level of any: in a clinical view that is refused. */
export function requireTumourType(code: string | undefined): Result<string, Problem> {
  return code === undefined || code.trim() === ''
    ? fail({
        code: 'INTERPRETATION.NO_TUMOUR_TYPE',
        place: '',
        message: 'Without a tumour type the highest level of any tumour would be shown.',
        remedy: 'Give the OncoTree code of the diagnosis.',
      })
    : succeed(code);
}
