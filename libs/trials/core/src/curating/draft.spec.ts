import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tablesOfFixture, exampleOf } from './trial-example.fixture.js';
import { checkDraft } from './check-draft.js';
import { checkExamples } from './check-examples.js';
import { draftOf, names, trialOf } from './curating.fixture.js';
import {
  changeDraft,
  draftStates,
  expectVersion,
  reviewDraft,
  submitDraft,
  type TrialDraft,
} from './draft.js';

const adults = trialOf('T', { age: { atLeast: 18 } });
const at = '2026-11-23T09:00:00Z';
const submit = (draft: TrialDraft) => {
  const check = checkDraft(draft.text, names);
  const outcomes =
    check.trial === undefined ? [] : checkExamples(check.trial, draft.examples, tablesOfFixture);
  return submitDraft(draft, { by: 'hana', at }, check, outcomes);
};
const sound = draftOf(adults, { examples: [exampleOf('adult', { birthDate: '1970' }, 'eligible')] });

describe(submitDraft.name, () => {
  it('takes a sound trial whose examples come out as expected', () => {
    expect(submit(sound)).toMatchObject({
      ok: true,
      value: { state: 'in-review', submitted: { by: 'hana', at }, version: sound.version },
    });
  });

  it('takes criteria that are still text', () => {
    const open = trialOf('T', { unstructured: { text: 'Fit enough.', list: 'inclusion' } });
    const examples = [exampleOf('anybody', {}, 'possible')];
    expect(submit(draftOf(open, { examples }))).toMatchObject({ ok: true });
  });

  it.each<[string, TrialDraft, readonly object[]]>([
    ['without an example', draftOf(adults), [{ code: 'TRIALS.NO_EXAMPLE', place: '/examples' }]],
    [
      'with an example that comes out otherwise',
      { ...sound, examples: [...sound.examples, exampleOf('child', { birthDate: '2020' }, 'eligible')] },
      [{ code: 'TRIALS.EXAMPLE_FAILS', place: '/examples/1' }],
    ],
    [
      'with an example of an arm that does not exist',
      { ...sound, examples: [exampleOf('adult', { birthDate: '1970' }, 'eligible', 'B')] },
      [{ code: 'TRIALS.EXAMPLE_FAILS', message: expect.stringContaining('has no B') }],
    ],
    [
      'that is no trial',
      { ...sound, text: JSON.stringify({ ...adults, status: 'opened' }) },
      [{ place: '/status' }],
    ],
    ['whose trial has no id', draftOf({ ...adults, id: ' ' }), [{ place: '/id' }]],
    ['that cannot be read', { ...sound, text: 'id: [' }, [{ place: expect.stringContaining('line 1') }]],
  ])('refuses a draft %s', (_, draft, problems) => {
    const refused = submit(draft);
    expect(refused.ok ? [] : refused.error.slice(0, problems.length)).toMatchObject(problems);
    expect(refused.ok).toBe(false);
  });

  it.each(draftStates.filter((state) => state !== 'draft'))('refuses one that is %s', (state) => {
    expect(submit({ ...sound, state })).toMatchObject({ ok: false, error: [{ code: 'TRIALS.DRAFT_STATE' }] });
  });
});

describe(reviewDraft.name, () => {
  const waiting: TrialDraft = { ...sound, state: 'in-review' };
  const review = (draft: TrialDraft, by: string, decision: 'approved' | 'rejected', reason?: string) =>
    reviewDraft(draft, { by, at, decision, ...(reason === undefined ? {} : { reason }) });

  it.each<[string, 'approved' | 'rejected', string | undefined]>([
    ['approves', 'approved', undefined],
    ['rejects with a reason', 'rejected', 'The dose levels are missing.'],
  ])('by a second person: %s', (_, decision, reason) => {
    expect(review(waiting, 'ivo', decision, reason)).toMatchObject({
      ok: true,
      value: { state: decision, review: { by: 'ivo' } },
    });
  });

  it.each<[string, ReturnType<typeof review>, string]>([
    ['its author', review(waiting, 'hana', 'approved'), 'SAME_REVIEWER'],
    [
      'one of several authors',
      review({ ...waiting, authors: ['hana', 'ivo'] }, 'ivo', 'approved'),
      'SAME_REVIEWER',
    ],
    ['a second person without a reason', review(waiting, 'ivo', 'rejected'), 'NO_REASON'],
    ['a second person with half a reason', review(waiting, 'ivo', 'rejected', ' no  '), 'NO_REASON'],
    ['a second person before it is submitted', review(sound, 'ivo', 'approved'), 'DRAFT_STATE'],
    [
      'a third person after the second',
      review({ ...waiting, state: 'approved' }, 'eve', 'rejected', 'Too late, but why not.'),
      'DRAFT_STATE',
    ],
  ])('refuses a decision by %s', (_, result, code) => {
    expect(result).toMatchObject({ ok: false, error: { code: `TRIALS.${code}` } });
  });
});

describe(changeDraft.name, () => {
  it('opens what was decided, whatever it was, and counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...draftStates), fc.constantFrom('hana', 'ivo', 'eve'), (state, by) => {
        const before: TrialDraft = {
          ...sound,
          state,
          submitted: { by: 'hana', at },
          review: { by: 'ivo', at, decision: 'approved' },
        };
        const after = changeDraft(before, { examples: [] }, by);
        expect(after).toMatchObject({ state: 'draft', version: before.version + 1 });
        expect(after.review ?? after.submitted).toBeUndefined();
        expect(after.authors).toContain(by);
        const again: TrialDraft = { ...after, state: 'in-review' };
        expect(reviewDraft(again, { by, at, decision: 'approved' }).ok).toBe(false);
      }),
    );
  });

  it('begins its authors anew once a second person has answered for what they wrote', () => {
    const next = changeDraft({ ...sound, state: 'published' }, { examples: [] }, 'ivo');
    expect(next.authors).toEqual(['ivo']);
  });
});

describe(expectVersion.name, () => {
  it.each<[number | undefined, boolean]>([
    [undefined, true],
    [1, true],
    [2, false],
    [0, false],
  ])('of version 1 expecting %s', (expected, ok) => {
    expect(expectVersion(sound, expected).ok).toBe(ok);
  });
});
