import { describe, expect, it } from '@jest/globals';
import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import { usualPolicy } from '../policy/board-policy.js';
import { gatherFacts } from './gather-facts.js';
import { referral } from './told-case.fixture.js';

const profile = (
  reportId: string,
  more: Partial<MolecularProfile> & { fraction?: number },
): MolecularProfile => {
  const { fraction, ...rest } = more;
  return {
    id: reportId,
    patient: 'P',
    hospital: 'h',
    reportId,
    version: 1,
    status: 'final',
    issuedAt: '2026-11-01T00:00:00Z',
    laboratory: 'l',
    diagnosis: 'LUAD',
    specimen: {
      id: 's',
      site: 'lung',
      type: 'ffpe',
      ...(fraction === undefined ? {} : { tumourFraction: fraction }),
    },
    assay: {
      name: 'p',
      kind: 'panel',
      pairing: 'tumour-only',
      build: 'GRCh38',
      genes: 'all',
      alterations: [],
      biomarkers: [],
    },
    smallVariants: [],
    copyNumberAlterations: [],
    structuralVariants: [],
    biomarkers: [],
    recordCounts: [],
    remarks: [],
    ...rest,
  };
};
const clinical = (more: Partial<ClinicalFacts>): ClinicalFacts => ({
  patient: 'P',
  hospital: 'h',
  version: 1,
  recordedAt: '2026-11-20T09:00:00Z',
  performance: [
    { scale: 'ECOG', value: 1, on: '2026-11-20' },
    { scale: 'ECOG', value: 3, on: '2026-10-01' },
  ],
  ...more,
});
const exhausted = { ...referral, guidelineStatus: 'exhausted' } as const;

describe('what the guards of a case look at', () => {
  it.each<[string, Partial<ClinicalFacts>, object, readonly string[]]>([
    ['a patient who fits, by the newest ECOG', {}, {}, []],
    ['ECOG 3', { performance: [{ scale: 'ECOG', value: 3, on: '2026-11-20' }] }, {}, ['ECOG is 3, above 2']],
    ['no ECOG', { performance: [] }, {}, ['ECOG is not recorded']],
    [
      'six weeks',
      { lifeExpectancyWeeks: { value: 6, on: '2026-11-01' } },
      {},
      ['life expectancy is 6 weeks, below 12'],
    ],
    ['standard left', {}, { guidelineStatus: 'not-exhausted' }, ['standard treatment is not exhausted']],
    [
      'no word of standard',
      {},
      { guidelineStatus: undefined },
      ['whether standard treatment is exhausted is not known'],
    ],
    ['a rare tumour without a guideline', {}, { guidelineStatus: 'no-guideline' }, []],
  ])('%s', (_, facts, more, expected) => {
    const sources = { referral: { ...exhausted, ...more }, clinical: clinical(facts), profiles: [] };
    expect(gatherFacts(sources, usualPolicy).outsideRule).toEqual(expected);
  });

  it.each<[string, readonly MolecularProfile[], number, readonly string[]]>([
    ['no report', [], 0, []],
    [
      'a preliminary and a cancelled one',
      [profile('R1', { status: 'preliminary' }), profile('R2', { status: 'cancelled' })],
      0,
      [],
    ],
    [
      'a final one of 8 %',
      [profile('R1', { fraction: 0.08 })],
      1,
      ['report R1 has 8 % tumour cells, below 20 %'],
    ],
    ['one poor and one good', [profile('R1', { fraction: 0.08 }), profile('R2', { fraction: 0.4 })], 2, []],
    ['one that does not say', [profile('R1', { status: 'amended' })], 1, []],
  ])('%s', (_, profiles, finalReports, qualityLacks) => {
    expect(gatherFacts({ profiles }, usualPolicy)).toMatchObject({ finalReports, qualityLacks });
  });
});
