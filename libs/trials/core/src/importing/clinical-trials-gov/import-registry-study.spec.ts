import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Criterion } from '../../language/criterion.js';
import { importRegistryStudy } from './import-registry-study.js';
import type { RegistryStudy } from './registry-study.js';
import { joinItems } from './split-criteria.js';

const study = (criteria: string, more: Partial<RegistryStudy> = {}): RegistryStudy => ({
  nctId: 'NCT00000001',
  briefTitle: 'A trial',
  phases: ['PHASE2'],
  overallStatus: 'RECRUITING',
  lastUpdatePosted: '2025-11-25',
  conditions: [],
  arms: [],
  interventions: [],
  sites: [],
  eligibility: { criteria },
  ...more,
});
const imported = (criteria: string, more?: Partial<RegistryStudy>) =>
  importRegistryStudy(study(criteria, more), { retrievedOn: '2026-11-23' });
const criteriaOf = (criteria: string): readonly Criterion[] => {
  const { eligibility } = imported(criteria).trial;
  return eligibility !== undefined && 'all' in eligibility ? eligibility.all : [];
};
const kept = (text: string, list: 'inclusion' | 'exclusion' | 'not-stated'): Criterion => ({
  unstructured: { text, list },
});

/** The words of every node, to see that none is lost. */
function wordsOf(criterion: Criterion): readonly string[] {
  const own = criterion.text === undefined ? [] : [criterion.text];
  if ('unstructured' in criterion) return [...own, criterion.unstructured.text];
  if ('all' in criterion) return [...own, ...criterion.all.flatMap(wordsOf)];
  if ('any' in criterion) return [...own, ...criterion.any.flatMap(wordsOf)];
  return 'not' in criterion ? [...own, ...wordsOf(criterion.not)] : own;
}

describe(importRegistryStudy.name, () => {
  it('structures what is certain and keeps the rest in the source’s words', () => {
    const text =
      'Inclusion Criteria:\n\n1. Age \\>= 18 years\n2. Willing to travel\n\nExclusion Criteria:\n\n* Pregnant or breastfeeding women\n* Severe\n  illness';
    const { trial, report } = imported(text);
    expect(trial.eligibility).toEqual({
      all: [
        { age: { atLeast: 18 }, text: 'Age \\>= 18 years' },
        kept('Willing to travel', 'inclusion'),
        {
          not: { pregnancy: { states: ['pregnant', 'breastfeeding'] } },
          text: 'Pregnant or breastfeeding women',
        },
        kept('Severe\n  illness', 'exclusion'),
      ],
    });
    expect(report).toMatchObject({ structured: 2, unstructured: 2, lost: 0, fromFields: 0 });
    expect(joinItems(report.items)).toBe(text);
  });

  it('keeps every word of the items in the tree, whatever the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Inclusion Criteria:',
        'Exclusion Criteria:',
        '* ECOG 0-1',
        '  * ANC ≥ 1500/µL',
        '* Adequate organ function:',
        '* One of the following:',
        '  * Pregnant women; or',
        'or',
        '',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { trial, report } = imported(text);
        const words = trial.eligibility === undefined ? [] : wordsOf(trial.eligibility).join('\n');
        expect(report.lost).toBe(0);
        expect(joinItems(report.items)).toBe(text);
        for (const { kind, text: slice } of report.items)
          if (kind === 'criterion') expect(words).toContain(slice);
      }),
    );
  });

  it('reads entries under a header that asks for each', () => {
    expect(
      criteriaOf(
        'Inclusion Criteria:\n* Have adequate organ function, as determined by:\n  * Hemoglobin ≥9 g/dL\n  * Good veins',
      ),
    ).toEqual([
      {
        all: [
          { measurement: { test: 'haemoglobin', atLeast: 9, unit: 'g/dL' }, text: 'Hemoglobin ≥9 g/dL' },
          kept('Good veins', 'inclusion'),
        ],
        text: 'Have adequate organ function, as determined by:',
      },
    ]);
  });

  it('reads entries under «any of the following» of the exclusion list as exclusions each', () => {
    expect(
      criteriaOf(
        'Exclusion Criteria:\n* Any of the following cardiac criteria:\n  * LVEF < 50%\n  * Odd rhythm',
      ),
    ).toEqual([
      {
        all: [
          { not: { measurement: { test: 'lvef', below: 50, unit: '%' } }, text: 'LVEF < 50%' },
          kept('Odd rhythm', 'exclusion'),
        ],
        text: 'Any of the following cardiac criteria:',
      },
    ]);
  });

  it('reads «one of the following» only where every entry is certain', () => {
    const header = 'Inclusion Criteria:\n* At least one of the following:';
    expect(criteriaOf(`${header}\n  * BRAF V600E mutation; or\n  * ROS1 fusion`)).toEqual([
      {
        any: [
          { smallVariant: { gene: 'BRAF', changes: ['V600E'] }, text: 'BRAF V600E mutation; or' },
          { fusion: { gene: 'ROS1' }, text: 'ROS1 fusion' },
        ],
        text: 'At least one of the following:',
      },
    ]);
    expect(criteriaOf(`${header}\n  * BRAF V600E mutation\n  * Something rare`)).toEqual([
      kept('At least one of the following:\n  * BRAF V600E mutation\n  * Something rare', 'inclusion'),
    ]);
  });

  it.each([
    ['entries of an unknown header', '* For patients with diabetes:\n  * ECOG 0-1'],
    ['entries with a remark below', '* ECOG 0-1\n  * Note: ECOG 2 is allowed in cohort B.'],
    ['exceptions below', '* Platelets ≥ 100 x 10^9/L with the following exception:\n  * marrow involved'],
  ])('keeps %s as one question', (_, entry) => {
    expect(criteriaOf(`Inclusion Criteria:\n${entry}`)).toEqual([kept(entry.slice(2), 'inclusion')]);
  });

  it.each([
    ['an open header on the same level', '* Women must meet one of these:\n* Age ≥ 18 years', 1],
    ['an «or» at the end', '* ECOG 0-1 or\n* Karnofsky ≥ 70', 0],
    ['an «or» at the beginning', '* ECOG 0-1\n* or Karnofsky ≥ 70', 0],
    ['a remark behind', '* ECOG 0-1\n* Exception: ECOG 2 due to bone pain', 0],
  ])('structures nothing beside %s', (_, entries, at) => {
    const read = criteriaOf(`Inclusion Criteria:\n${entries}`);
    expect(read[at]).toHaveProperty('unstructured');
    expect(imported(`Inclusion Criteria:\n${entries}`).report.structured).toBe(0);
  });

  it('structures nothing where no list is named, or the heading names a part of the trial', () => {
    expect(criteriaOf('* ECOG 0-1')).toEqual([kept('ECOG 0-1', 'not-stated')]);
    expect(criteriaOf('Inclusion Criteria for Cohort B:\n* ECOG 0-1')).toEqual([
      kept('ECOG 0-1', 'inclusion'),
    ]);
    expect(criteriaOf('Inclusion Criteria:\nCohort B:\n* ECOG 0-1')).toEqual([kept('ECOG 0-1', 'inclusion')]);
  });

  it('takes age and sex from the registry’s fields, their limits included', () => {
    const { trial, report } = imported('x', {
      eligibility: { criteria: 'x', minimumAge: '6 Months', maximumAge: '75 Years', sex: 'FEMALE' },
    });
    expect(trial.eligibility).toMatchObject({
      all: [
        { age: { atLeast: 6, unit: 'months' }, text: 'Minimum age: 6 Months' },
        { age: { atMost: 75 }, text: 'Maximum age: 75 Years' },
        { sex: 'female' },
        kept('x', 'not-stated'),
      ],
    });
    expect(report.fromFields).toBe(3);
  });

  it('keeps ages in hours, and sex as gender, as questions', () => {
    const { trial } = imported('x', {
      eligibility: {
        criteria: 'x',
        minimumAge: '24 Hours',
        sex: 'FEMALE',
        genderBased: true,
        genderDescription: 'Trans women too',
      },
    });
    expect(trial.eligibility).toMatchObject({
      all: [
        kept('Minimum age: 24 Hours', 'inclusion'),
        kept('Sex: female, by gender identity. Trans women too', 'inclusion'),
        {},
      ],
    });
  });

  it.each([
    ['RECRUITING', 'open'],
    ['NOT_YET_RECRUITING', 'not-yet-open'],
    ['ENROLLING_BY_INVITATION', 'enrolling-by-invitation'],
    ['ACTIVE_NOT_RECRUITING', 'closed'],
    ['COMPLETED', 'completed'],
    ['SUSPENDED', 'suspended'],
    ['TERMINATED', 'terminated'],
    ['WITHDRAWN', 'withdrawn'],
    ['UNKNOWN', 'unknown'],
    ['SOMETHING_NEW', 'unknown'],
  ])('reads the status %s as %s', (word, status) => {
    expect(imported('x', { overallStatus: word }).trial.status).toBe(status);
  });

  it.each([
    [['EARLY_PHASE1'], '0'],
    [['PHASE1', 'PHASE2'], '1/2'],
    [['PHASE2', 'PHASE3'], '2/3'],
    [['PHASE4'], '4'],
    [['NA'], 'not-applicable'],
    [[], undefined],
    [['PHASE9'], undefined],
  ])('reads the phases %j as %s', (phases, phase) => {
    expect(imported('x', { phases }).trial.phase).toBe(phase);
  });

  it('says as of when the status holds: the last posting, the month it was verified, or the day it was fetched', () => {
    const { lastUpdatePosted: _, ...undated } = study('x');
    const dated = (more: Partial<RegistryStudy>) =>
      importRegistryStudy({ ...undated, ...more }, { retrievedOn: '2026-11-23' }).trial.statusOn;
    expect(dated({ lastUpdatePosted: '2025-11-25', statusVerified: '2025-10' })).toBe('2025-11-25');
    expect(dated({ statusVerified: '2025-10' })).toBe('2025-10-01');
    expect(dated({})).toBe('2026-11-23');
  });

  it('gives each arm the drugs that name it or that it names, and one arm where there is none', () => {
    const interventions = [
      { name: 'SHR-1826；Adebrelimab', type: 'DRUG', armLabels: ['A'] },
      { name: 'Cisplatin 75mg/m2', type: 'DRUG', armLabels: [] },
      { name: 'Radiotherapy', type: 'RADIATION', armLabels: ['A', 'B'] },
      { name: 'Placebo', type: 'DRUG', armLabels: ['B'] },
    ];
    const arms = [
      { label: 'A', interventionNames: [] },
      { label: 'B', interventionNames: ['Drug: Cisplatin 75mg/m2', 'Radiation: Radiotherapy'] },
      { label: 'C', interventionNames: [] },
    ];
    expect(imported('x', { arms, interventions }).trial.arms).toEqual([
      { id: 'arm-1', name: 'A', drugs: ['shr-1826', 'adebrelimab'] },
      { id: 'arm-2', name: 'B', drugs: ['cisplatin'] },
      { id: 'arm-3', name: 'C' },
    ]);
    expect(imported('x', { interventions }).trial.arms).toEqual([
      { id: 'all', name: 'All participants', drugs: ['shr-1826', 'adebrelimab', 'cisplatin'] },
    ]);
    expect(imported('x').trial.arms).toEqual([{ id: 'all', name: 'All participants' }]);
  });

  it('lists sites with their status and the country’s code, or the registry’s word', () => {
    const sites = [
      { facility: 'Clinic', city: 'Izmir', country: 'Turkey (Türkiye)', status: 'RECRUITING' },
      { city: 'Somewhere', country: 'Atlantis' },
      {},
    ];
    expect(imported('x', { sites }).trial.sites).toEqual([
      { id: 'site-1', name: 'Clinic', city: 'Izmir', country: 'TR', status: 'open' },
      { id: 'site-2', name: 'Somewhere', city: 'Somewhere', country: 'Atlantis' },
      { id: 'site-3', name: 'Site 3' },
    ]);
  });

  it('marks an observational study', () => {
    expect(imported('x', { studyType: 'OBSERVATIONAL' }).trial.note).toMatch(/Observational/);
    expect(imported('x', { studyType: 'INTERVENTIONAL' }).trial).not.toHaveProperty('note');
  });
});
