import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markerLength } from './line-marker.js';
import { joinItems, splitCriteria } from './split-criteria.js';

/** Criteria and headings as `list depth text`. */
const shown = (text: string): readonly string[] =>
  splitCriteria(text)
    .filter(({ kind }) => kind !== 'separator')
    .map(({ kind, list, depth, partial, text: slice }) =>
      kind === 'heading'
        ? `# ${slice}${partial ? ' (part)' : ''}`
        : `${list} ${String(depth)} ${slice}${partial ? ' (part)' : ''}`,
    );

/** Lines as registries have them, so that the arbitrary text meets every branch. */
const line = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    '  ',
    'Inclusion Criteria:',
    'Exclusion Criteria',
    'Inclusion criteria for Part A:',
    '\r',
  ),
  fc
    .tuple(
      fc.constantFrom('', '  ', '    ', '\t'),
      fc.constantFrom('* ', '- ', '• ', '1. ', '2\\. ', 'a) ', '(1) ', '\\- ', '10.', '* 3\\. ', ''),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);
const text = fc.array(line).map((lines) => lines.join('\n'));

describe(splitCriteria.name, () => {
  it('gives pieces that are the whole text again, in order and without gaps', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (original) => {
        const items = splitCriteria(original);
        expect(joinItems(items)).toBe(original);
        let at = 0;
        for (const item of items) {
          expect(item.start).toBe(at);
          expect(original.slice(item.start, item.end)).toBe(item.text);
          at = item.end;
        }
        expect(at).toBe(original.length);
      }),
    );
  });

  it('puts nothing but white space and list markers between the items', () => {
    fc.assert(
      fc.property(text, (original) => {
        for (const { kind, text: slice } of splitCriteria(original)) {
          if (kind !== 'separator') {
            expect(slice.trim()).toBe(slice);
            continue;
          }
          for (const part of slice.split('\n').map((one) => one.trim()))
            expect(part.slice(markerLength(`${part} `))).toBe('');
        }
      }),
    );
  });

  it('tells the lists apart and keeps what stands before any heading as not stated', () => {
    expect(
      shown('Adults.\n\nInclusion Criteria:\n\n1. Age ≥ 18\n2. ECOG 0-1\n\nExclusion Criteria:\n\n* HIV\n'),
    ).toEqual([
      'not-stated 0 Adults.',
      '# Inclusion Criteria:',
      'inclusion 0 Age ≥ 18',
      'inclusion 0 ECOG 0-1',
      '# Exclusion Criteria:',
      'exclusion 0 HIV',
    ]);
  });

  it.each([
    ['Inclusion Criteria', 'inclusion', false],
    ['INCLUSION CRITERIA:', 'inclusion', false],
    ['Key Inclusion Criteria:', 'inclusion', false],
    ['Main exclusion criteria :', 'exclusion', false],
    ['Disease-specific exclusion criteria:', 'exclusion', false],
    ['Exclusion criteria for medical history and comorbidities:', 'exclusion', false],
    ['Other exclusion criteria:', 'exclusion', false],
    ['Exclusion:', 'exclusion', false],
    ['Criteria for inclusion:', 'inclusion', false],
    ['* Exclusion Criteria:', 'exclusion', false],
    ['Inclusion/Exclusion Criteria:', 'not-stated', true],
    ['Inclusion Criteria for Cohort A:', 'inclusion', true],
    ['Exclusion Criteria (Phase 2)', 'exclusion', true],
    ['Part B inclusion criteria:', 'inclusion', true],
  ])('«%s» opens the list %s', (heading, list, partial) => {
    const items = splitCriteria(`${heading}\n* one`);
    expect(items.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
    expect(items.find(({ kind }) => kind === 'criterion')).toMatchObject({ text: 'one', list, partial });
  });

  it.each([
    'Untreated elevated blood pressure is not an exclusion criterion and should be treated.',
    'Other protocol-defined inclusion/exclusion criteria apply',
    'No other exclusion criteria are met.',
    'Patients must meet the inclusion criteria of the first part',
  ])('takes no heading for the sentence «%s»', (sentence) => {
    expect(splitCriteria(sentence).map(({ kind }) => kind)).toEqual(['criterion']);
  });

  it('reads text on the line of a heading as its first item', () => {
    expect(shown('Inclusion Criteria: Adults with NSCLC\nof any stage')).toEqual([
      '# Inclusion Criteria:',
      'inclusion 0 Adults with NSCLC\nof any stage',
    ]);
  });

  it('follows indentation, numbers in numbers, and lines that continue', () => {
    expect(
      shown(
        'Inclusion Criteria:\n\n          -  Organ function, as\n             defined by:\n\n               -  ANC ≥ 1,500\n\n          -  ECOG 0-1\n\n          9. nine\n\n         10. ten',
      ),
    ).toEqual([
      '# Inclusion Criteria:',
      'inclusion 0 Organ function, as\n             defined by:',
      'inclusion 1 ANC ≥ 1,500',
      'inclusion 0 ECOG 0-1',
      'inclusion 0 nine',
      'inclusion 0 ten',
    ]);
  });

  it('gives an indented paragraph to the entry above it, and any other to nobody', () => {
    expect(
      shown(
        'Inclusion Criteria:\n\n7. Liver function:\n\n   ALT ≤ 2.5 × ULN\n8. ECOG 0\n\nMale patients, who:\n\n* agree',
      ),
    ).toEqual([
      '# Inclusion Criteria:',
      'inclusion 0 Liver function:',
      'inclusion 1 ALT ≤ 2.5 × ULN',
      'inclusion 0 ECOG 0',
      'inclusion 0 Male patients, who:',
      'inclusion 0 agree',
    ]);
  });

  it('keeps a number that belongs to the sentence', () => {
    expect(
      shown('Inclusion Criteria:\n\n* 1\\. Age: ≥ 18 years\n* 18 to 75 years\n1.18 ≤ age\n10.Pregnant'),
    ).toEqual([
      '# Inclusion Criteria:',
      'inclusion 0 Age: ≥ 18 years',
      'inclusion 0 18 to 75 years\n1.18 ≤ age',
      'inclusion 0 Pregnant',
    ]);
  });

  it('marks what stands under a heading of one cohort, until the next list', () => {
    expect(shown('Inclusion Criteria:\n\n* a\n\nCohort B:\n\n* b\n\nExclusion Criteria:\n\n* c')).toEqual([
      '# Inclusion Criteria:',
      'inclusion 0 a',
      '# Cohort B: (part)',
      'inclusion 0 b (part)',
      '# Exclusion Criteria:',
      'exclusion 0 c',
    ]);
  });
});
