import { describe, expect, it } from '@jest/globals';
import type { SmallVariant } from '@consilium/clinical';
import { nothingDecided } from '../recommendation/recommendation.js';
import { composeDraft, composeLetter } from './compose-letter.js';
import { letterLimits } from './bounded.js';
import { layOutLetter } from './document/lay-out-letter.js';
import { textOf } from './document/text-of.fixture.js';
import type { LetterSource } from './letter-source.js';
import {
  amivantamab,
  option,
  profile,
  recommendation,
  result,
  signature,
  source,
  t790m,
} from './letter.fixture.js';

const said = (given: Partial<LetterSource>): string =>
  textOf(layOutLetter(composeLetter({ ...source, ...given }, signature)));
const withProfile = (given: Partial<typeof profile>): Partial<LetterSource> => ({
  profiles: [{ ...profile, ...given }],
});

describe(composeLetter.name, () => {
  it('tells what the signature froze', () => {
    const letter = composeLetter(source, signature);
    expect(letter.stamp).toEqual({
      patient: 'P-17',
      version: 1,
      knowledge: [{ name: result.releaseName, hash: result.releaseHash, evaluatedOn: '2026-11-21' }],
      contentHash: signature.contentHash,
    });
    expect(letter.header).toMatchObject({
      board: 'Lung board',
      ecog: { value: 1, on: '2026-11-20' },
      signed: { name: 'Elif (chair)' },
    });
    expect(letter.reports[0]?.findings.shown.map(({ name }) => name)).toEqual([
      'EGFR T790M',
      'MET amplification',
      'TP53 R273H',
    ]);
    expect(letter.recommendations.map(({ numbers }) => numbers)).toEqual([[1, 2], [4]]);
  });

  it.each<[string, Partial<LetterSource>, readonly string[]]>([
    ['an override with who and why', {}, ['Overridden by jana', 'An ECG is booked for tomorrow.']],
    ['a dissent with whose it is', {}, ['Dissent (ada): Chemotherapy first.']],
    ['levels in their own scales', {}, ['ESCAT II-B (PMID:34169849); OncoKB 2 (OncoKB 2026-10)']],
    ['who had no say', {}, ['chen molecular pathologist remote recused: no say']],
    ['what was not tested', {}, ['Not tested: MSI, MMR, HRD.', 'covered by the assay, no result reported']],
    ['what a therapy would need', {}, ['would be settled by: TMB']],
    [
      'in words what is not known',
      { clinicalFacts: null, file: null, meeting: null, standing: null },
      [
        'Stage: not stated',
        'ECOG: not stated',
        'Systemic treatment so far: not stated',
        'not discussed in a meeting on record',
        'Whether the quorum was met is not on record.',
        'Who took part is not on record.',
      ],
    ],
    [
      'that trials were not known, and that there were none',
      { trialMatches: null },
      ['What trials may take the patient was not known'],
    ],
    [
      'that no trial was found',
      { trialMatches: { evaluatedOn: '2026-11-22', matches: [] } },
      ['No cohort was known'],
    ],
    ['that nothing was reported', { profiles: [], results: [] }, ['No report of a laboratory was there']],
    [
      'a report that was withdrawn, and nothing of what it said',
      withProfile({ status: 'cancelled' }),
      ['Withdrawn by the laboratory'],
    ],
    [
      'that a report had no interpretation yet',
      withProfile({ version: 2 }),
      ['Report UH-PAN-2026-0417 had no current interpretation'],
    ],
    [
      'a finding put before the board by its place',
      { proposal: { by: 'hana', findings: ['smallVariants:0'] } },
      ['TP53 R273H'],
    ],
    [
      'a finding put before the board that no report knows',
      { proposal: { by: 'hana', findings: ['HER2 by immunohistochemistry: 3+'] } },
      ['Also put before the board: HER2 by immunohistochemistry: 3+'],
    ],
    [
      'why nothing is recommended',
      { recommendation: { ...nothingDecided, none: 'no-access' } },
      ['The board recommends nothing: there is no access'],
    ],
    [
      'what an amendment changed, and why',
      {
        amendment: {
          previous: {
            ...signature,
            recommendation: {
              ...recommendation,
              items: [{ ...amivantamab, label: 'in-label', rationale: 'Before.' }],
            },
          },
          because: 'The report was amended',
        },
      },
      [
        'What changed since version 1',
        'Why: The report was amended',
        'Added: trial NCT03778229 B.',
        'label: in label → off label.',
        'rationale: Before. → Progress on osimertinib',
      ],
    ],
  ])('says %s', (_, given, texts) => {
    const text = said(given);
    for (const one of texts) expect(text).toContain(one);
  });

  it('lists no inherited finding to who refused, except where a therapy rests on it', () => {
    const germline = (name: string): SmallVariant => ({ ...t790m, gene: name, origin: 'germline' });
    const given: Partial<LetterSource> = {
      profiles: [
        {
          ...profile,
          germlineConsent: 'refused',
          smallVariants: [germline('PALB2'), germline('BRCA1')],
        },
      ],
      results: [
        {
          ...result,
          interpretation: {
            options: [option('olaparib', { facts: ['BRCA1 T790M (germline)'] })],
            avoid: [],
            possible: [],
            withheld: [],
          },
        },
      ],
    };
    const text = said(given);
    expect(text).toContain('BRCA1');
    expect(text).not.toContain('PALB2');
    expect(JSON.stringify(composeLetter({ ...source, ...given }, signature))).not.toContain('PALB2');
    expect(text).toContain('does not wish to learn');
  });

  it('holds thousands of findings and options within its limits, and says where the others are', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...t790m, gene: `G${String(index)}` }));
    const options = Array.from({ length: 400 }, (_, index) =>
      option(`drug${String(index)}`, { facts: [`G${String(index)} T790M`] }),
    );
    const letter = composeLetter(
      {
        ...source,
        profiles: [{ ...profile, smallVariants: many }],
        results: [{ ...result, interpretation: { ...result.interpretation, options } }],
      },
      signature,
    );
    const [report] = letter.reports;
    expect(report?.findings.shown).toHaveLength(letterLimits.findings);
    // Beside the 5,000, the amplification of MET.
    expect(report?.findings.left).toBe(5001 - letterLimits.findings);
    expect(letter.options.shown).toHaveLength(letterLimits.options);
    expect(letter.references.left).toBeGreaterThan(0);
    const text = textOf(layOutLetter(letter));
    expect(text).toContain('4851 more: see report UH-PAN-2026-0417 in the record of the case.');
    expect(text).toContain('343 more: see the record of the case.');
    expect(text.length).toBeLessThan(100_000);
  });

  it('takes of the signature what it needs where less was frozen', () => {
    const { file: _file, meeting: _meeting, signer: _signer, amendment: _amendment, ...earlier } = source;
    const letter = composeLetter(earlier, signature);
    expect(letter.header.signed).toEqual({ by: 'elif', at: signature.at });
    expect(textOf(layOutLetter(letter))).toContain('Patient (pseudonym): not stated');
  });
});

describe(composeDraft.name, () => {
  it('says that it is one, and has no signature', () => {
    const letter = composeDraft(source);
    expect(letter).toMatchObject({ draft: true, stamp: { version: 1 } });
    expect(letter.header.signed).toBeUndefined();
    const document = layOutLetter(letter);
    expect(document.draft).toBe('DRAFT');
    expect(textOf(document)).toContain('Nobody has signed it');
    expect(document.running.hash).toBe('Content SHA-256: not signed');
  });
});
