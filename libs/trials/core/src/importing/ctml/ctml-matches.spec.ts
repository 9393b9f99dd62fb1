import { describe, expect, it } from '@jest/globals';
import type { Answer } from '@consilium/clinical';
import { evaluateCriterion } from '../../matching/evaluate-criterion.js';
import type { PatientRecord } from '../../evaluation/patient-record.js';
import { clinicalVocabulary } from './clinical-vocabulary.js';
import { ctmlDifferences } from './ctml-differences.js';
import { clinicalMatches } from './ctml-clinical-matches.fixture.js';
import { genomicMatches } from './ctml-genomic-matches.fixture.js';
import { criterionOf } from './ctml.fixture.js';
import { eligibilityReferences, on } from './ctml-patients.fixture.js';
import { differingMatches } from './ctml-differing-matches.fixture.js';
import { genomicVocabulary } from './genomic-vocabulary.js';
import { isMapping, normalKey } from './read-members.js';
import { priorTreatmentVocabulary } from './read-prior-treatment.js';

const documentedMatches = [...genomicMatches, ...clinicalMatches];

const answerTo = (node: unknown, patient: PatientRecord): Answer =>
  evaluateCriterion(criterionOf(node), patient, on, eligibilityReferences).answer;

describe('a criterion of CTML', () => {
  it.each(documentedMatches)('$what: $says', ({ node, patient, matches }) => {
    expect(answerTo(node, patient)).toBe(matches ? 'met' : 'not-met');
  });

  it('is tried here with every key of the vocabulary', () => {
    const used = new Set(
      [...documentedMatches, ...differingMatches].flatMap(({ node }) => keysIn(node)).map(normalKey),
    );
    const published = [genomicVocabulary, clinicalVocabulary, priorTreatmentVocabulary].flatMap(
      ({ keys }) => keys,
    );
    expect(published.filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('where our answer departs from the engines’ two values', () => {
  it.each(differingMatches)('$difference: $what', ({ node, patient, theirs, ours }) => {
    const answer = answerTo(node, patient);
    expect(answer).toBe(ours);
    expect(answer).not.toBe(theirs ? 'met' : 'not-met');
  });

  it('tries every difference that a criterion can show', () => {
    const tried = new Set(differingMatches.map(({ difference }) => difference));
    // These are of the trial, and the spec of the importer shows them.
    const ofTheTrial = ['free-text', 'levels', 'status'];
    expect([...tried, ...ofTheTrial].sort()).toEqual(ctmlDifferences.map(({ id }) => id).sort());
  });
});

const keysIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(keysIn)
    : isMapping(value)
      ? Object.entries(value).flatMap(([key, content]) => [key, ...keysIn(content)])
      : [];
