import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import { assessOncogenicity, type OncogenicityInput } from './assess-oncogenicity.js';
import { oncogenicityCodes } from './oncogenicity-codes.js';
import { cutOffProfiles } from './oncogenicity-cut-offs.js';

const somatic = (gene: string, proteinChange: string): SmallVariant => ({
  gene,
  proteinChange,
  origin: 'somatic',
});

describe('assessments that CIViC published, from their facts', () => {
  it('MAP2K1 P124S: OS2, OM3 (hotspot), OP4; 7 points, likely oncogenic (CIViC AID 251)', () => {
    const gene: CancerGene = {
      symbol: 'MAP2K1',
      role: 'oncogene',
      recurrence: [{ residue: 'P124', samples: 25, changes: { P124S: 15 } }],
      functional: [{ change: 'P124S', effect: 'activating', pmid: '22197931' }],
    };
    const input: OncogenicityInput = { variant: somatic('MAP2K1', 'P124S'), gene, population: 'absent' };
    const { points, classification, codes } = assessOncogenicity(input);
    expect(codes.map(({ label }) => label)).toEqual(['OS2', 'OM3', 'OP4']);
    expect([points, classification]).toEqual([7, 'likely-oncogenic']);
  });

  it('RET M918T: OS2, OM1, OP1, OP3, OP4; 9 points, likely oncogenic (CIViC AID 202), and oncogenic by PCGR', () => {
    const labels = ['functional_damaging', 'critical_domain', 'computational_damaging'] as const;
    const curated = [...labels, 'hotspot_weak' as const, 'absent_in_population' as const].map((code) => ({
      code,
      applies: true,
      reason: 'CIViC AID 202.',
      by: 'CIViC',
    }));
    const input: OncogenicityInput = { variant: somatic('RET', 'M918T'), curated };
    expect(assessOncogenicity(input)).toMatchObject({
      points: 9,
      classification: 'likely-oncogenic',
      excluded: [],
    });
    expect(assessOncogenicity(input, cutOffProfiles.pcgr).classification).toBe('oncogenic');
  });
});

describe('hotspot codes, from the counts of cancerhotspots.org, version 2', () => {
  const genes: readonly CancerGene[] = [
    {
      symbol: 'PIK3CA',
      role: 'oncogene',
      recurrence: [
        { residue: 'H1047', samples: 647, changes: { H1047R: 537, H1047L: 85, H1047Y: 18, H1047Q: 7 } },
        { residue: 'E545', samples: 633, changes: { E545K: 575, E545G: 21, E545Q: 20, E545A: 12, E545D: 5 } },
      ],
    },
    {
      symbol: 'IDH1',
      role: 'oncogene',
      recurrence: [
        {
          residue: 'R132',
          samples: 766,
          changes: { R132H: 570, R132C: 139, R132G: 28, R132S: 16, R132L: 12, R132I: 1 },
        },
      ],
    },
    {
      symbol: 'NRAS',
      role: 'oncogene',
      recurrence: [
        { residue: 'Q61', samples: 422, changes: { Q61R: 204, Q61K: 142, Q61L: 46, Q61H: 27, Q61P: 2 } },
      ],
    },
  ];
  it.each([
    ['PIK3CA', 'H1047R', 'OS3'],
    ['PIK3CA', 'H1047Y', 'OS3'],
    ['PIK3CA', 'H1047Q', 'OP3'],
    ['PIK3CA', 'E545A', 'OS3'],
    ['PIK3CA', 'E545D', 'OP3'],
    ['IDH1', 'R132H', 'OS3'],
    ['IDH1', 'R132L', 'OS3'],
    ['IDH1', 'R132I', 'OP3'],
    ['NRAS', 'Q61R', 'OS3'],
    ['NRAS', 'Q61P', 'OP3'],
  ])('%s %s: %s', (symbol, change, label) => {
    const gene = genes.find((one) => one.symbol === symbol);
    const input: OncogenicityInput = {
      variant: somatic(symbol, change),
      ...(gene === undefined ? {} : { gene }),
    };
    expect(assessOncogenicity(input).codes.map((code) => code.label)).toEqual([label]);
  });
});

describe('for every variant', () => {
  const gene: CancerGene = {
    symbol: 'GENE',
    role: 'both',
    hotspots: ['V600E', 'G12D'],
    recurrence: [{ residue: 'V600', samples: 60, changes: { V600E: 50, V600K: 8 } }],
    criticalDomains: [{ name: 'domain', first: 590, last: 700, source: 'UniProt' }],
    functional: [{ change: 'V600E', effect: 'activating', pmid: '1' }],
  };
  const change = fc.constantFrom(
    'V600E',
    'V600K',
    'G12W',
    'K601N',
    'R213*',
    'A1C',
    'E746_A750del',
    'K2=',
    '?',
  );
  const curated = fc.array(
    fc.record({
      code: fc.constantFrom(...oncogenicityCodes),
      applies: fc.boolean(),
      reason: fc.constantFrom('read', 'seen', ''),
      by: fc.constantFrom('chen', 'rossi'),
    }),
  );
  const known = fc.record(
    {
      population: fc.oneof(
        fc.constant('absent' as const),
        fc.record({ maximum: fc.double({ min: 0, max: 1 }) }),
      ),
      predictions: fc.record({ damaging: fc.nat(12), benign: fc.nat(12) }),
      singleAetiology: fc.boolean(),
      functional: fc.constantFrom('damaging' as const, 'neutral' as const),
      curated,
    },
    { requiredKeys: [] },
  );
  const profile = fc.constantFrom(cutOffProfiles['horak-2022'], cutOffProfiles.pcgr);

  it('the points are the sum of the codes counted, and every code is answered once', () => {
    fc.assert(
      fc.property(change, known, profile, (text, facts, cutOffs) => {
        const result = assessOncogenicity({ variant: somatic('GENE', text), gene, ...facts }, cutOffs);
        expect(result.points).toBe(result.codes.reduce((sum, { points }) => sum + points, 0));
        const named = [...result.codes, ...result.excluded, ...result.notAssessed].map(({ code }) => code);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });

  it('the order of curated codes does not matter, contradictions included', () => {
    fc.assert(
      fc.property(change, curated, (text, codes) => {
        const input = { variant: somatic('GENE', text), gene };
        expect(assessOncogenicity({ ...input, curated: [...codes].reverse() })).toEqual(
          assessOncogenicity({ ...input, curated: codes }),
        );
      }),
    );
  });

  it('what was not looked up never makes it benign, whatever the profile', () => {
    fc.assert(
      fc.property(change, fc.boolean(), profile, (text, inRelease, cutOffs) => {
        const input = { variant: somatic('GENE', text), ...(inRelease ? { gene } : {}) };
        const { classification, codes, notAssessed } = assessOncogenicity(input, cutOffs);
        expect(classification).not.toMatch(/benign/);
        expect(codes.every(({ points }) => points > 0)).toBe(true);
        expect(notAssessed.length).toBeGreaterThan(0);
      }),
    );
  });

  it('leaving out a fact never moves the class by more than that fact was worth', () => {
    fc.assert(
      fc.property(change, fc.nat(12), (text, damaging) => {
        const bare = { variant: somatic('GENE', text), gene };
        const told = assessOncogenicity({ ...bare, predictions: { damaging, benign: 0 } }).points;
        expect(Math.abs(told - assessOncogenicity(bare).points)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
