import { canonicalJson } from '@consilium/kernel';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { foldCriterion } from '../matching/parts-of.js';
import { unstructuredIn } from './check-draft.js';

export interface MergedImport {
  readonly trial: Trial;
  /** What was kept of the curators' work, and where both sides had changed. */
  readonly remarks: readonly string[];
}

/** Whether two imports say the same, whenever they were fetched. */
export function sameImport(a: Trial, b: Trial): boolean {
  // Where a file does not date its status, the day of fetching stands for it.
  const undated = [a, b].every(({ statusOn, source }) => statusOn === source.retrievedOn);
  const said = ({ statusOn, source: { retrievedOn: _retrievedOn, ...source }, ...rest }: Trial): string =>
    canonicalJson({ ...rest, source, ...(undated ? {} : { statusOn }) });
  return said(a) === said(b);
}

/**
 * A newer import of a trial that curators have worked at since `before` was imported. What they did not touch comes from
 * `next`; what they changed stays, apart from status and source, which the file knows better. Criteria that they
 * structured stay structured where the source still has the same words in the same list; its other criteria are new.
 */
export function mergeImport(before: Trial, current: Trial, next: Trial): MergedImport {
  const changed = (member: keyof Trial, a: Trial, b: Trial): boolean => json(a[member]) !== json(b[member]);
  const remarks: string[] = [];
  const keep = <K extends keyof Trial>(member: K): Pick<Trial, K> => {
    if (!changed(member, before, current)) return pick(next, member);
    if (changed(member, before, next))
      remarks.push(`${next.id}: ${member} was changed here and at the source; what is here stays.`);
    return pick(current, member);
  };
  const merged: Trial = {
    id: next.id,
    ...keep('title'),
    ...keep('acronym'),
    ...keep('phase'),
    ...keep('sponsor'),
    status: next.status,
    statusOn: next.statusOn,
    source: next.source,
    ...mergeEligibility(before, current, next, remarks),
    ...keep('arms'),
    ...keep('sites'),
    ...keep('conditions'),
    ...keep('note'),
  };
  return { trial: merged, remarks };
}

const json = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));

const pick = <K extends keyof Trial>(trial: Trial, member: K): Pick<Trial, K> =>
  // An absent member stays absent.
  (member in trial ? { [member]: trial[member] } : {}) as Pick<Trial, K>;

function mergeEligibility(
  before: Trial,
  current: Trial,
  next: Trial,
  remarks: string[],
): Pick<Trial, 'eligibility'> {
  const [was, is, will] = [before, current, next].map(({ eligibility }) => eligibility);
  if (json(was) === json(is)) return will === undefined ? {} : { eligibility: will };
  if (json(was) === json(will)) return is === undefined ? {} : { eligibility: is };
  if (is === undefined || will === undefined) {
    remarks.push(`${next.id}: eligibility was changed here and at the source; the source's stands.`);
    return will === undefined ? {} : { eligibility: will };
  }
  const structured = structuredTexts(before, is);
  let kept = 0;
  const carry = (criterion: Criterion): Criterion => {
    if ('unstructured' in criterion) {
      const found = structured.get(keyOf(criterion.unstructured));
      if (found !== undefined) kept += 1;
      return found ?? criterion;
    }
    if ('all' in criterion) return { ...criterion, all: criterion.all.map(carry) };
    if ('any' in criterion) return { ...criterion, any: criterion.any.map(carry) };
    return criterion;
  };
  const eligibility = carry(will);
  remarks.push(
    `${next.id}: the source's criteria have changed; ${String(kept)} that were structured here stay so, look at the others again.`,
  );
  return { eligibility };
}

const keyOf = ({ text, list }: { readonly text: string; readonly list: string }): string =>
  `${list}\n${text}`;

/** What curators made of texts that the former import had left as they were. */
function structuredTexts(before: Trial, current: Criterion): ReadonlyMap<string, Criterion> {
  const nodes = nodesWithText(current);
  return new Map(
    unstructuredIn(before).flatMap(({ text, list }, _, all) => {
      const found = nodes.filter((node) => node.text === text);
      const [only] = found;
      // The same words in both lists, or twice: nobody could say which is meant.
      const unique = all.filter((one) => one.text === text).length === 1 && found.length === 1;
      return unique && only !== undefined && !('unstructured' in only)
        ? [[keyOf({ text, list }), only] as const]
        : [];
    }),
  );
}

const nodesWithText = (criterion: Criterion): readonly Criterion[] => [
  ...(criterion.text === undefined ? [] : [criterion]),
  ...foldCriterion<readonly Criterion[]>(criterion, {
    leaf: () => [],
    // Below a `not` a text is denied, and stands for something else.
    composite: ({ kind, parts }) => (kind === 'not' ? [] : parts.flatMap(nodesWithText)),
  }),
];
