import { type AlterationClass, type Answer, type ProfilePattern } from '@consilium/clinical';
import { evaluatePattern, genesOf, type MissingTest } from '@consilium/interpretation-core';
import { dateOf, type Day } from '../../calendar.js';
import type { LeafBody } from '../../language/criterion.js';
import type { WildTypeCriterion } from '../../language/molecular-criterion.js';
import type { EligibilityReferences } from '../eligibility-references.js';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled, type Judged, type UsedFact } from '../judged.js';
import type { PatientRecord } from '../patient-record.js';
import type { Question } from '../question.js';
import { profilesOf, type ViewedProfile } from './profiles-of.js';

/** What is looked for, and by which class of alteration in which genes its absence is told. */
export interface Sought {
  readonly pattern: ProfilePattern;
  readonly alteration: AlterationClass;
  /** Covering one of them suffices: a fusion is seen from either side. */
  readonly genes: readonly string[];
  readonly germlineOnly: boolean;
}

export const evaluateSmallVariant: Evaluate<'smallVariant'> = (criterion, patient, on, references) =>
  seek(soughtFor(criterion, smallVariantSought), patient, on, references);

const smallVariantSought = (criterion: LeafBody<'smallVariant'>): Sought => ({
  pattern: { smallVariant: criterion },
  alteration: 'small-variant',
  genes: [criterion.gene],
  germlineOnly: criterion.origin === 'germline',
});

export const evaluateFusion: Evaluate<'fusion'> = (criterion, patient, on, references) =>
  seek(soughtFor(criterion, fusionSought), patient, on, references);

const fusionSought = (criterion: LeafBody<'fusion'>): Sought => ({
  pattern: { fusion: criterion },
  alteration: 'structural-variant',
  genes: genesOf(criterion),
  germlineOnly: false,
});

export const evaluateExonSkipping: Evaluate<'exonSkipping'> = (criterion, patient, on, references) =>
  seek(soughtFor(criterion, exonSkippingSought), patient, on, references);

const exonSkippingSought = (criterion: LeafBody<'exonSkipping'>): Sought => ({
  pattern: { exonSkipping: criterion },
  alteration: 'structural-variant',
  genes: [criterion.gene],
  germlineOnly: false,
});

const sought = new WeakMap<object, Sought>();

/** Criteria are written once and asked of every patient. */
export function soughtFor<C extends object>(criterion: C, make: (criterion: C) => Sought): Sought {
  let known = sought.get(criterion);
  if (known === undefined) sought.set(criterion, (known = make(criterion)));
  return known;
}

/** Looked at and nothing found. A variant whose effect is unclear leaves it open. */
export const evaluateWildType: Evaluate<'wildType'> = (criterion, patient, on, references) => {
  const variant = seek(soughtFor(criterion, wildTypeSought), patient, on, references);
  if (variant.answer === 'unknown') return variant;
  return { ...variant, answer: variant.answer === 'met' ? 'not-met' : 'met' };
};

const wildTypeSought = (criterion: WildTypeCriterion): Sought => ({
  pattern: { smallVariant: variantRuledOut(criterion) },
  alteration: 'small-variant',
  genes: [criterion.gene],
  germlineOnly: false,
});

const variantRuledOut = ({ gene, classes, codons }: WildTypeCriterion) => ({
  gene,
  ...(classes === undefined ? {} : { classes }),
  ...(codons === undefined ? {} : { codons }),
});

/**
 * An alteration over all of a patient's profiles: found in any, it is there; a finding that is not clear leaves it open;
 * else one profile that would have shown it settles its absence. Plasma alone does not: a negative result there asks for
 * tissue (ESMO recommendations on circulating tumour DNA, Pascual et al. 2022, PMID 35809752).
 */
export function seek(
  wanted: Sought,
  patient: PatientRecord,
  on: Day,
  references: EligibilityReferences,
): Judged {
  const profiles = profilesOf(patient, on);
  let answer: Answer = 'unknown';
  for (const viewed of profiles) {
    const one = quickAnswer(wanted, viewed, references);
    if (one === 'met')
      return settled('met', () => ({ facts: factsOf(wanted, profiles, references, 'met'), change: fixed }));
    if (one === 'open') return open(() => openReasons(wanted, profiles, references));
    if (one === 'not-met') answer = 'not-met';
  }
  return answer === 'not-met'
    ? settled('not-met', () => ({ facts: factsOf(wanted, profiles, references, 'not-met'), change: fixed }))
    : open(() => openReasons(wanted, profiles, references));
}

/** What a tumour carries does not pass with time. */
export const fixed = { kind: 'fixed' } as const;

/** `open`: something is found of which it is not clear whether it is meant. */
type Quick = Answer | 'open';

function quickAnswer(wanted: Sought, viewed: ViewedProfile, references: EligibilityReferences): Quick {
  const { genes, alteration } = wanted;
  if (!isAnySeen(genes, viewed)) return absence(wanted, viewed);
  const { answer, facts } = evaluatePattern(wanted.pattern, viewed.profile, references.genes);
  if (answer === 'met') return 'met';
  if (answer === 'unknown' && facts.length > 0) return 'open';
  return answer === 'not-met' && isAnyExcluded(genes, alteration, viewed) ? 'not-met' : 'unknown';
}

// Asked hundreds of times of each patient: plain loops, since a closure each would be most of what is allocated.
function isAnySeen(genes: readonly string[], { genesSeen }: ViewedProfile): boolean {
  for (const gene of genes) if (genesSeen.has(gene)) return true;
  return false;
}

function isAnyExcluded(
  genes: readonly string[],
  alteration: AlterationClass,
  viewed: ViewedProfile,
): boolean {
  for (const gene of genes) if (viewed.excludes(alteration, gene)) return true;
  return false;
}

function absence({ genes, alteration, germlineOnly }: Sought, viewed: ViewedProfile): Answer {
  // What tumour and normal tissue share is subtracted, and so is a germline variant.
  if (germlineOnly && viewed.profile.assay.pairing === 'paired') return 'unknown';
  return isAnyExcluded(genes, alteration, viewed) ? 'not-met' : 'unknown';
}

function factsOf(
  wanted: Sought,
  profiles: readonly ViewedProfile[],
  references: EligibilityReferences,
  answer: 'met' | 'not-met',
): readonly UsedFact[] {
  return profiles
    .map((viewed) => ({ viewed, given: evaluatePattern(wanted.pattern, viewed.profile, references.genes) }))
    .filter(
      ({ viewed, given }) =>
        given.answer === answer && (answer === 'met' || quickAnswer(wanted, viewed, references) === answer),
    )
    .flatMap(({ viewed, given }) => given.facts.map(({ text }) => factOf(text, viewed)));
}

/** A finding with the report it stands in. */
export const factOf = (text: string, { profile, issuedOn }: ViewedProfile, value?: string): UsedFact => ({
  text,
  ...(value === undefined ? {} : { value }),
  on: dateOf(issuedOn),
  source: `${profile.laboratory}, ${profile.assay.name}${profile.status === 'preliminary' ? ', preliminary' : ''}`,
});

function openReasons(
  wanted: Sought,
  profiles: readonly ViewedProfile[],
  references: EligibilityReferences,
): { readonly facts: readonly UsedFact[]; readonly missing: readonly Question[] } {
  const answers = profiles.map((viewed) => ({
    viewed,
    given: evaluatePattern(wanted.pattern, viewed.profile, references.genes),
  }));
  const unclear = answers.filter(({ given }) => given.answer === 'unknown' && given.facts.length > 0);
  if (unclear.length > 0) {
    return {
      facts: unclear.flatMap(({ viewed, given }) => given.facts.map(({ text }) => factOf(text, viewed))),
      missing: distinct(unclear.flatMap(({ given }) => given.missing.map((test) => clarify(test, wanted)))),
    };
  }
  const plasma = answers.find(
    ({ viewed, given }) => given.answer === 'not-met' && viewed.profile.specimen.type === 'plasma',
  );
  return {
    facts: plasma === undefined ? [] : plasma.given.facts.map(({ text }) => factOf(text, plasma.viewed)),
    missing: [testFor(wanted, plasma !== undefined)],
  };
}

const words: Readonly<Record<AlterationClass, string>> = {
  'small-variant': 'small variants',
  'copy-number': 'copy number',
  'structural-variant': 'fusions and rearrangements',
  expression: 'expression',
};

/** What would settle an absence. */
export const testFor = ({ genes, alteration, germlineOnly }: Sought, plasmaOnly: boolean): Question => ({
  key: `alteration:${germlineOnly ? 'germline-' : ''}${alteration}:${genes.join('|')}`,
  effort: 'panel',
  text: germlineOnly
    ? `A germline test of ${genes.join(' or ')}`
    : plasmaOnly
      ? `A tissue test of ${genes.join(' or ')} for ${words[alteration]} (plasma alone does not exclude it)`
      : `A test of ${genes.join(' or ')} for ${words[alteration]}`,
  state: 'not-tested',
});

const clarify = (test: MissingTest, { alteration, genes }: Sought): Question => ({
  key: `clarify:${alteration}:${genes.join('|')}`,
  effort: test.reason.includes('RNA') ? 'panel' : 'ask',
  text: test.reason,
});

const distinct = (questions: readonly Question[]): readonly Question[] => [
  ...new Map(questions.map((question) => [`${question.key} ${question.text}`, question])).values(),
];
