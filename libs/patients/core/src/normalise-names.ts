import type { ClinicalFacts, Recorded } from '@consilium/clinical';

/** Lower case, single spaces. */
const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const once = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Names as the product writes them: drugs generic, everything else folded; each named once. */
export function normaliseNames(facts: ClinicalFacts, genericName: (drug: string) => string): ClinicalFacts {
  const drug = (name: string): string => folded(genericName(name));
  const { diagnoses, therapies, conditions, medication, otherCancers } = facts;
  return {
    ...facts,
    ...(diagnoses === undefined
      ? {}
      : {
          diagnoses: diagnoses.map((one) =>
            one.histology === undefined ? one : { ...one, histology: eachOf(one.histology, folded) },
          ),
        }),
    ...(therapies === undefined
      ? {}
      : {
          therapies: eachOf(therapies, (course) => ({
            ...course,
            drugs: once(course.drugs.map(drug)),
            ...classesOf(course),
            ...(course.site === undefined ? {} : { site: folded(course.site) }),
          })),
        }),
    ...(conditions === undefined ? {} : { conditions: eachOf(conditions, withFoldedName) }),
    ...(medication === undefined
      ? {}
      : {
          medication: eachOf(medication, (one) => ({ ...one, drug: drug(one.drug), ...classesOf(one) })),
        }),
    ...(otherCancers === undefined ? {} : { otherCancers: eachOf(otherCancers, withFoldedName) }),
  };
}

const withFoldedName = <T extends { readonly name: string }>(one: T): T => ({
  ...one,
  name: folded(one.name),
});

const classesOf = ({ classes }: { readonly classes?: readonly string[] }): { classes?: readonly string[] } =>
  classes === undefined ? {} : { classes: once(classes.map(folded)) };

const eachOf = <T>(list: Recorded<T>, change: (entry: T) => T): Recorded<T> => ({
  ...list,
  entries: list.entries.map(change),
});
