import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue } from '@consilium/clinical';
import type { Problem, Result } from '@consilium/kernel';
import fc from 'fast-check';
import type { FileFindings, ReadOptions } from './file-findings.js';
import { readVcf } from './read-vcf.js';

const genes = readGeneCatalogue('BRAF\t1097\tBRAF1\nKRAS\t6407\t');
const chrom = '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO';
const site = '7\t140453136\t.\tA\tT\t.\tPASS\t.';

async function* parts(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}
const read = (
  text: string | readonly string[],
  options: Partial<ReadOptions> = {},
): Promise<Result<FileFindings, Problem>> =>
  readVcf(parts(typeof text === 'string' ? [text] : text), {
    file: 'a.vcf',
    build: 'GRCh37',
    genes,
    ...options,
  });
const refusal = async (text: string, options: Partial<ReadOptions> = {}): Promise<Problem> => {
  const result = await read(text, options);
  if (result.ok) throw new Error('the file was read');
  return result.error;
};

describe('the tumour sample', () => {
  const two = (samples: string, ...meta: string[]): string =>
    `${['##fileformat=VCFv4.2', ...meta, `${chrom}\tFORMAT\t${samples}`].join('\n')}\n${site}\tAD\t90,10\t50,50\n`;
  const vafOf = async (text: string, options: Partial<ReadOptions> = {}): Promise<number | undefined> => {
    const result = await read(text, options);
    return result.ok ? result.value.smallVariants[0]?.vaf : undefined;
  };

  it.each<[string, string, string[], Partial<ReadOptions>, number]>([
    ['the options', 'A\tB', ['##tumor_sample=A'], { tumourSample: 'B' }, 0.5],
    ['##tumor_sample', 'A\tB', ['##tumor_sample=B'], {}, 0.5],
    ['##normal_sample, as the other one', 'A\tB', ['##normal_sample=B'], {}, 0.1],
    ["the normal's name in the options", 'A\tB', [], { normalSample: 'A' }, 0.5],
    ['the names TUMOR and NORMAL', 'NORMAL\tTUMOR', [], {}, 0.5],
    ['the ending _T', 'P1_T\tP1_N', [], {}, 0.1],
    ['TCGA barcodes', 'TCGA-A1-A0SB-10A-01D\tTCGA-A1-A0SB-01A-11D', [], {}, 0.5],
  ])('is known from %s', async (_, samples, meta, options, vaf) => {
    expect(await vafOf(two(samples, ...meta), options)).toBe(vaf);
  });

  it('is the only one there is, whatever its name', async () => {
    const text = `##fileformat=VCFv4.2\n${chrom}\tFORMAT\tNORMAL\n${site}\tAD\t90,10\n`;
    expect(await vafOf(text)).toBe(0.1);
  });

  it.each([
    ['two nameless samples', 'A\tB', []],
    ['two tumours', 'TUMOR_1\tTUMOR_2', []],
    ['a header that names a sample not in the file', 'A\tB', ['##tumor_sample=C']],
  ])('is asked for with %s, at the #CHROM line', async (_, samples, meta: string[]) => {
    expect(await refusal(two(samples, ...meta))).toMatchObject({
      code: 'GENOMICS.WHICH_SAMPLE',
      place: `a.vcf, line ${String(2 + meta.length)}`,
    });
  });
});

describe('a refusal names the line', () => {
  const start = `##fileformat=VCFv4.2\n${chrom}\n`;
  it.each([
    [
      'a contig of another build',
      `##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n${chrom}\n`,
      'WRONG_BUILD',
      2,
    ],
    [
      'a reference of another build',
      `##fileformat=VCFv4.2\n##reference=file:///GRCh38.fa\n${chrom}\n`,
      'WRONG_BUILD',
      2,
    ],
    [
      'a position beyond its chromosome',
      `${start}${site}\nchr7\t159138664\t.\tA\tT\t.\tPASS\t.\n`,
      'IMPOSSIBLE_COORDINATE',
      4,
    ],
    ['a position that is no number', `${start}7\tx\t.\tA\tT\t.\tPASS\t.\n`, 'BAD_RECORD', 3],
    ['an empty position', `${start}7\t\t.\tA\tT\t.\tPASS\t.\n`, 'BAD_RECORD', 3],
    ['a negative position', `${start}7\t-5\t.\tA\tT\t.\tPASS\t.\n`, 'BAD_RECORD', 3],
    ['a reference that is not bases', `${start}7\t5\t.\t<x>\tT\t.\tPASS\t.\n`, 'BAD_RECORD', 3],
    ['a last line cut short', `${start}${site}\n7\t1404`, 'CUT_SHORT', 4],
    ['a #CHROM line cut short', `##fileformat=VCFv4.2\n${chrom}\tFORMAT\tTUM`, 'CUT_SHORT', 2],
    ['no ##fileformat', `##source=x\n${chrom}\n`, 'BROKEN_HEADER', 1],
    [
      'columns parted by blanks',
      `##fileformat=VCFv4.2\n${chrom.replaceAll('\t', ' ')}\n`,
      'BROKEN_HEADER',
      2,
    ],
    ['two samples of one name', `##fileformat=VCFv4.2\n${chrom}\tFORMAT\tA\tA\n`, 'BROKEN_HEADER', 2],
    ['a record before #CHROM', `##fileformat=VCFv4.2\n${site}\n`, 'BROKEN_HEADER', 2],
    ['no #CHROM', '##fileformat=VCFv4.2\n##source=x\n', 'BROKEN_HEADER', 2],
  ])('for %s', async (_, text, code, line) => {
    const { code: given, place, remedy } = await refusal(text);
    expect(given).toBe(`GENOMICS.${code}`);
    expect(`${place},`).toContain(`a.vcf, line ${String(line)},`);
    expect(remedy).not.toBe('');
  });

  it('after more variants than one tumour has', async () => {
    expect(await refusal(`${start}${site}\n${site}\n${site}\n`, { maxVariants: 2 })).toMatchObject({
      code: 'GENOMICS.TOO_MANY_VARIANTS',
      place: 'a.vcf, line 5',
    });
  });

  it('for a last line with all samples but the tumour', async () => {
    const text = `##fileformat=VCFv4.2\n${chrom}\tFORMAT\tNORMAL\tTUMOR\n${site}\tAD\t1,2`;
    expect((await refusal(text)).code).toBe('GENOMICS.CUT_SHORT');
  });
});

describe('any text', () => {
  const whole = [
    '##fileformat=VCFv4.2',
    '##contig=<ID=7,length=159138663>',
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|HGVSp">',
    '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads">',
    `${chrom}\tFORMAT\tNORMAL\tTUMOR`,
    '7\t140453136\t.\tA\tT\t.\tPASS\tCSQ=T|missense_variant|BRAF|p.Val600Glu\tAD\t9,0\t5,5',
    '7\t140453137\trs1\tC\tT,<DEL>\t.\tweak;bias\tCSQ=T||KRAS|\tAD\t9,0,0\t5,5,1',
    '12\t25398284\t.\tC\t]7:140453136]C\t50\t.\tSVTYPE=BND\tAD\t9,0\t5,5',
    '',
  ].join('\n');

  it('gives the same findings in whatever chunks it comes, with either line end', async () => {
    const expected = await read(whole);
    expect(expected.ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(whole.length), { maxLength: 30 }),
        fc.boolean(),
        async (cuts, windows) => {
          const text = windows ? whole.replaceAll('\n', '\r\n') : whole;
          const edges = [0, ...cuts.sort((a, b) => a - b), text.length];
          const chunks = edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
          expect(await read(chunks)).toEqual(expected);
        },
      ),
    );
  });

  it('cut at any place is read or refused, never thrown upon, and never loses its tumour unseen', async () => {
    for (let end = 0; end <= whole.length; end += 1) {
      const result = await read(whole.slice(0, end));
      if (!result.ok) expect(result.error.place).toMatch(/^a\.vcf, line \d+/);
    }
  });

  it('at random is read or refused', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '7',
        'PASS',
        '.',
        '5',
        'A',
        '<DEL>',
        ']7:5]A',
        'CSQ=T|x',
        'SVTYPE=__proto__',
        'AD',
        '1,2',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '',
          `##fileformat=VCFv4.2\n${chrom}\n`,
          `##fileformat=VCFv4.2\n${chrom}\tFORMAT\tT\n`,
        ),
        fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }),
        async (start, rows) => {
          const result = await read(start + rows.map((row) => row.join('\t')).join('\n'));
          if (!result.ok) expect(result.error.code).toMatch(/^GENOMICS\./);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in the header at random is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 5 }),
        async (lines) => {
          const meta = lines.map((line) => `##${line.replaceAll('\n', '')}`);
          const result = await read([...['##fileformat=VCFv4.2'], ...meta, chrom, site, ''].join('\n'));
          if (!result.ok) expect(result.error.code).toMatch(/^GENOMICS\./);
        },
      ),
    );
  });
});
