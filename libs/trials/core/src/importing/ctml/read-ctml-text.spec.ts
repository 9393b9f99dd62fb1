import { describe, expect, it } from '@jest/globals';
import { longestCtmlText, readCtmlText } from './read-ctml-text.js';

const problemsOf = (text: string) => {
  const result = readCtmlText(text);
  return result.ok ? [] : result.error;
};

describe('the text of a CTML', () => {
  it.each([
    ['YAML', 'nct_id: NCT1\nphase: I', { nct_id: 'NCT1', phase: 'I' }],
    ['JSON', '{"nct_id": "NCT1", "list": [1, true, null]}', { nct_id: 'NCT1', list: [1, true, null] }],
    ['Y and N as texts', 'arm_suspended: N', { arm_suspended: 'N' }],
    ['a quoted negation', "variant_category: '!Mutation'", { variant_category: '!Mutation' }],
    ['a date as text', 'last_updated: 2026-07-06', { last_updated: '2026-07-06' }],
    ['an alias', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
  ])('is read as %s', (_what, text, value) => {
    expect(readCtmlText(text)).toEqual({ ok: true, value });
  });

  it.each([
    [
      'a negation without quotes',
      'genomic:\n  variant_category: !Mutation',
      'line 2, column 21',
      /'!Mutation'/,
    ],
    ['a comparison without quotes', 'age_numerical: >=18', 'line 1, column 17', /Quote values/],
    ['a key given twice', 'hugo_symbol: KRAS\nhugo_symbol: NRAS', 'line 2, column 1', /Quote/],
    ['a JSON key given twice', '{"a": 1,\n "a": 2}', 'line 2, column 2', /Quote/],
    ['a JSON text that breaks off', '{"a": [1, 2', 'line 1, column 12', /Quote/],
    ['two documents', 'a: 1\n---\nb: 2', 'line 2, column 1', /one trial to a file/],
  ])('is refused for %s, with line and column', (_what, text, place, remedy) => {
    expect(problemsOf(text)[0]).toMatchObject({
      code: 'TRIALS.CTML_UNREADABLE',
      place,
      remedy: expect.stringMatching(remedy),
    });
  });

  it.each([
    ['nothing', '', 'EMPTY'],
    ['too long a text', ' '.repeat(longestCtmlText + 1), 'TOO_LARGE'],
    ['too deep a JSON', '['.repeat(100_000), 'TOO_DEEP'],
    ['too deep a YAML', '- '.repeat(50_000), 'TOO_DEEP'],
    ['deep mappings', '{"a":'.repeat(50_000), 'TOO_DEEP'],
    ['a bomb of aliases', bomb(12), 'UNREADABLE'],
    ['an alias without an anchor', 'a: *nothing', 'UNREADABLE'],
  ])('is refused for %s', (_what, text, reason) => {
    expect(problemsOf(text)[0]?.code).toBe(`TRIALS.CTML_${reason}`);
  });
});

/** Each line repeats the one before ten times: «billion laughs». */
function bomb(lines: number): string {
  return Array.from({ length: lines }, (_, index) =>
    index === 0
      ? 'a0: &a0 [x, x]'
      : `a${String(index)}: &a${String(index)} [${Array(10)
          .fill(`*a${String(index - 1)}`)
          .join(', ')}]`,
  ).join('\n');
}
