import { describe, expect, it } from '@jest/globals';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { trialOf } from './curating.fixture.js';
import { mergeImport, sameImport } from './merge-import.js';

const text = (said: string, list: 'inclusion' | 'exclusion' = 'inclusion'): Criterion => ({
  unstructured: { text: said, list },
});
const done: Criterion = { text: 'one', sex: 'female' };
const before = trialOf('T', text('one'), text('two'));
const worked = trialOf('T', done, text('two'));

describe(sameImport.name, () => {
  const fetched = (on: string, more: Partial<Trial> = {}): Trial => ({
    ...before,
    source: { ...before.source, retrievedOn: on },
    ...more,
  });
  it.each<[string, Trial, boolean]>([
    ['on another day', fetched('2026-12-01'), true],
    ['with another status', fetched('2026-11-23', { status: 'closed' }), false],
    ['with another version', { ...before, source: { ...before.source, reference: '2.0' } }, false],
  ])('knows a file fetched %s', (_, next, same) => {
    expect(sameImport(before, next)).toBe(same);
  });

  it('takes the day of fetching for no change of status', () => {
    const undated = (day: string) => fetched(day, { statusOn: day });
    expect(sameImport(undated('2026-11-01'), undated('2026-12-01'))).toBe(true);
  });
});

describe(mergeImport.name, () => {
  it.each<[string, Trial, Trial, Partial<Trial>]>([
    [
      'takes what nobody touched from the file',
      before,
      trialOf('T', text('three')),
      trialOf('T', text('three')),
    ],
    [
      'keeps criteria where only curators changed them',
      worked,
      { ...before, status: 'closed' },
      { ...worked, status: 'closed' },
    ],
    [
      'keeps what was structured among new criteria',
      worked,
      trialOf('T', text('one'), text('new')),
      trialOf('T', done, text('new')),
    ],
    [
      'opens it again where the words moved to the other list',
      worked,
      trialOf('T', text('one', 'exclusion'), text('new')),
      trialOf('T', text('one', 'exclusion'), text('new')),
    ],
    [
      'keeps arms that curators made',
      { ...before, arms: [{ id: 'A', name: 'A', eligibility: done }] },
      { ...before, arms: [{ id: 'A', name: 'Renamed' }] },
      { arms: [{ id: 'A', name: 'A', eligibility: done }] },
    ],
  ])('%s', (_, current, next, merged) => {
    expect(mergeImport(before, current, next).trial).toMatchObject(merged);
  });

  it('gives back the file where curators changed nothing, and their work where the file did not change', () => {
    const next = { ...trialOf('T', text('three')), acronym: 'X' };
    expect(mergeImport(before, before, next)).toEqual({ trial: next, remarks: [] });
    expect(mergeImport(before, worked, before)).toEqual({ trial: worked, remarks: [] });
  });

  it('says where both sides changed', () => {
    const { remarks } = mergeImport(before, { ...before, title: 'Ours' }, { ...before, title: 'Theirs' });
    expect(remarks).toEqual([expect.stringContaining('title')]);
  });
});
