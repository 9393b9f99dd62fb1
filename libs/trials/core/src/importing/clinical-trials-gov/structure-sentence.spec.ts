import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Criterion } from '../../language/criterion.js';
import { openExclusions, openInclusions } from './open-sentences.fixture.js';
import { excluded, required } from './sentences.fixture.js';
import { structureSentence } from './structure-sentence.js';

const inclusion = (text: string): Criterion | undefined => structureSentence(text, 'inclusion')?.criterion;
const exclusion = (text: string): Criterion | undefined => structureSentence(text, 'exclusion')?.criterion;

describe(structureSentence.name, () => {
  it.each(required)('inclusion «%s»', (text, criterion) => {
    expect(inclusion(text)).toEqual(criterion);
  });

  it.each(excluded)('exclusion «%s»', (text, criterion) => {
    expect(exclusion(text)).toEqual(criterion);
  });

  /** A word put in at any place, the first and the last included. */
  const broken = (text: string, word: string): readonly string[] => {
    const words = text.split(' ');
    return Array.from({ length: words.length + 1 }, (_, at) =>
      [...words.slice(0, at), word, ...words.slice(at)].join(' '),
    );
  };

  it('understands a sentence whole: a word it does not know makes it a question', () => {
    for (const [list, rows] of [
      ['inclusion', required],
      ['exclusion', excluded],
    ] as const)
      for (const [text] of rows)
        for (const other of broken(text, 'zebra'))
          expect([other, structureSentence(other, list)]).toEqual([other, undefined]);
  });

  it.each(['not', 'unless', 'except', 'without', 'unable', 'may'])(
    'never reads a sentence as before once «%s» stands in it',
    (word) => {
      for (const [list, rows] of [
        ['inclusion', required],
        ['exclusion', excluded],
      ] as const)
        for (const [text, criterion] of rows)
          for (const other of broken(text, word))
            expect([other, structureSentence(other, list)?.criterion]).not.toEqual([other, criterion]);
    },
  );

  it('reads alterations of EGFR that are named, with the exon in two ways', () => {
    const deletion = {
      smallVariant: {
        gene: 'EGFR',
        exons: { first: 19, last: 19 },
        residues: { first: 729, last: 761, name: 'exon 19' },
        classes: ['inframe-deletion'],
      },
    };
    const l858r = { smallVariant: { gene: 'EGFR', changes: ['L858R'] } };
    for (const text of [
      'EGFR exon 19 deletion or L858R mutation',
      'Have confirmation with sensitizing EGFR mutations, either DEL19 or L858R',
      'Confirmed with Exon 19 deletion or L858R EGFR mutation',
      'EGFR sensitizing mutation (exon 19 deletion or exon 21 L858R)',
    ])
      expect([text, inclusion(text)]).toEqual([text, { any: [deletion, l858r] }]);
    expect(
      exclusion('Patients with EGFR L858R mutation, EGFR 19DEL mutation or EGFR T790M positive;'),
    ).toEqual({ not: { any: [l858r, deletion, { smallVariant: { gene: 'EGFR', changes: ['T790M'] } }] } });
  });

  it('asks a person where part of the patients are certain and part are not', () => {
    const text = 'Has known active central nervous system (CNS) metastases;';
    const sites = ['brain', 'leptomeningeal', 'spinal-cord'] as const;
    expect(exclusion(text)).toEqual({
      not: {
        any: [
          { metastases: { sites, states: ['active'] } },
          {
            all: [
              { metastases: { sites, states: ['untreated-asymptomatic'] } },
              { unstructured: { text, list: 'exclusion' } },
            ],
          },
        ],
      },
    });
  });

  it('reads the same of a denial in the inclusion list as of a statement in the exclusion list', () => {
    for (const statement of [
      'prior EGFR TKI therapy',
      'active autoimmune disease',
      'brain metastases',
      'HIV infection',
    ]) {
      const denied = inclusion(`No ${statement}`);
      expect(denied).toBeDefined();
      expect(withoutTexts(denied)).toEqual(withoutTexts(exclusion(statement)));
    }
  });

  it.each(openInclusions)('leaves inclusion «%s» to a person: %s', (text) => {
    expect(inclusion(text)).toBeUndefined();
  });

  it.each(openExclusions)('leaves exclusion «%s» to a person: %s', (text) => {
    expect(exclusion(text)).toBeUndefined();
  });

  it('answers for any words, however they are put together', () => {
    const words =
      'patients must have who are and or the a of to within 14 days prior first dose study treatment pregnant breastfeeding women signed written informed consent willing able to understand ecog performance status 0 1 2 >= < age years 18 anc alt ast uln x 1.5 liver metastases if in presence active hepatitis b c hiv infection prior therapy with anti-pd-1 egfr exon 19 deletion mutation known history , ( ) : ; .'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 90 }), (sentence) => {
        const text = sentence.join(' ');
        for (const list of ['inclusion', 'exclusion'] as const) {
          const read = structureSentence(text, list);
          if (read !== undefined) expect(read.rule).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads no paragraph', () => {
    expect(inclusion(`Age ≥ 18 years${' '.repeat(500)}.`)).toBeUndefined();
  });
});

/** The tree with the source's words taken out, which differ between the lists. */
const withoutTexts = (criterion: Criterion | undefined): unknown =>
  JSON.parse(JSON.stringify(criterion, (key, value: unknown) => (key === 'unstructured' ? 'words' : value)));
