import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Trial, TrialsRelease } from '../language/trial.js';
import { localSource } from '../language/trials-in-use.js';
import { changedParts, compareTrialsReleases } from './compare-trials-releases.js';
import { draftOf, trialOf } from './curating.fixture.js';
import { nextRelease, releaseWithout, type ApprovedTrial } from './next-release.js';

const approved = (id: string, more: Partial<Trial> = {}): ApprovedTrial => {
  const trial = { ...trialOf(id), ...more };
  return { trial, draft: draftOf(trial, { state: 'approved' }) };
};
const about = { name: 'local-2', publishedOn: '2026-11-23' };
const previous: TrialsRelease = {
  name: 'local-1',
  source: localSource,
  publishedOn: '2026-10-01',
  title: 'x',
  trials: [trialOf('T1'), trialOf('T2')],
};

describe(nextRelease.name, () => {
  it('adds to what is in use, and replaces what has the same id', () => {
    const next = nextRelease(previous, [approved('T3'), approved('T1', { title: 'Other' })], about);
    if (!next.ok) throw new Error('Refused.');
    expect(next.value).toMatchObject({ ...about, source: localSource });
    expect(next.value.trials.map(({ id, title }) => [id, title])).toEqual([
      ['T1', 'Other'],
      ['T2', 'An invented trial'],
      ['T3', 'An invented trial'],
    ]);
  });

  it('begins with what is approved where nothing is in use', () => {
    expect(nextRelease(undefined, [approved('T1')], about)).toMatchObject({
      value: { trials: [{ id: 'T1' }] },
    });
  });

  it.each<[string, readonly ApprovedTrial[], string, string]>([
    ['nothing', [], 'local-2', '/drafts'],
    [
      'what nobody approved',
      [{ ...approved('T1'), draft: draftOf({}, { state: 'in-review' }) }],
      'local-2',
      '/drafts/0',
    ],
    ['two drafts of a trial', [approved('T1'), approved('T1')], 'local-2', '/drafts'],
    ['under the name in use', [approved('T1')], 'local-1', '/name'],
    ['under no name', [approved('T1')], ' ', '/name'],
  ])('refuses to publish %s', (_, trials, name, place) => {
    expect(nextRelease(previous, trials, { ...about, name })).toMatchObject({
      ok: false,
      error: [{ place }],
    });
  });
});

describe(releaseWithout.name, () => {
  it('leaves one trial out and says why', () => {
    const next = releaseWithout(previous, 'T1', { ...about, reason: 'The sponsor has stopped it.' });
    expect(next).toMatchObject({
      value: { trials: [{ id: 'T2' }], note: expect.stringContaining('stopped') },
    });
  });

  it.each<[string, TrialsRelease | undefined, string, string, string]>([
    ['a trial that is not in it', previous, 'T9', 'It has never been here.', '/trial'],
    ['from nothing', undefined, 'T1', 'It has never been here.', '/trial'],
    ['without a reason', previous, 'T1', ' ', '/reason'],
  ])('refuses to withdraw %s', (_, from, trial, reason, place) => {
    expect(releaseWithout(from, trial, { ...about, reason })).toMatchObject({
      ok: false,
      error: [{ place }],
    });
  });
});

describe(compareTrialsReleases.name, () => {
  const release = (...trials: readonly Trial[]): TrialsRelease => ({ ...previous, trials });
  const arms = (...list: Trial['arms']): Trial => ({ ...trialOf('T'), arms: list });

  it.each<[string, Trial, Trial, readonly string[]]>([
    ['nothing', trialOf('T'), trialOf('T'), []],
    ['a member', trialOf('T'), { ...trialOf('T'), status: 'closed' }, ['status']],
    ['a member that comes', trialOf('T'), trialOf('T', { sex: 'male' }), ['eligibility']],
    [
      'an arm that comes',
      arms({ id: 'A', name: 'A' }),
      arms({ id: 'A', name: 'A' }, { id: 'B', name: 'B' }),
      ['arms/B'],
    ],
    [
      "an arm's drugs",
      arms({ id: 'A', name: 'A' }),
      arms({ id: 'A', name: 'A', drugs: ['x'] }),
      ['arms/A/drugs'],
    ],
    [
      "a cohort's criteria",
      arms({ id: 'A', name: 'A', cohorts: [{ id: '1', name: '1' }] }),
      arms({ id: 'A', name: 'A', cohorts: [{ id: '1', name: '1', eligibility: { sex: 'male' } }] }),
      ['arms/A/cohorts/1/eligibility'],
    ],
    [
      'an order',
      arms({ id: 'A', name: 'A' }, { id: 'B', name: 'B' }),
      arms({ id: 'B', name: 'B' }, { id: 'A', name: 'A' }),
      ['arms'],
    ],
  ])('tells %s', (_, before, after, parts) => {
    expect(changedParts(before, after)).toEqual(parts);
  });

  it('accounts for every trial, the same seen from the other side', () => {
    const trials = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('1', '2', '3', '4'), title: fc.constantFrom('a', 'b') }),
      { selector: ({ id }) => id },
    );
    const made = trials.map((list) => release(...list.map((one) => ({ ...trialOf(one.id), ...one }))));
    fc.assert(
      fc.property(made, made, (a, b) => {
        const there = compareTrialsReleases(a, b);
        const back = compareTrialsReleases(b, a);
        expect([back.added, back.removed, back.changed]).toEqual([there.removed, there.added, there.changed]);
        expect(there.added.length + there.changed.length + there.unchanged).toBe(b.trials.length);
        expect(compareTrialsReleases(a, a)).toMatchObject({ added: [], removed: [], changed: [] });
      }),
    );
  });
});
