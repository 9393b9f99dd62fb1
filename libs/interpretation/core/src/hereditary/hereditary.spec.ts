import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MolecularProfile, PatientFacts, SmallVariant } from '@consilium/clinical';
import type { HereditaryTables } from '@consilium/knowledge-core';
import { assay, profileOf, tumourTypes, variant } from '../samples.fixture.js';
import { readAcmgClass } from './acmg-class.js';
import { stepsForCarrier } from './carrier-measures.js';
import { germlineFindings } from './germline-findings.js';
import { germlineFlags } from './germline-flags.js';

const gene = (
  symbol: string,
  followUp: 'any-tumour' | 'on-tumour' | 'on-tumour-when-young',
  tumours?: string[],
) => ({
  gene: symbol,
  condition: `condition of ${symbol}`,
  inheritance: 'dominant' as const,
  followUp,
  ...(tumours === undefined ? {} : { tumours }),
  source: 'esmo',
});
const tables: HereditaryTables = {
  sources: [{ key: 'esmo', name: 'ESMO', date: '2023' }],
  filter: {
    smallestVafOfSubstitution: 0.3,
    smallestVafOfIndel: 0.2,
    rareBelow: 0.01,
    youngBelow: 30,
    haematopoiesisGenes: ['TP53'],
    source: 'esmo',
  },
  genes: [
    gene('BRCA1', 'any-tumour'),
    gene('MLH1', 'on-tumour', ['COADREAD']),
    gene('TP53', 'on-tumour-when-young', ['MEL']),
  ],
  measures: [
    {
      genes: ['BRCA1'],
      kind: 'surveillance',
      sex: 'female',
      fromAge: 25,
      toAge: 75,
      text: 'MRI.',
      source: 'esmo',
    },
    { genes: ['BRCA1'], kind: 'surveillance', sex: 'male', fromAge: 40, text: 'PSA.', source: 'esmo' },
  ],
};
const pathogenic = { vaf: 0.48, significanceAsReported: 'Pathogenic', origin: 'unknown' } as const;
const flags = (
  small: Partial<SmallVariant> & { readonly gene?: string },
  profile: Partial<MolecularProfile> = {},
  patient: PatientFacts = {},
) =>
  germlineFlags(
    profileOf({
      smallVariants: [variant(small.gene ?? 'BRCA1', 'R1751*', { ...pathogenic, ...small })],
      ...profile,
    }),
    patient,
    tables,
    tumourTypes,
  ).flags;

describe(readAcmgClass.name, () => {
  it.each([
    ['Pathogenic', 'pathogenic'],
    ['pathogenic (ClinVar, expert panel)', 'pathogenic'],
    ['Likely_pathogenic', 'likely-pathogenic'],
    ['Pathogenic/Likely_pathogenic', 'likely-pathogenic'],
    ['Benign/Likely benign', 'likely-benign'],
    ['Uncertain_significance', 'uncertain'],
    ['Conflicting_interpretations_of_pathogenicity', 'conflicting'],
    ['Pathogenic; Benign', 'conflicting'],
    ['predicted pathogenic', 'not-stated'],
    ['', 'not-stated'],
    [undefined, 'not-stated'],
  ])('%s: %s', (text, acmg) => {
    expect(readAcmgClass(text)).toBe(acmg);
  });
});

describe('the filter for tumour-only data (ESMO PMWG 2019, PMID 31050713; 2023, PMID 36529447)', () => {
  it.each<[string, Parameters<typeof flags>]>([
    ['a pathogenic substitution above 30 %', [{}]],
    ['a pathogenic indel above 20 %', [{ proteinChange: 'Q1756fs', vaf: 0.21 }]],
    ['whatever the tumour for the genes of that list', [{}, { diagnosis: 'LUAD' }]],
    ['in its tumour only for the others', [{ gene: 'MLH1' }, { diagnosis: 'COAD' }]],
    ['when young', [{ gene: 'TP53' }, { diagnosis: 'MEL' }, { ageAtDiagnosis: 29 }]],
  ])('raises a flag for %s', (_, given) => {
    expect(flags(...given)).toMatchObject([{ state: 'raised' }]);
  });

  it.each<[string, Parameters<typeof flags>]>([
    ['at or below the allele fraction', [{ vaf: 0.3 }]],
    ['frequent in the population', [{ populationFrequency: 0.01 }]],
    ['of uncertain significance', [{ significanceAsReported: 'VUS' }]],
    ['outside its tumour', [{ gene: 'MLH1' }, { diagnosis: 'LUAD' }]],
    ['not young', [{ gene: 'TP53' }, { diagnosis: 'MEL' }, { ageAtDiagnosis: 30 }]],
    ['in a gene that is not followed up', [{ gene: 'KRAS' }]],
    ['when normal tissue was compared', [{}, { assay: { ...assay, pairing: 'paired' } }]],
  ])('raises none for a variant %s', (_, given) => {
    expect(flags(...given)).toEqual([]);
  });

  it.each<[string, Parameters<typeof flags>, string]>([
    ['allele fraction', [{ vaf: undefined } as unknown as Partial<SmallVariant>], 'the allele fraction'],
    ['class of a truncating variant', [{ significanceAsReported: '' }], 'classification by ACMG'],
    ['age at diagnosis', [{ gene: 'TP53' }, { diagnosis: 'MEL' }], 'the age at diagnosis'],
    [
      'meaning of plasma',
      [{}, { specimen: { id: 's', site: 'blood', type: 'plasma' } }],
      'a germline test, or tumour tissue',
    ],
  ])('is undecided without the %s, and says what would settle it', (_, given, settles) => {
    expect(flags(...given)).toMatchObject([{ state: 'undecided', settledBy: [settles] }]);
  });

  it('does not judge a tumour that may be hypermutated', () => {
    const [flag] = flags({}, { biomarkers: [{ kind: 'MSI', state: 'positive' }] });
    expect(flag?.state).toBe('undecided');
  });

  it('is never called a diagnosis, and its next steps begin with counselling', () => {
    const [flag] = flags({});
    expect(flag?.sentence).toMatch(/possible germline – offer a germline test after consent and counselling/);
    expect(flag?.nextSteps.map(({ kind }) => kind)).toEqual(['counselling', 'confirmatory-test']);
  });

  it('in blood thinks of clonal haematopoiesis', () => {
    const blood = { specimen: { id: 's', site: 'blood', type: 'blood' }, diagnosis: 'MEL' } as const;
    const [flag] = flags({ gene: 'TP53' }, blood, { ageAtDiagnosis: 20 });
    expect(flag?.reasons.join(' ')).toMatch(/clonal haematopoiesis/);
  });

  it('says that no flag is not no risk, and lets the family history speak for itself', () => {
    const remarks = (patient: PatientFacts) =>
      germlineFlags(profileOf(), patient, tables, tumourTypes).remarks.join(' ');
    expect(remarks({})).toMatch(/No flag is not no risk/);
    expect(remarks({})).toMatch(/history are not stated/);
    expect(remarks({ familyHistory: 'suggestive' })).toMatch(/offer a germline test whatever was found/);
  });

  it('leaving a fact out never takes a raised flag away without saying so', () => {
    const members = ['vaf', 'significanceAsReported', 'populationFrequency'] as const;
    fc.assert(
      fc.property(fc.subarray([...members]), (left) => {
        const whole: SmallVariant = variant('BRCA1', 'R1751*', { ...pathogenic, populationFrequency: 0 });
        const known = Object.fromEntries(
          Object.entries(whole).filter(([member]) => !left.some((one) => one === member)),
        ) as unknown as SmallVariant;
        const found = germlineFlags(profileOf({ smallVariants: [known] }), {}, tables, tumourTypes).flags;
        expect(found).toHaveLength(1);
      }),
    );
  });
});

describe('germline findings', () => {
  const report = (consent?: 'given' | 'refused', patient: PatientFacts = {}) =>
    germlineFindings(
      profileOf({
        smallVariants: [
          variant('BRCA1', 'R1751*', { origin: 'germline', significanceAsReported: 'Pathogenic' }),
        ],
        ...(consent === undefined ? {} : { germlineConsent: consent }),
      }),
      patient,
      tables,
    );

  it('are told with the next steps of a carrier when the patient agreed', () => {
    expect(report('given', { sex: 'female', age: 50 }).findings).toMatchObject([
      { gene: 'BRCA1', acmg: 'pathogenic', condition: 'condition of BRCA1' },
    ]);
  });

  it('are not told when the patient does not wish to know, nor whether there are any', () => {
    expect(report('refused')).toMatchObject({ findings: [], consent: 'refused' });
    const none = germlineFindings(profileOf({ germlineConsent: 'refused' }), {}, tables);
    expect(report('refused')).toEqual(none);
  });

  it('ask for consent where it is not stated', () => {
    expect(report().sentence).toMatch(/not stated: obtain it/);
  });
});

describe(stepsForCarrier.name, () => {
  const texts = (patient: PatientFacts) => stepsForCarrier('BRCA1', patient, tables).map(({ text }) => text);

  it('fit sex and age', () => {
    expect(texts({ sex: 'female', age: 40 })).toContain('MRI.');
    expect(texts({ sex: 'female', age: 40 })).not.toContain('PSA.');
    expect(texts({ sex: 'female', age: 80 })).not.toContain('MRI.');
    expect(texts({ sex: 'male', age: 30 })).toContain('PSA. (from 40 years on)');
  });

  it('stand with their condition where sex or age is not known', () => {
    expect(texts({})).toEqual(
      expect.arrayContaining([
        'MRI. (women, from 25 years on, up to 75 years)',
        'PSA. (men, from 40 years on)',
      ]),
    );
  });
});
