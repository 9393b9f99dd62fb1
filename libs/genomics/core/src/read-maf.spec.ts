import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue } from '@consilium/clinical';
import type { Problem, Result } from '@consilium/kernel';
import fc from 'fast-check';
import type { FileFindings, ReadOptions } from './file-findings.js';
import { mafSamples, readMaf } from './read-maf.js';

const genes = readGeneCatalogue('BRAF\t1097\tBRAF1\nEGFR\t3236\tERBB\nKRAS\t6407\t');
const gdc: Readonly<Record<string, string>> = {
  Hugo_Symbol: 'BRAF',
  NCBI_Build: 'GRCh37',
  Chromosome: 'chr7',
  Start_Position: '140453136',
  Variant_Classification: 'Missense_Mutation',
  Reference_Allele: 'A',
  Tumor_Seq_Allele2: 'T',
  Tumor_Sample_Barcode: 'P1',
  HGVSc: 'c.1799T>A',
  HGVSp_Short: 'p.V600E',
  Transcript_ID: 'ENST00000288602',
  Exon_Number: '15/18',
  t_depth: '100',
  t_ref_count: '75',
  t_alt_count: '25',
  FILTER: 'PASS',
};
type Row = Readonly<Record<string, string>>;
const maf = (rows: readonly Row[], titles: readonly string[] = Object.keys(gdc)): string =>
  [
    `#version 2.4`,
    titles.join('\t'),
    ...rows.map((row) => titles.map((title) => row[title] ?? '').join('\t')),
    '',
  ].join('\n');

async function* parts(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}
const read = (text: string, options: Partial<ReadOptions> = {}): Promise<Result<FileFindings, Problem>> =>
  readMaf(parts([text]), { file: 'a.maf', build: 'GRCh37', genes, ...options });
const found = async (text: string, options: Partial<ReadOptions> = {}): Promise<FileFindings> => {
  const result = await read(text, options);
  if (!result.ok) throw new Error(`${result.error.place}: ${result.error.message}`);
  return result.value;
};
const refusal = async (text: string, options: Partial<ReadOptions> = {}): Promise<Problem> => {
  const result = await read(text, options);
  if (result.ok) throw new Error('the file was read');
  return result.error;
};

it('keeps what filters removed to be looked at', async () => {
  const { removedVariants, smallVariants } = await found(maf([{ ...gdc, FILTER: 'panel_of_normals' }]));
  expect(smallVariants).toEqual([]);
  expect(removedVariants).toMatchObject([
    { removedBy: ['panel_of_normals'], gene: 'BRAF', proteinChange: 'V600E', position: 140453136 },
  ]);
});

describe('columns', () => {
  it('of the GDC format are read', async () => {
    expect((await found(maf([gdc]))).smallVariants).toEqual([
      {
        gene: 'BRAF',
        proteinChange: 'V600E',
        codingChange: 'c.1799T>A',
        transcript: 'ENST00000288602',
        exon: 15,
        consequence: 'missense',
        genomic: {
          build: 'GRCh37',
          chromosome: '7',
          position: 140453136,
          reference: 'A',
          alternate: 'T',
        },
        vaf: 0.25,
        depth: 100,
        origin: 'somatic',
      },
    ]);
  });

  it('of older files are read, a fraction above 1 as per cent', async () => {
    const row = {
      Hugo_Symbol: 'EGFR',
      NCBI_Build: '37',
      Chromosome: '7',
      Start_position: '55259515',
      End_position: '55259515',
      Variant_Classification: 'Missense_Mutation',
      Reference_Allele: 'T',
      Tumor_Seq_Allele2: 'G',
      Tumor_Sample_Barcode: 'TCGA-AB-2988',
      Protein_Change: 'p.L858R',
      i_TumorVAF_WU: '45.5',
      i_transcript_name: 'NM_005228.3',
    };
    expect((await found(maf([row], Object.keys(row)))).smallVariants[0]).toMatchObject({
      gene: 'EGFR',
      proteinChange: 'L858R',
      transcript: 'NM_005228.3',
      vaf: 0.455,
    });
  });

  it('without a build are taken on that of the report, and it is said', async () => {
    const titles = Object.keys(gdc).filter((title) => title !== 'NCBI_Build');
    const { remarks } = await found(maf([gdc], titles));
    expect(remarks).toEqual(['a.maf: names no build; taken as GRCh37, as the report says.']);
  });

  it('without Hugo_Symbol leave rows without gene, and it is said', async () => {
    const titles = Object.keys(gdc).filter((title) => title !== 'Hugo_Symbol');
    const { smallVariants, recordCount, remarks } = await found(maf([gdc], titles));
    expect(smallVariants[0]).not.toHaveProperty('gene');
    expect(recordCount.unannotated).toBe(1);
    expect(remarks).toEqual(['a.maf: 1 rows name no gene and cannot be interpreted.']);
  });

  it.each(['Chromosome', 'Start_Position', 'Reference_Allele', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode'])(
    'without %s are refused at the header',
    async (missing) => {
      const titles = Object.keys(gdc).filter((title) => title !== missing);
      const problem = await refusal(maf([gdc], titles));
      expect(problem).toMatchObject({ code: 'GENOMICS.NOT_A_VARIANT_FILE', place: 'a.maf, line 2' });
      expect(problem.message).toContain(missing.toLowerCase());
    },
  );
});

describe('rows', () => {
  it.each([
    ['a deletion', 'GGAATTAAGAGAAGC', '-'],
    ['an insertion', '-', 'TGT'],
  ])('keep %s as the file writes it', async (_, reference, alternate) => {
    const row = { ...gdc, Reference_Allele: reference, Tumor_Seq_Allele2: alternate };
    expect((await found(maf([row]))).smallVariants[0]?.genomic).toMatchObject({ reference, alternate });
  });

  it('are counted by the filter that removed them; common_variant alone removes none', async () => {
    const { recordCount, remarks } = await found(
      maf([
        gdc,
        { ...gdc, FILTER: '.' },
        { ...gdc, FILTER: 'common_variant' },
        { ...gdc, FILTER: 'weak;common_variant' },
        { ...gdc, FILTER: 'weak;bias' },
      ]),
    );
    expect(recordCount).toMatchObject({ records: 5, passed: 3, removedBy: { bias: 1, weak: 2 } });
    expect(remarks.join()).toContain('2 rows are marked common_variant');
  });

  it('on scaffolds are left out, and said', async () => {
    const { smallVariants, remarks } = await found(maf([{ ...gdc, Chromosome: 'GL000220.1' }]));
    expect(smallVariants).toEqual([]);
    expect(remarks).toEqual(['a.maf: 1 rows lie on scaffolds or decoys and were left out.']);
  });

  it.each(['Unknown', '0', ''])('with the gene %p name none', async (symbol) => {
    expect((await found(maf([{ ...gdc, Hugo_Symbol: symbol }]))).recordCount.unannotated).toBe(1);
  });

  it('under an alias are named as HGNC does', async () => {
    expect((await found(maf([{ ...gdc, Hugo_Symbol: 'BRAF1' }]))).smallVariants[0]).toMatchObject({
      gene: 'BRAF',
      geneAsReported: 'BRAF1',
    });
  });

  it('of an unknown classification have no consequence', async () => {
    for (const Variant_Classification of ['constructor', '__proto__', 'Nonsense'])
      expect((await found(maf([{ ...gdc, Variant_Classification }]))).smallVariants[0]).not.toHaveProperty(
        'consequence',
      );
  });

  it('marked Germline are germline, unless the report says otherwise', async () => {
    const text = maf([{ ...gdc, Mutation_Status: 'Germline' }], [...Object.keys(gdc), 'Mutation_Status']);
    expect((await found(text)).smallVariants[0]?.origin).toBe('germline');
    expect((await found(text, { origin: 'somatic' })).smallVariants[0]?.origin).toBe('somatic');
  });

  it.each<[string, Row, string, string]>([
    ['another build', { NCBI_Build: 'GRCh38' }, 'WRONG_BUILD', 'NCBI_Build'],
    ['a build of a mouse', { NCBI_Build: 'mm10' }, 'WRONG_BUILD', 'NCBI_Build'],
    ['no position', { Start_Position: '' }, 'BAD_RECORD', 'Start_Position'],
    ['the position 0', { Start_Position: '0' }, 'BAD_RECORD', 'Start_Position'],
    ['a position beyond', { Start_Position: '159138664' }, 'IMPOSSIBLE_COORDINATE', 'Start_Position'],
    ['an allele not of bases', { Tumor_Seq_Allele2: 'x' }, 'BAD_RECORD', 'Tumor_Seq_Allele2'],
    ['no allele', { Reference_Allele: '' }, 'BAD_RECORD', 'Reference_Allele'],
  ])('with %s are refused by line and column', async (_, change, code, column) => {
    const problem = await refusal(maf([gdc, { ...gdc, ...change }]));
    expect(problem.code).toBe(`GENOMICS.${code}`);
    expect(problem.place).toMatch(/^a\.maf, line 4, column /);
    expect(problem.place).toContain(column);
  });

  it('cut short are refused', async () => {
    expect(await refusal(`${maf([gdc])}BRAF\tGRCh37\tchr7\t1404`)).toMatchObject({
      code: 'GENOMICS.CUT_SHORT',
      place: 'a.maf, line 4',
    });
  });

  it('that break off behind what every row needs are refused; ended, their trailing cells may be missing', async () => {
    const short = `${maf([gdc])}${Object.values(gdc).slice(0, 8).join('\t')}`;
    expect((await refusal(short)).code).toBe('GENOMICS.CUT_SHORT');
    expect((await found(`${short}\n`)).smallVariants).toHaveLength(2);
  });

  it('beyond what one tumour has are refused', async () => {
    expect((await refusal(maf([gdc, gdc, gdc]), { maxVariants: 2 })).code).toBe('GENOMICS.TOO_MANY_VARIANTS');
  });
});

describe('samples', () => {
  const three = maf(['P1', 'P2', 'P1', 'P3'].map((name) => ({ ...gdc, Tumor_Sample_Barcode: name })));

  it('are asked for when there are several, saying how many', async () => {
    const problem = await refusal(three);
    expect(problem).toMatchObject({
      code: 'GENOMICS.WHICH_SAMPLE',
      place: 'a.maf, column Tumor_Sample_Barcode',
    });
    expect(problem.message).toContain('3 samples');
  });

  it('are chosen by name; the rows of others are not counted', async () => {
    const { recordCount } = await found(three, { tumourSample: 'P1' });
    expect(recordCount).toMatchObject({ records: 2, passed: 2 });
  });

  it('are refused when no row is of the one named', async () => {
    expect((await refusal(three, { tumourSample: 'P9' })).code).toBe('GENOMICS.WHICH_SAMPLE');
  });

  it('are listed in the order they first appear', async () => {
    expect(await mafSamples(parts([three]), 'a.maf')).toEqual({ ok: true, value: ['P1', 'P2', 'P3'] });
  });

  it('cannot be listed from what is no MAF', async () => {
    const listed = await mafSamples(parts(['a\tb\n']), 'a.maf');
    expect(listed).toMatchObject({ ok: false, error: { place: 'a.maf, line 1' } });
  });
});

describe('any text', () => {
  const whole = maf([gdc, { ...gdc, FILTER: 'weak' }, { ...gdc, Reference_Allele: '-' }]);

  it('without header row is refused', async () => {
    for (const text of ['', '\n\n', '#version 2.4\n'])
      expect((await refusal(text)).code).toBe('GENOMICS.BROKEN_HEADER');
  });

  it('gives the same findings in whatever chunks it comes', async () => {
    const expected = await read(whole);
    const cuts = fc.array(fc.nat(whole.length), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const edges = [0, ...places.sort((a, b) => a - b), whole.length];
        const chunks = edges.slice(1).map((edge, index) => whole.slice(edges[index], edge));
        expect(await readMaf(parts(chunks), { file: 'a.maf', build: 'GRCh37', genes })).toEqual(expected);
      }),
    );
  });

  it('cut at any place is read or refused', async () => {
    for (let end = 0; end <= whole.length; end += 1)
      expect(await read(whole.slice(0, end))).toHaveProperty('ok');
  });

  it('at random below a header is read or refused', async () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const text = maf([gdc]) + cells.map((row) => row.join('\t')).join('\n');
        expect(await read(text)).toHaveProperty('ok');
      }),
    );
  });
});
