import { assayCovers, type AlterationClass, type MolecularProfile } from '@consilium/clinical';
import { notMet, unknown, type Fact, type MissingTest, type PatternAnswer } from './pattern-answer.js';

/** What was looked for: `subject` in words, in `genes` of which covering one suffices, by a class of alteration. */
export interface Sought {
  readonly subject: string;
  readonly genes: readonly string[];
  readonly alteration: AlterationClass;
}

/**
 * The answer when nothing in the profile is what was sought: not met where the assay would have found it, else unknown
 * naming each gene. `facts` are findings that come close and are not it.
 */
export function answerAbsence(
  profile: MolecularProfile,
  sought: Sought,
  facts: readonly Fact[] = [],
): PatternAnswer {
  const { assay } = profile;
  const { subject, genes, alteration } = sought;
  const missing = (reason: string): MissingTest[] =>
    genes.map((gene) => ({ kind: 'alteration', gene, alteration, reason }));
  if (!genes.some((gene) => assayCovers(assay, alteration, gene))) {
    return unknown(
      missing(`${subject}: ${assay.name} does not cover ${words[alteration]} of ${genes.join(' or ')}.`),
    );
  }
  if (alteration === 'small-variant' && lacksAnnotation(profile)) {
    return unknown(
      missing(`${subject}: variants came without gene annotation, so its absence is not established.`),
    );
  }
  return notMet([...facts, { text: `${subject} was not found; ${assay.name} covers it.${caveat(profile)}` }]);
}

/**
 * Whether a whole file came without gene annotation, so that a variant of any gene may be in it. Single records without
 * a gene in an annotated file lie outside of genes.
 */
export function lacksAnnotation({ recordCounts, smallVariants }: MolecularProfile): boolean {
  if (recordCounts.some(({ passed, unannotated }) => passed > 0 && unannotated >= passed)) return true;
  return (
    recordCounts.length === 0 &&
    smallVariants.some(({ gene, consequence }) => gene === undefined && consequence === undefined)
  );
}

/** An absence in circulating DNA is weaker than one in tissue; the assay's coverage does not show it. */
const caveat = ({ specimen }: MolecularProfile): string =>
  specimen.type === 'plasma' ? ' In plasma this does not exclude it; tissue would.' : '';

const words: Readonly<Record<AlterationClass, string>> = {
  'small-variant': 'small variants',
  'copy-number': 'copy number',
  'structural-variant': 'fusions and structural variants',
  expression: 'expression',
};
