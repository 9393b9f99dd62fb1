import { canonicalJson } from '@consilium/kernel';
import type { AgeCriterion, TumourTypeCriterion } from '../../language/clinical-criterion.js';
import type { Criterion } from '../../language/criterion.js';

export interface Contradictions {
  /** Why nobody can meet the criteria. */
  readonly whole?: string;
  /** Why nobody can meet some branch of an `any`; the others remain. */
  readonly branches: readonly string[];
}

/**
 * What nobody can meet: a criterion beside its own negation, ages that do not meet, solid and liquid tumours at once,
 * both sexes. A branch of an `any` is looked at together with what it is joined to.
 */
export function findContradictions(criteria: readonly Criterion[]): Contradictions {
  const branches: string[] = [];
  const whole = contradictionAmong(criteria.flatMap(conjuncts), [], branches);
  return { ...(whole === undefined ? {} : { whole }), branches };
}

const conjuncts = (criterion: Criterion): readonly Criterion[] =>
  'all' in criterion ? criterion.all.flatMap(conjuncts) : [criterion];

function contradictionAmong(
  fresh: readonly Criterion[],
  given: readonly Criterion[],
  dead: string[],
): string | undefined {
  const together = [...given, ...fresh];
  const direct = negationOf(together) ?? agesOf(together) ?? familiesOf(together) ?? sexesOf(together);
  if (direct !== undefined) return direct;
  for (const part of fresh) {
    if (!('any' in part)) continue;
    const rest = together.filter((other) => other !== part);
    const found = part.any.map((branch) => contradictionAmong(conjuncts(branch), rest, dead));
    const reasons = found.filter((reason) => reason !== undefined);
    if (reasons.length === part.any.length) return reasons[0];
    dead.push(...reasons);
  }
  return undefined;
}

const keys = new WeakMap<Criterion, string>();

/** What a criterion asks, whatever its source calls it. */
function keyOf(criterion: Criterion): string {
  let key = keys.get(criterion);
  if (key === undefined) keys.set(criterion, (key = canonicalJson(bare(criterion))));
  return key;
}

function bare(criterion: Criterion): Criterion {
  const { id: _id, text: _text, ...rest } = criterion;
  if ('all' in rest) return { all: rest.all.map(bare) };
  if ('any' in rest) return { any: rest.any.map(bare) };
  if ('not' in rest) return { not: bare(rest.not) };
  return rest;
}

function negationOf(criteria: readonly Criterion[]): string | undefined {
  const asked = new Map(criteria.map((one) => [keyOf(one), one]));
  for (const one of criteria) {
    if (!('not' in one)) continue;
    const same = asked.get(keyOf(one.not));
    if (same !== undefined) return `«${textOf(same)}» is asked for and excluded at once`;
  }
  return undefined;
}

const textOf = (criterion: Criterion): string => {
  if (criterion.text !== undefined) return criterion.text;
  if ('all' in criterion) return criterion.all.map(textOf).join(' and ');
  if ('any' in criterion) return criterion.any.map(textOf).join(' or ');
  return keyOf(criterion);
};

function agesOf(criteria: readonly Criterion[]): string | undefined {
  const ages = criteria.flatMap((one) => ('age' in one ? [one.age] : []));
  const from = Math.max(...ages.map(({ atLeast = 0, unit }) => monthsOf(atLeast, unit)));
  const until = Math.min(...ages.map(endOf));
  return ages.length > 0 && from >= until ? 'nobody is of an age that all of its bounds allow' : undefined;
}

const monthsOf = (age: number, unit: AgeCriterion['unit']): number => (unit === 'months' ? age : age * 12);

/** Months; an age of whole years lasts until the next birthday. */
function endOf({ atMost, below, unit }: AgeCriterion): number {
  const after = atMost === undefined ? Infinity : Number.isInteger(atMost) ? atMost + 1 : atMost + 1e-6;
  return Math.min(monthsOf(after, unit), below === undefined ? Infinity : monthsOf(below, unit));
}

function familiesOf(criteria: readonly Criterion[]): string | undefined {
  const families = criteria.flatMap((one): readonly TumourTypeCriterion['within'][] =>
    'tumourType' in one ? [one.tumourType.within] : [],
  );
  return families.includes('SOLID') && families.includes('LIQUID')
    ? 'no tumour is solid and liquid at once; «or» may be meant'
    : undefined;
}

function sexesOf(criteria: readonly Criterion[]): string | undefined {
  const sexes = new Set(criteria.flatMap((one) => ('sex' in one ? [one.sex] : [])));
  return sexes.size > 1 ? 'both sexes are asked for at once; «or» may be meant' : undefined;
}
