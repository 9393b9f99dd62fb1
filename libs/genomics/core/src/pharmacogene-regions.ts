import type { GenomeBuild } from '@consilium/clinical';

interface Region {
  readonly chromosome: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Where genes lie that decide on doses, with room around them (RefSeq; 1-based, ends included): DPYD, UGT1A1, TPMT,
 * NUDT15, CYP2C19, G6PD. Genotypes of a germline file are kept here, those without a variant too, since only they tell
 * reference from not covered.
 */
const regions: Readonly<Record<GenomeBuild, readonly Region[]>> = {
  GRCh37: [
    { chromosome: '1', first: 97_530_000, last: 98_400_000 },
    { chromosome: '2', first: 234_660_000, last: 234_690_000 },
    { chromosome: '6', first: 18_120_000, last: 18_165_000 },
    { chromosome: '13', first: 48_600_000, last: 48_630_000 },
    { chromosome: '10', first: 96_440_000, last: 96_620_000 },
    { chromosome: 'X', first: 153_750_000, last: 153_785_000 },
  ],
  GRCh38: [
    { chromosome: '1', first: 97_065_000, last: 97_935_000 },
    { chromosome: '2', first: 233_750_000, last: 233_780_000 },
    { chromosome: '6', first: 18_120_000, last: 18_165_000 },
    { chromosome: '13', first: 48_025_000, last: 48_055_000 },
    { chromosome: '10', first: 94_680_000, last: 94_860_000 },
    { chromosome: 'X', first: 154_520_000, last: 154_560_000 },
  ],
};

export const isInPharmacogene = (build: GenomeBuild, chromosome: string, position: number): boolean =>
  regions[build].some(
    (region) => region.chromosome === chromosome && region.first <= position && position <= region.last,
  );
