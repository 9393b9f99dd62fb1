import { describe, expect, it } from '@jest/globals';
import { escatTier, type EscatFacts } from './escat-tier.js';

describe(escatTier.name, () => {
  // Mateo 2018 (PMID 30137196), table 2; PMC9755882, table 1.
  it.each<[string, EscatFacts]>([
    ['I-A', { design: 'randomised', outcome: 'survival', tumour: 'this' }],
    ['I-B', { design: 'prospective', outcome: 'clinical-benefit', tumour: 'this' }],
    ['I-B', { design: 'prospective', outcome: 'survival', tumour: 'this' }],
    ['I-C', { design: 'basket', outcome: 'clinical-benefit', similarAcrossTumours: true }],
    ['I-C', { design: 'basket', outcome: 'survival', similarAcrossTumours: true, tumour: 'another' }],
    ['I-B', { design: 'basket', outcome: 'clinical-benefit', similarAcrossTumours: false, tumour: 'this' }],
    ['II-A', { design: 'retrospective', outcome: 'survival', tumour: 'this' }],
    ['II-A', { design: 'retrospective', outcome: 'clinical-benefit', tumour: 'this' }],
    ['II-B', { design: 'prospective', outcome: 'response', tumour: 'this' }],
    ['II-B', { design: 'randomised', outcome: 'response', tumour: 'this' }],
    ['II-B', { design: 'basket', outcome: 'response', tumour: 'this' }],
    ['III-A', { design: 'randomised', outcome: 'survival', tumour: 'another' }],
    ['III-A', { design: 'retrospective', outcome: 'clinical-benefit', tumour: 'another' }],
    [
      'III-A',
      { design: 'basket', outcome: 'clinical-benefit', similarAcrossTumours: false, tumour: 'another' },
    ],
    ['III-B', { design: 'similar-alteration' }],
    ['IV-A', { design: 'preclinical' }],
    ['IV-B', { design: 'in-silico' }],
    ['V', { design: 'prospective', outcome: 'response-without-outcome', tumour: 'this' }],
    ['X', { design: 'no-evidence' }],
    ['X', { design: 'preclinical', outcome: 'none' }],
    ['X', { design: 'randomised', outcome: 'none', tumour: 'this' }],
  ])('%s: %o', (tier, facts) => {
    expect(escatTier(facts)).toEqual({ tier });
  });

  it.each<[keyof EscatFacts, EscatFacts]>([
    ['design', { outcome: 'survival', tumour: 'this' }],
    ['outcome', { design: 'randomised', tumour: 'this' }],
    ['tumour', { design: 'randomised', outcome: 'survival' }],
    ['tumour', { design: 'basket', outcome: 'response' }],
    ['similarAcrossTumours', { design: 'basket', outcome: 'clinical-benefit', tumour: 'this' }],
  ])('does not guess a missing %s', (missing, facts) => {
    expect(escatTier(facts)).toEqual({ missing: [missing] });
  });

  it.each<[string, EscatFacts]>([
    [
      'randomised, without a survival end point',
      { design: 'randomised', outcome: 'clinical-benefit', tumour: 'this' },
    ],
    ['retrospective, responses only', { design: 'retrospective', outcome: 'response', tumour: 'this' }],
    ['no effect in another tumour', { design: 'randomised', outcome: 'none', tumour: 'another' }],
    [
      'no better outcome in another tumour',
      { design: 'prospective', outcome: 'response-without-outcome', tumour: 'another' },
    ],
  ])('leaves open what fits no tier, with the reason: %s', (_, facts) => {
    const answer = escatTier(facts);
    expect(answer).not.toHaveProperty('tier');
    expect(answer).toHaveProperty('why', expect.stringMatching(/\w/));
  });
});
