import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue } from '@consilium/clinical';
import type { FileFindings, ReadOptions } from './file-findings.js';
import { readVcf } from './read-vcf.js';

const genes = readGeneCatalogue(
  ['BRAF\t1097\tBRAF1', 'KRAS\t6407\t', 'EGFR\t3236\tERBB', 'TP53\t11998\tP53'].join('\n'),
);
const csqFormat =
  'Allele|Consequence|SYMBOL|Feature|BIOTYPE|EXON|HGVSc|HGVSp|PICK|MANE_SELECT|CANONICAL'.split('|');
const head = (columns: readonly string[], ...meta: string[]): string =>
  [
    '##fileformat=VCFv4.2',
    ...meta,
    `#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO${columns.map((name) => `\t${name}`).join('')}`,
    '',
  ].join('\n');
const csqMeta = `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: ${csqFormat.join('|')}">`;
const csq = (fields: Record<string, string>): string => csqFormat.map((name) => fields[name] ?? '').join('|');
const record = (...columns: string[]): string => `${columns.join('\t')}\n`;

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
async function found(text: string, options: Partial<ReadOptions> = {}): Promise<FileFindings> {
  const result = await readVcf(once(text), { file: 'a.vcf', build: 'GRCh37', genes, ...options });
  if (!result.ok) throw new Error(`${result.error.place}: ${result.error.message}`);
  return result.value;
}

describe('records', () => {
  it('keeps those with PASS or no filter, and counts the others by each filter they failed', async () => {
    const { smallVariants, recordCount } = await found(
      head([]) +
        record('7', '140453136', '.', 'A', 'T', '.', 'PASS', '.') +
        record('7', '140453137', '.', 'C', 'T', '.', '.', '.') +
        record('7', '140453138', '.', 'C', 'T', '.', 'germline', '.') +
        record('7', '140453139', '.', 'C', 'T', '.', 'germline;clustered', '.'),
    );
    expect(smallVariants).toHaveLength(2);
    expect(recordCount).toEqual({
      file: 'a.vcf',
      records: 4,
      passed: 2,
      removedBy: { clustered: 1, germline: 2 },
      unannotated: 2,
    });
  });

  it('keeps what filters removed to be looked at, with the filters and the gene', async () => {
    const info = `CSQ=${csq({ Allele: 'T', Consequence: 'missense_variant', SYMBOL: 'BRAF', HGVSp: 'ENSP1:p.Val600Glu', BIOTYPE: 'protein_coding' })}`;
    const { removedVariants, smallVariants } = await found(
      head([], csqMeta) + record('chr7', '140453136', 'rs1', 'A', 'T', '.', 'germline;clustered', info),
    );
    expect(smallVariants).toEqual([]);
    expect(removedVariants).toEqual([
      {
        file: 'a.vcf',
        removedBy: ['germline', 'clustered'],
        gene: 'BRAF',
        proteinChange: 'V600E',
        chromosome: '7',
        position: 140453136,
        reference: 'A',
        alternate: 'T',
      },
    ]);
  });

  it('takes the highest frequency over the continental populations where VEP gives one', async () => {
    const format = [
      'Allele',
      'Consequence',
      'SYMBOL',
      'gnomADe_AF',
      'gnomADe_AFR_AF',
      'gnomADe_NFE_AF',
      'MAX_AF',
    ];
    const meta = `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence. Format: ${format.join('|')}">`;
    const info = (cells: string) => `CSQ=T|missense_variant|BRAF|${cells}`;
    const { smallVariants } = await found(
      head([], meta) +
        record('7', '140453136', '.', 'A', 'T', '.', 'PASS', info('0.5|0.02|0.001|0.9')) +
        record('7', '140453137', '.', 'A', 'T', '.', 'PASS', info('|||')),
    );
    expect(smallVariants.map(({ populationFrequency }) => populationFrequency)).toEqual([0.02, undefined]);
  });

  it('keeps the genotypes of a germline file in the genes that decide on doses, reference included', async () => {
    const text =
      head(['FORMAT', 'N']) +
      record('chr1', '97915614', '.', 'C', 'T', '.', 'PASS', '.', 'GT', '0|1') +
      record('chr1', '97981395', '.', 'T', '.', '.', 'PASS', '.', 'GT', '0/0') +
      record('chr6', '18130918', '.', 'T', 'C', '.', 'PASS', '.', 'GT', './.') +
      record('chr6', '18139228', '.', 'C', 'T', '.', 'LowQual', '.', 'GT', '0/1') +
      record('chr7', '140453136', '.', 'A', 'T', '.', 'PASS', '.', 'GT', '0/1');
    expect((await found(text, { origin: 'germline' })).genotypes).toEqual([
      { chromosome: '1', position: 97915614, reference: 'C', alternate: 'T', genotype: '0/1', phased: true },
      { chromosome: '1', position: 97981395, reference: 'T', genotype: '0/0' },
      { chromosome: '6', position: 18130918, reference: 'T', alternate: 'C', genotype: './.' },
    ]);
    expect((await found(text)).genotypes).toBeUndefined();
    const germline = await found(text, { origin: 'germline' });
    expect(germline.smallVariants.map(({ genomic }) => genomic?.position)).toEqual([97915614, 140453136]);
  });

  it('takes dbSNP numbers from the ID column, and nothing else', async () => {
    const { smallVariants } = await found(
      head([]) + record('7', '140453136', 'rs113488022;COSM476', 'A', 'T', '.', 'PASS', '.'),
    );
    expect(smallVariants[0]?.dbSnp).toEqual(['rs113488022']);
  });

  it('remark on passed records without a gene', async () => {
    const { remarks } = await found(head([]) + record('7', '140453136', '.', 'A', 'T', '.', 'PASS', '.'));
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toContain('1 of 1 records that passed name no gene');
  });

  it('become one variant per alternate allele, each with its own reads and shortest spelling', async () => {
    const { smallVariants } = await found(
      head(['FORMAT', 'T']) +
        record('chr12', '25398284', '.', 'CTG', 'ATG,C', '.', 'PASS', '.', 'GT:AD', '0/1:60,30,10'),
    );
    expect(smallVariants.map(({ genomic, vaf, depth }) => ({ genomic, vaf, depth }))).toEqual([
      {
        genomic: { build: 'GRCh37', chromosome: '12', position: 25398284, reference: 'C', alternate: 'A' },
        vaf: 0.3,
        depth: 100,
      },
      {
        genomic: { build: 'GRCh37', chromosome: '12', position: 25398284, reference: 'CTG', alternate: 'C' },
        vaf: 0.1,
        depth: 100,
      },
    ]);
  });

  it.each(['*', '<NON_REF>', '<*>'])('make no variant of the placeholder %s', async (placeholder) => {
    const { smallVariants, structuralVariants } = await found(
      head([]) + record('7', '140453136', '.', 'A', `T,${placeholder}`, '.', 'PASS', '.'),
    );
    expect(smallVariants).toHaveLength(1);
    expect(structuralVariants).toEqual([]);
  });

  it('on scaffolds and decoys are left out, and said', async () => {
    const { smallVariants, recordCount, remarks } = await found(
      head([]) +
        record('GL000220.1', '118000', '.', 'A', 'T', '.', 'PASS', '.') +
        record('hs37d5', '1', '.', 'A', 'T', '.', 'PASS', '.'),
    );
    expect(smallVariants).toEqual([]);
    expect(recordCount.passed).toBe(2);
    expect(remarks).toEqual(['a.vcf: 2 records lie on scaffolds or decoys and were left out.']);
  });

  it('take the origin stated for the file', async () => {
    const text = head([]) + record('7', '140453136', '.', 'A', 'T', '.', 'PASS', '.');
    expect((await found(text)).smallVariants[0]?.origin).toBe('somatic');
    expect((await found(text, { origin: 'germline' })).smallVariants[0]?.origin).toBe('germline');
  });
});

describe('annotation by VEP', () => {
  const [first, second] = [
    {
      Allele: 'T',
      Consequence: 'synonymous_variant',
      SYMBOL: 'BRAF',
      Feature: 'ENST1',
      HGVSp: 'p.Val600%3D',
    },
    {
      Allele: 'T',
      Consequence: 'missense_variant',
      SYMBOL: 'BRAF',
      Feature: 'ENST2',
      BIOTYPE: 'protein_coding',
      EXON: '15/18',
      HGVSc: 'ENST2:c.1799T>A',
      HGVSp: 'ENSP2:p.Val600Glu',
    },
  ];
  const chosen = async (...entries: Record<string, string>[]) =>
    (
      await found(
        head([], csqMeta) +
          record('7', '140453136', '.', 'A', 'T', '.', 'PASS', `CSQ=${entries.map(csq).join(',')}`),
      )
    ).smallVariants[0];

  it('is read whole from the chosen transcript', async () => {
    expect(await chosen({ ...first }, { ...second, PICK: '1' })).toMatchObject({
      gene: 'BRAF',
      proteinChange: 'V600E',
      codingChange: 'c.1799T>A',
      transcript: 'ENST2',
      exon: 15,
      consequence: 'missense',
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['PICK before MANE Select', { PICK: '1' }, { MANE_SELECT: 'NM_004333.6' }, 'ENST1'],
    ['MANE Select before canonical', { CANONICAL: 'YES' }, { MANE_SELECT: 'NM_004333.6' }, 'ENST2'],
    ['canonical before a more severe one', { CANONICAL: 'YES' }, {}, 'ENST1'],
    ['the coding transcript with the worst consequence where none is marked', {}, {}, 'ENST2'],
  ])('prefers %s', async (_, one, other, transcript) => {
    expect((await chosen({ ...first, ...one }, { ...second, ...other }))?.transcript).toBe(transcript);
  });

  it('goes with the allele it names, deletions without their first base', async () => {
    const entries = [
      csq({ Allele: '-', Consequence: 'inframe_deletion', SYMBOL: 'EGFR', HGVSp: 'p.Glu746_Ala750del' }),
      csq({ Allele: 'T', Consequence: 'missense_variant', SYMBOL: 'EGFR', HGVSp: 'p.Leu858Arg' }),
    ];
    const { smallVariants } = await found(
      head([], csqMeta) + record('7', '55242464', '.', 'AGG', 'A,T', '.', 'PASS', `CSQ=${entries.join(',')}`),
    );
    expect(smallVariants.map(({ proteinChange }) => proteinChange)).toEqual(['E746_A750del', 'L858R']);
  });

  it('names genes as HGNC does, and remarks on those it does not know', async () => {
    expect(await chosen({ ...second, SYMBOL: 'BRAF1' })).toMatchObject({
      gene: 'BRAF',
      geneAsReported: 'BRAF1',
    });
    const { remarks } = await found(
      head([], csqMeta) +
        record('7', '140453136', '.', 'A', 'T', '.', 'PASS', `CSQ=${csq({ ...second, SYMBOL: 'AC0123.1' })}`),
    );
    expect(remarks[0]).toContain('not approved by HGNC');
    expect(remarks[0]).toContain('AC0123.1');
  });
});

describe('annotation by others', () => {
  it('is read from SnpEff', async () => {
    const ann =
      'T|missense_variant|MODERATE|BRAF|ENSG|transcript|NM_004333.6|protein_coding|15/18|c.1799T>A|p.Val600Glu|1|1|1||';
    const { smallVariants } = await found(
      head([], '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations">') +
        record('7', '140453136', '.', 'A', 'T', '.', 'PASS', `ANN=${ann}`),
    );
    expect(smallVariants[0]).toMatchObject({
      gene: 'BRAF',
      proteinChange: 'V600E',
      codingChange: 'c.1799T>A',
      transcript: 'NM_004333.6',
      exon: 15,
    });
  });

  it.each([
    ['missense|BRAF|ENST1|protein_coding|-|600V>600E|140453136A>T', 'V600E', 'missense'],
    ['synonymous|BRAF|ENST1|protein_coding|-|600V|140453136A>T', 'V600=', 'synonymous'],
    ['@140453130,stop_gained|BRAF|ENST1|protein_coding|-|600V>600*|140453136A>T', 'V600*', 'nonsense'],
    ['inframe_deletion|BRAF|ENST1|protein_coding|-|600VKS>600E|x', undefined, 'inframe-deletion'],
  ])('is read from bcftools: %s', async (bcsq, proteinChange, consequence) => {
    const { smallVariants } = await found(
      head([], '##INFO=<ID=BCSQ,Number=.,Type=String,Description="Local consequence annotation">') +
        record('7', '140453136', '.', 'A', 'T', '.', 'PASS', `BCSQ=${bcsq}`),
    );
    expect(smallVariants[0]?.proteinChange).toBe(proteinChange);
    expect(smallVariants[0]).toMatchObject({ gene: 'BRAF', consequence });
  });

  it('that only points to another record names no gene here', async () => {
    const { recordCount } = await found(
      head([], '##INFO=<ID=BCSQ,Number=.,Type=String,Description="Local consequence annotation">') +
        record('7', '140453136', '.', 'A', 'T', '.', 'PASS', 'BCSQ=@140453130'),
    );
    expect(recordCount.unannotated).toBe(1);
  });
});

describe('reads and fractions', () => {
  it.each([
    ['Mutect by AD', 'C', 'T', 'GT:AD:DP:FA', '0/1:75,25:110:0.9', 0.25, 100],
    ['Mutect by FA alone', 'C', 'T', 'GT:FA:DP', '0/1:0.125:64', 0.125, 64],
    ['AF of Mutect 2', 'C', 'T', 'GT:AF:DP', '0/1:0.4:50', 0.4, 50],
    ['Strelka substitutions', 'C', 'T', 'DP:AU:CU:GU:TU', '41:0,0:30,31:0,0:10,10', 0.25, 40],
    ['Strelka indels', 'CA', 'C', 'DP:TAR:TIR', '40:15,15:5,6', 0.25, 20],
    ['VarScan by counts', 'C', 'T', 'GT:DP:RD:AD:FREQ', '0/1:40:30:10:25.1%', 0.25, 40],
    ['VarScan by FREQ alone', 'C', 'T', 'GT:DP:FREQ', '0/1:40:12.5%', 0.125, 40],
    ['strand counts', 'C', 'T', 'GT:DP4', '0/1:20,10,5,5', 0.25, 40],
    ['depth alone', 'C', 'T', 'GT:DP', '0/1:40', undefined, 40],
    ['nothing usable', 'C', 'T', 'GT:AD:AF', '0/1:.:1.5', undefined, undefined],
  ])('are taken from %s', async (...row) => {
    const [, reference, alternate, format, sample, vaf, depth] = row;
    const { smallVariants } = await found(
      head(['FORMAT', 'T']) +
        record('7', '140453136', '.', reference, alternate, '.', 'PASS', '.', format, sample),
    );
    expect(smallVariants[0]?.vaf).toBe(vaf);
    expect(smallVariants[0]?.depth).toBe(depth);
  });
});

describe('structural variants', () => {
  it.each([
    ['a Delly breakend with CHR2', 'N', 'SVTYPE=BND;CHR2=12;END=25398284', '<BND>', 'translocation', '12'],
    ['a breakend in brackets', 'C', 'SVTYPE=BND', ']12:25398284]C', 'translocation', '12'],
    ['a breakend on its own chromosome', 'C', 'SVTYPE=BND', 'C[7:25398284[', 'breakend', '7'],
    ['a symbolic deletion', 'N', 'SVTYPE=DEL;END=25398284', '<DEL>', 'deletion', '7'],
    ['a tandem duplication', 'N', 'END=25398284', '<DUP:TANDEM>', 'duplication', '7'],
  ])('come of %s', async (...row) => {
    const [, reference, info, alternate, kind, chromosome] = row;
    const { structuralVariants, smallVariants } = await found(
      head([]) + record('7', '140453136', '.', reference, alternate, '.', 'PASS', `${info};PE=4;SR=3`),
    );
    expect(smallVariants).toEqual([]);
    expect(structuralVariants).toEqual([
      {
        kind,
        breakpoints: [
          { build: 'GRCh37', chromosome: '7', position: 140453136 },
          { build: 'GRCh37', chromosome, position: 25398284 },
        ],
        supportingReads: 7,
        origin: 'somatic',
      },
    ]);
  });

  it('have a kind of the product whatever SVTYPE says', async () => {
    const { structuralVariants } = await found(
      head([]) + record('7', '140453136', '.', 'N', ']x', '.', 'PASS', 'SVTYPE=constructor'),
    );
    expect(structuralVariants[0]?.kind).toBe('rearrangement');
  });
});
