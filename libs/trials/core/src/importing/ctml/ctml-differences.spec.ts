import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { clinicalVocabulary } from './clinical-vocabulary.js';
import { ctmlDifferences } from './ctml-differences.js';
import { genomicVocabulary } from './genomic-vocabulary.js';
import { trialVocabulary } from './trial-vocabulary.js';

const guide = readFileSync('docs/ctml.md', 'utf8').replaceAll(/\s+/g, ' ');

describe('the differences from the engines', () => {
  it.each(ctmlDifferences)('$id is told to curators', ({ when, theirs, ours, why }) => {
    for (const text of [when, theirs, ours, why]) expect(guide).toContain(text);
  });

  it.each(ctmlDifferences)('$id names keys that exist', ({ keys }) => {
    const known = ['!', ...genomicVocabulary.keys, ...clinicalVocabulary.keys, ...trialVocabulary.keys];
    expect(keys.filter((key) => !known.includes(key))).toEqual([]);
  });

  it.each([...genomicVocabulary.keys, ...clinicalVocabulary.keys])('the guide explains %s', (key) => {
    expect(guide).toContain(key.replace(/^llm_class_[nm]$/, 'llm_class_t'));
  });
});
