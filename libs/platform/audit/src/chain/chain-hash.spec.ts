import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalEntry, chainBeginning, nextHash } from './chain-hash.js';
import { entryOf } from './journal.fixture.js';

const entry = entryOf(1, {
  subject: 'P-1',
  reason: 'a "quoted" Grund, ü',
  target: { profile: ['b', 'a'], case: ['c'] },
});

describe(canonicalEntry.name, () => {
  it('stays what it is: every journal rests on it', () => {
    expect(canonicalEntry(entry)).toBe(
      '["consilium.audit.1","1","2026-11-23T10:00:01.000000Z","dev:chair","chair","university-hospital",' +
        `"${entry.subjectDigest ?? ''}","read","case",` +
        '[["case",["c"]],["profile",["b","a"]]],"a \\"quoted\\" Grund, ü",null]',
    );
  });

  it('does not hang on the order in which the database gives members', () => {
    expect(canonicalEntry({ ...entry, target: { case: ['c'], profile: ['b', 'a'] } })).toBe(
      canonicalEntry(entry),
    );
  });

  it('says the same of a patient before and after erasure', () => {
    expect(canonicalEntry({ ...entry, subject: null, subjectSalt: null })).toBe(canonicalEntry(entry));
  });
});

describe(nextHash.name, () => {
  it('is SHA-256 of the hash before and the canonical bytes', () => {
    const whole = Buffer.concat([Buffer.alloc(32), Buffer.from(canonicalEntry(entry), 'utf8')]);
    expect(nextHash(chainBeginning, entry)).toBe(createHash('sha256').update(whole).digest('hex'));
  });
});
