import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criterionOf, ctmlOf, importDocument, importedOf, importedText } from './ctml.fixture.js';
import { trialVocabulary } from './trial-vocabulary.js';

const kras = { genomic: { hugo_symbol: 'KRAS', variant_category: 'Mutation' } };
const nras = { genomic: { hugo_symbol: 'NRAS', variant_category: 'Mutation' } };
const adult = { clinical: { age_numerical: '>=18' } };
const solid = { clinical: { oncotree_primary_diagnosis: '_SOLID_' } };
const asks = {
  kras: { smallVariant: { gene: 'KRAS' } },
  nras: { smallVariant: { gene: 'NRAS' } },
  adult: { age: { atLeast: 18 } },
  solid: { tumourType: { within: 'SOLID' } },
};

describe('steps, arms and dose levels', () => {
  const document = {
    nct_id: 'NCT00000002',
    protocol_no: '26-001',
    long_title: 'Two steps',
    match: [solid],
    status: 'open to accrual',
    treatment_list: {
      step: [
        {
          step_code: '1',
          match: [adult],
          arm: [
            { arm_code: 'A', arm_description: 'Arm A', arm_suspended: 'N', match: [kras] },
            {
              arm_code: 'B',
              arm_suspended: 'Y',
              dose_level: [
                { level_code: '1', level_description: '10 mg', level_suspended: 'Y' },
                { level_code: '2', level_description: '20 mg', level_suspended: 'N', match: [nras] },
              ],
            },
          ],
        },
        { step_code: '2', arm: { arm_code: 'A', arm_suspended: 'n', match: [nras] } },
        { step_code: '3', match: [kras] },
      ],
    },
  };
  const { trial } = importedOf(document);

  it('joins the match of the step to each of its arms', () => {
    expect(trial.arms[0]).toMatchObject({
      id: '1/A',
      name: 'A: Arm A',
      eligibility: { all: [asks.adult, asks.kras] },
    });
    expect(trial.arms[1]).toMatchObject({ id: '1/B', eligibility: asks.adult });
    expect(trial.arms[2]).toMatchObject({ id: '2/A', eligibility: asks.nras });
  });

  it('reads what is suspended as suspended, and the rest as the trial', () => {
    expect(trial.arms.map(({ status }) => status)).toEqual([undefined, 'suspended', undefined, undefined]);
    expect(trial.arms[1]?.cohorts?.map(({ status }) => status)).toEqual(['suspended', undefined]);
  });

  it('reads dose levels as cohorts with their own match', () => {
    expect(trial.arms[1]?.cohorts).toMatchObject([
      { id: '1', name: '1: 10 mg' },
      { id: '2', name: '2: 20 mg', eligibility: asks.nras },
    ]);
  });

  it('reads a step without arms as an arm', () => {
    expect(trial.arms[3]).toMatchObject({ id: 'step 3', eligibility: asks.kras });
  });

  it('joins the match of the trial to all of them', () => {
    expect(trial.eligibility).toMatchObject(asks.solid);
  });

  it('sees contradictions between trial, step and arm', () => {
    const clash = { ...document, match: [{ clinical: { age_numerical: '<12' } }] };
    const result = importDocument(clash);
    expect(result.ok ? [] : result.error.map(({ place }) => place)).toEqual([
      '/treatment_list/step/0/arm/0',
      '/treatment_list/step/0/arm/1/dose_level/1',
      '/treatment_list/step/0/arm/1',
    ]);
  });

  it('gives arms of the same code numbers of their own', () => {
    const arm = [
      { arm_code: 'A', match: [kras] },
      { arm_code: 'A', match: [nras] },
    ];
    const { arms } = importedOf({ ...document, treatment_list: { step: { arm } } }).trial;
    expect(arms.map(({ id }) => id)).toEqual(['A', 'A (2)']);
  });

  it('refuses a suspension that is neither yes nor no', () => {
    const result = importDocument({
      ...document,
      treatment_list: { step: [{ arm: [{ arm_code: 'A', arm_suspended: 'maybe' }] }] },
    });
    expect(result.ok ? [] : result.error).toMatchObject([
      { code: 'TRIALS.CTML_UNKNOWN_VALUE', place: '/treatment_list/step/0/arm/0/arm_suspended' },
    ]);
  });

  it('keeps a match of the trial alone as that of one arm', () => {
    expect(importedOf({ nct_id: 'NCT00000003', match: [kras] }).trial).toMatchObject({
      arms: [{ id: 'all' }],
      eligibility: asks.kras,
    });
  });

  it('refuses a trial with nothing to match', () => {
    const result = importDocument({ nct_id: 'NCT00000003', treatment_list: { step: [] } });
    expect(result.ok ? [] : result.error).toMatchObject([{ code: 'TRIALS.CTML_MISSING' }]);
  });

  it('takes an empty match as none and says so', () => {
    const { trial: open, remarks } = importedOf(ctmlOf([]));
    expect(open.arms[0]).not.toHaveProperty('eligibility');
    expect(remarks.join()).toMatch(/asks nothing/);
  });
});

describe('what a trial says of itself', () => {
  const minimal = ctmlOf([kras]);
  const of = (more: Readonly<Record<string, unknown>>) => importedOf({ ...minimal, ...more }).trial;

  it.each([
    ['Open to Accrual', 'open'],
    ['open to accrual', 'open'],
    ['Recruiting', 'open'],
    ['Closed to Accrual', 'closed'],
    ['Active, not recruiting', 'closed'],
    ['Suspended', 'suspended'],
    ['Not yet recruiting', 'not-yet-open'],
    ['Enrolling by invitation', 'enrolling-by-invitation'],
    ['Terminated', 'terminated'],
    ['Unknown status', 'unknown'],
    ['Half open', 'unknown'],
  ])('reads the status %s as %s', (status, expected) => {
    expect(of({ status }).status).toBe(expected);
  });

  it('prefers the summary’s status, and takes none for unknown', () => {
    expect(of({ _summary: { status: [{ value: 'Suspended' }] } }).status).toBe('suspended');
    expect(of({ status: undefined }).status).toBe('unknown');
  });

  it.each([
    ['I', '1'],
    ['I/II', '1/2'],
    ['I and II', '1/2'],
    ['1/2a', '1/2'],
    ['Phase 2', '2'],
    ['PHASE3', '3'],
    ['EARLY_PHASE1', '0'],
    [2, '2'],
    [['II', 'III'], '2/3'],
    ['NA', 'not-applicable'],
    ['pilot', undefined],
  ])('reads the phase %j as %s', (phase, expected) => {
    expect(of({ phase }).phase).toBe(expected);
  });

  it.each([
    [{ nct_id: 'NCT01234567', protocol_no: '26-001' }, 'NCT01234567'],
    [{ nct_id: 'NA', protocol_no: '26-001' }, '26-001'],
    [{ nct_id: '', protocol_id: 0, protocol_ids: ['ACT011'] }, 'ACT011'],
    [{ nct_id: undefined, trial_id: 'NCT01234567', protocol_no: 'RP-1' }, 'NCT01234567'],
  ])('is known by the registry’s number, or its own: %j', (numbers, id) => {
    expect(of(numbers).id).toBe(id);
  });

  it('refuses a trial without any number', () => {
    const result = importDocument({ ...minimal, nct_id: 'NA' });
    expect(result.ok ? [] : result.error).toMatchObject([{ code: 'TRIALS.CTML_MISSING' }]);
  });

  it('keeps sponsor, sites, drugs and labels', () => {
    expect(
      of({
        short_title: 'Short',
        age: 'Adults',
        last_updated: 'October 26, 2018',
        drug_list: { drug: [{ drug_name: 'Drug: Pembrolizumab' }] },
        disease_site_list: { disease_site: { disease_site_name: 'Lung', disease_site_code: 'L' } },
        sponsor_list: {
          sponsor: [
            { sponsor_name: 'Funder', is_principal_sponsor: 'N' },
            { sponsor_name: 'Principal', is_principal_sponsor: 'Y' },
          ],
        },
        site_list: {
          site: [
            { site_name: 'One', site_status: 'SUSPENDED' },
            { site_name: 'One', site_status: 'Open to Accrual' },
          ],
        },
      }),
    ).toMatchObject({
      sponsor: 'Principal',
      statusOn: '2018-10-26',
      conditions: ['Lung', 'Pembrolizumab'],
      sites: [
        { id: 'One', name: 'One', status: 'suspended' },
        { id: 'One (2)', name: 'One', status: 'open' },
      ],
      note: 'Also: Short. Age group as listed: Adults.',
      source: { kind: 'local', reference: 'CTML NCT00000001', retrievedOn: '2026-11-23' },
    });
  });

  it('keeps every requirement given as text, whole and open', () => {
    const { eligibility } = of({
      prior_treatment_requirements: [
        'Inclusion Criteria:',
        '* ECOG 0 or 1',
        'Exclude - Exclusion Criteria:',
        'Exclude - * Pregnant',
      ],
      additional_criteria_requirements: [{ additional_criteria_requirement_name: 'Signed consent' }],
    });
    expect(eligibility).toEqual({
      all: [
        ['* ECOG 0 or 1', 'inclusion'],
        ['Exclude - * Pregnant', 'exclusion'],
        ['Signed consent', 'not-stated'],
      ].map(([text, list]) => ({ text, unstructured: { text, list } })),
    });
  });

  it('refuses an unknown key at the top, and the keys of one level on another', () => {
    const result = importDocument({ ...minimal, tretment_list: {}, arm_code: 'A' });
    expect(result.ok ? [] : result.error).toMatchObject([
      { place: '/tretment_list', remedy: expect.stringMatching(/«treatment_list»/) },
      { place: '/arm_code' },
    ]);
  });

  it('takes every key of the published schema', () => {
    const others = trialVocabulary.keys.filter((key) => !['treatment_list', 'match'].includes(key));
    const all = Object.fromEntries(others.map((key) => [key, minimal[key] ?? '1']));
    expect(importedOf({ ...minimal, ...all, _id: 'x', _elasticsearch: {} }).trial.id).toBe('NCT00000001');
  });

  it('takes a list of one trial, and refuses one of two', () => {
    expect(importedOf([minimal]).trial.id).toBe('NCT00000001');
    const result = importDocument([minimal, minimal]);
    expect(result.ok ? [] : result.error).toMatchObject([{ code: 'TRIALS.CTML_WRONG_TYPE' }]);
  });

  it('answers any document with a trial or with problems, never by throwing', () => {
    const node = fc.anything({
      key: fc.constantFrom(
        'and',
        'or',
        'genomic',
        'clinical',
        'prior_treatment',
        'hugo_symbol',
        '__proto__',
        'x',
      ),
      values: [fc.constantFrom<unknown>('KRAS', '!Mutation', '>=18', 'constructor', '', null, 0, true)],
      maxDepth: 6,
      maxKeys: 3,
    });
    fc.assert(
      fc.property(node, (match) => {
        const result = importDocument(ctmlOf(match));
        expect(result.ok ? 1 : result.error.length).toBeGreaterThan(0);
      }),
    );
  });

  it('asks the same, whatever the order of keys', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, turned(one)]),
            )
          : value;
    const node = { and: [adult, { or: [kras, nras] }] };
    expect(criterionOf(turned(node))).toEqual(criterionOf(node));
  });

  it('reads YAML text', () => {
    const { trial } = importedText(`
nct_id: NCT00000004
short_title: BRAF in melanoma
status: Open to Accrual
treatment_list:
  step:
    - step_code: '1'
      arm:
        - arm_code: A
          arm_suspended: N
          dose_level: []
          match:
            - and:
                - genomic: {hugo_symbol: BRAF, variant_category: Mutation, wildcard_protein_change: p.V600}
                - clinical:
                    oncotree_primary_diagnosis: Melanoma
                    age_numerical: '>=18'
`);
    expect(trial.arms[0]?.eligibility).toMatchObject({
      all: [
        { smallVariant: { gene: 'BRAF', codons: [600] } },
        { all: [{ tumourType: { within: ['MEL'] } }, { age: { atLeast: 18 } }] },
      ],
    });
  });
});
