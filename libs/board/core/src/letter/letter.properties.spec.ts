import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecommendationItem } from '../recommendation/recommendation.js';
import { composeLetter } from './compose-letter.js';
import { cleanLine } from './document/clean-text.js';
import { layOutLetter } from './document/lay-out-letter.js';
import { textOf } from './document/text-of.fixture.js';
import { amivantamab, signature, source } from './letter.fixture.js';

/** Texts as people and machines leave them: any signs, controls and turns of direction among them. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '\u202Eevil\u202C',
    'x'.repeat(10_000),
    'a\u0007b\r\nc',
    '😀 β-blocker',
  ),
);
const items = fc
  .array(
    fc.record({
      drugs: fc.array(text, { maxLength: 3 }),
      rationale: text,
      references: fc.array(text, { maxLength: 4 }),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map((given, index): RecommendationItem => ({
      ...amivantamab,
      ...given,
      id: `i${String(index)}`,
      priority: index + 1,
    })),
  );
const unsafe = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

describe('every letter', () => {
  it('tells every recommendation and every reference that was signed, and no sign that turns or breaks others', () => {
    fc.assert(
      fc.property(items, (signed) => {
        const letter = composeLetter(
          { ...source, recommendation: { items: signed, gates: {}, overrides: {}, dissents: [] } },
          signature,
        );
        const said = textOf(layOutLetter(letter)).replaceAll('\n', ' ');
        expect(unsafe.test(said)).toBe(false);
        for (const { drugs, rationale, references } of signed)
          for (const one of [...drugs, rationale, ...references])
            for (const part of one.split(/\r\n?|\n/)) expect(said).toContain(cleanLine(part));
        expect(letter.recommendations).toHaveLength(signed.length);
      }),
      { numRuns: 100 },
    );
  });
});
