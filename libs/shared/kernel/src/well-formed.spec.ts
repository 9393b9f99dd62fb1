import { describe, expect, it } from '@jest/globals';
import { isDay, isIdentifier, isUuid } from './well-formed.js';

describe('a day', () => {
  it.each(['2026-11-23', '2024-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ['a day the calendar has not', '2026-02-30'],
    ['no leap day', '2026-02-29'],
    ['a thirteenth month', '2026-13-01'],
    ['a day nought', '2026-01-00'],
    ['a time', '2026-11-23T00:00:00Z'],
    ['a line break after it', '2026-11-23\n'],
    ['other digits', '２０２６-11-23'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('an identifier', () => {
  it.each(['P-001', 'university-hospital', 'urn:oid:1.2/3', 'a'.repeat(100)])('may be %s', (text) => {
    expect(isIdentifier(text)).toBe(true);
  });

  it.each([
    ['begins with a sign', '-1'],
    ['has a space', 'Jane Doe'],
    ['is too long', 'a'.repeat(101)],
    ['has a line break', 'P-1\n'],
    ['is empty', ''],
  ])('is none where it %s', (_, text) => {
    expect(isIdentifier(text)).toBe(false);
  });
});

describe('a uuid', () => {
  it('is read in either case, and nothing around it', () => {
    const id = '5c8f3a52-7a0e-4c33-9d3b-2b9f7a1c0e11';
    expect(isUuid(id)).toBe(true);
    expect(isUuid(id.toUpperCase())).toBe(true);
    for (const wrong of [`${id} `, `{${id}}`, id.slice(1), `${id}\n`, '']) expect(isUuid(wrong)).toBe(false);
  });
});
