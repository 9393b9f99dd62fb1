import { describe, expect, it } from '@jest/globals';
import type { SmallVariant } from '@consilium/clinical';
import { assessOncogenicity, cutOffProfiles, oncogenicityCodes } from '@consilium/interpretation-core';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';

const genes = new Map(loadBuiltInRelease().genes.map((gene) => [gene.symbol, gene]));

function assess(symbol: string, proteinChange: string, more: Partial<SmallVariant> = {}) {
  const gene = genes.get(symbol);
  if (gene === undefined) throw new Error(`The release holds no ${symbol}.`);
  return assessOncogenicity({ variant: { gene: symbol, proteinChange, origin: 'somatic', ...more }, gene });
}

describe('well-known variants, with the genes of the built-in release', () => {
  // Established in the release, which names the studies; absent from gnomAD as stated here.
  it.each([
    ['BRAF', 'V600E'],
    ['KRAS', 'G12D'],
    ['PIK3CA', 'H1047R'],
    ['TP53', 'R175H'],
    ['IDH1', 'R132H'],
    ['NRAS', 'Q61R'],
  ])('%s %s is established, and never below uncertain', (symbol, change) => {
    const { codes, classification, points } = assess(symbol, change, { populationFrequency: 0 });
    const labels = codes.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['OS1', 'OP4']));
    expect(labels).not.toContain('OS3');
    expect(points).toBeGreaterThanOrEqual(5);
    expect(classification).not.toMatch(/benign/);
  });

  it.each([
    ['TP53', 'R213*'],
    ['RB1', 'R320*'],
    ['PTEN', 'R130*'],
    ['APC', 'R876*'],
  ])('%s %s: a null variant in a tumour suppressor is likely oncogenic by itself', (symbol, change) => {
    expect(assess(symbol, change)).toMatchObject({ points: 8, classification: 'likely-oncogenic' });
  });

  it('BRCA2 K3326* is left to a curator: it ends past where decay reaches', () => {
    const { classification, cautions, notAssessed } = assess('BRCA2', 'K3326*');
    expect(classification).toBe('uncertain');
    expect(cautions.join(' ')).toMatch(/3′ end/);
    expect(notAssessed.map(({ code }) => code)).toContain('null_variant_in_suppressor');
  });

  it('a truncation does nothing for an oncogene', () => {
    expect(assess('KRAS', 'G12*').codes).toEqual([]);
  });
});

describe('every change the release counts or lists', () => {
  const changes = [...genes.values()].flatMap((gene) =>
    [...(gene.hotspots ?? []), ...(gene.recurrence ?? []).flatMap((one) => Object.keys(one.changes))]
      .filter((change) => !/^[A-Z]\d+$/.test(change))
      .map((change) => [gene.symbol, change] as const),
  );

  it('is read, gains points and is never called benign, by either profile', () => {
    expect(changes.length).toBeGreaterThan(500);
    for (const [symbol, proteinChange] of changes) {
      const gene = genes.get(symbol);
      const variant: SmallVariant = { gene: symbol, proteinChange, origin: 'somatic' };
      for (const cutOffs of Object.values(cutOffProfiles)) {
        const result = assessOncogenicity({ variant, ...(gene === undefined ? {} : { gene }) }, cutOffs);
        // A neutral change of the release may stand among the counted ones.
        const neutral = result.codes.some(({ code }) => code === 'functional_neutral');
        if (!neutral)
          expect([symbol, proteinChange, result.points > 0]).toEqual([symbol, proteinChange, true]);
        if (!neutral) expect(result.classification).not.toMatch(/benign/);
      }
    }
  });

  it('has every code answered: counted, given way, left open or denied', () => {
    const { codes, excluded, notAssessed } = assess('BRAF', 'V600E');
    const named = [...codes, ...excluded, ...notAssessed].map(({ code }) => code);
    expect(named.every((code) => oncogenicityCodes.includes(code))).toBe(true);
    expect(notAssessed.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['computational_damaging', 'single_aetiology', 'absent_in_population']),
    );
  });
});
