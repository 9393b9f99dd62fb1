import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Result } from '@consilium/kernel';
import type { TrialDraft } from '@consilium/trials-core';
import { author, second, startCurating, trialText, type Curating } from './curating.fixture.js';
import { ReviewTrialDraft, SaveDraftExamples, SaveTrialDraft, SubmitTrialDraft } from './draft.commands.js';
import { findDraft, listVersions } from './draft.store.js';
import { ImportTrialDrafts } from './import-drafts.command.js';
import { PublishTrials, WithdrawLocalTrial } from './release.commands.js';

function valueOf<T>(result: Result<T, readonly Problem[]>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
const codesOf = (result: Result<unknown, readonly Problem[]>): readonly string[] =>
  result.ok ? [] : result.error.map(({ code }) => code);

const adult = {
  name: 'adult',
  on: '2026-11-23',
  record: 'facts: { birthDate: 1970-01-01 }',
  expected: [{ arm: 'A', verdict: 'eligible' }],
};

describe('drafts of trials on PostgreSQL', () => {
  let curating: Curating;
  let handlers: ReturnType<Curating['handlers']>;
  beforeAll(async () => {
    curating = await startCurating();
    handlers = curating.handlers();
  }, 60_000);
  afterAll(() => curating.close());

  const save = (document: string, more: { id?: string; expectedVersion?: number } = {}) =>
    handlers.save.execute(new SaveTrialDraft(author, { document, ...more }));
  const stored = async (id: string): Promise<TrialDraft> => {
    const found = await findDraft(curating.database.source, id);
    if (found === undefined) throw new Error('No such draft.');
    return found.draft;
  };
  const approved = async (trial: string): Promise<string> => {
    const { id } = valueOf(await save(trialText(trial)));
    valueOf(await handlers.saveExamples.execute(new SaveDraftExamples(author, { id, examples: [adult] })));
    valueOf(await handlers.submit.execute(new SubmitTrialDraft(author, id)));
    valueOf(await handlers.review.execute(new ReviewTrialDraft(second, id, { decision: 'approved' })));
    return id;
  };
  const told = async (): Promise<number> => {
    const rows: { n: number }[] = await curating.database.source.query(
      `SELECT count(*)::int AS n FROM messaging.outbox`,
    );
    return rows[0]?.n ?? 0;
  };
  const localTrials = async (): Promise<readonly string[]> => {
    const rows: { id: string }[] = await curating.database.source.query(
      `SELECT jsonb_array_elements(document->'trials')->>'id' AS id FROM trials.release
       WHERE active AND source = 'local' ORDER BY 1`,
    );
    return rows.map(({ id }) => id);
  };

  it('let one of two changes of the same version through, and lose neither', async () => {
    const { id } = valueOf(await save(trialText('RACE-1')));
    const results = await Promise.all(
      ['one', 'two'].map((title) =>
        save(trialText('RACE-1').replace('An invented', title), { id, expectedVersion: 1 }),
      ),
    );
    expect(results.flatMap(codesOf)).toEqual(['TRIALS.DRAFT_CONFLICT']);
    expect((await stored(id)).version).toBe(2);
  });

  it('keep every version, also one that nobody can read', async () => {
    const { id } = valueOf(await save(trialText('KEPT-1')));
    const broken = valueOf(await save('id: [', { id }));
    expect(broken).toMatchObject({ version: 2, state: 'draft', text: 'id: [' });
    const versions = await listVersions(curating.database.source, id);
    expect(versions.map(({ version, cause, document }) => [version, cause, document])).toEqual([
      [2, 'saved', 'id: ['],
      [1, 'saved', trialText('KEPT-1')],
    ]);
  });

  it('are one for each trial', async () => {
    valueOf(await save(trialText('ONE-1')));
    expect(codesOf(await save(trialText('ONE-1')))).toEqual(['TRIALS.DRAFT_EXISTS']);
    const imports = await Promise.all(
      [1, 2].map(() => handlers.read.execute(new ImportTrialDrafts(author, trialText('ONE-2')))),
    );
    expect(new Set(imports.flatMap(({ drafts }) => drafts.map(({ draft }) => draft))).size).toBe(1);
    expect(imports.flatMap(({ drafts }) => drafts.map(({ outcome }) => outcome)).sort()).toEqual([
      'new',
      'unchanged',
    ]);
  });

  it('keep the words and comments of a file that is one trial of ours', async () => {
    const { drafts } = await handlers.read.execute(new ImportTrialDrafts(author, trialText('OWN-1')));
    expect((await stored(drafts[0]?.draft ?? '')).text).toBe(trialText('OWN-1'));
  });

  it('keep what was structured when the source changes, and open what was decided', async () => {
    const kept = '    - unstructured: { text: Adequate organs., list: inclusion }\n';
    const added = '    - unstructured: { text: Another., list: inclusion }\n';
    const first = await handlers.read.execute(new ImportTrialDrafts(author, trialText('MERGE-1', kept)));
    const id = first.drafts[0]?.draft ?? '';
    const structured = trialText(
      'MERGE-1',
      '    - { text: Adequate organs., performance: { scale: ECOG, atMost: 2 } }\n',
    );
    valueOf(await save(structured, { id }));
    curating.setToday('2026-11-24T09:00:00Z');
    const again = await handlers.read.execute(new ImportTrialDrafts(author, trialText('MERGE-1', kept)));
    expect(again.drafts).toMatchObject([{ outcome: 'unchanged', version: 2 }]);
    const next = await handlers.read.execute(
      new ImportTrialDrafts(
        second,
        trialText('MERGE-1', kept + added).replace('status: open', 'status: closed'),
      ),
    );
    expect(next.drafts).toMatchObject([{ outcome: 'changed', version: 3, unstructured: 1 }]);
    const draft = await stored(id);
    expect(draft).toMatchObject({ state: 'draft', authors: ['hana', 'ivo'] });
    expect(draft.document).toMatchObject({
      status: 'closed',
      eligibility: {
        all: [
          { age: { atLeast: 18 } },
          { performance: { scale: 'ECOG', atMost: 2 } },
          { unstructured: { text: 'Another.' } },
        ],
      },
    });
  });

  it('are approved as they were read, or not at all', async () => {
    const { id } = valueOf(await save(trialText('READ-1')));
    valueOf(await handlers.saveExamples.execute(new SaveDraftExamples(author, { id, examples: [adult] })));
    valueOf(await handlers.submit.execute(new SubmitTrialDraft(author, id)));
    const stale = new ReviewTrialDraft(second, id, { decision: 'approved', expectedVersion: 1 });
    expect(codesOf(await handlers.review.execute(stale))).toEqual(['TRIALS.DRAFT_CONFLICT']);
    expect((await stored(id)).state).toBe('in-review');
    const both = await Promise.all(
      (['approved', 'rejected'] as const).map((decision) =>
        handlers.review.execute(
          new ReviewTrialDraft(second, id, { decision, reason: 'Two at the same time.' }),
        ),
      ),
    );
    expect(both.flatMap(codesOf)).toEqual(['TRIALS.DRAFT_STATE']);
  });

  it('go into use with those that are in use, whoever publishes at the same time', async () => {
    const drafts = [await approved('USE-1'), await approved('USE-2')];
    const before = await told();
    const results = await Promise.all(
      drafts.map((draft, at) =>
        curating.handlers().publish.execute(new PublishTrials(author, `local-${String(at)}`, [draft])),
      ),
    );
    results.forEach(valueOf);
    expect(await localTrials()).toEqual(['USE-1', 'USE-2']);
    expect(await told()).toBe(before + 2);
  });

  it('leave all as it was where one of them may not be published', async () => {
    const good = await approved('HALF-1');
    const { id: open } = valueOf(await save(trialText('HALF-2')));
    const before = [await localTrials(), await told(), (await handlers.releases.list()).length];
    const refused = await handlers.publish.execute(new PublishTrials(author, 'local-half', [good, open]));
    expect(codesOf(refused)).toContain('TRIALS.NO_EXAMPLE');
    expect([await localTrials(), await told(), (await handlers.releases.list()).length]).toEqual(before);
    expect((await stored(good)).state).toBe('approved');
  });

  it('are withdrawn by a release without them, and who did it is kept', async () => {
    const draft = await approved('GONE-1');
    valueOf(await handlers.publish.execute(new PublishTrials(author, 'local-gone', [draft])));
    const reason = 'The sponsor has stopped it.';
    valueOf(await handlers.withdraw.execute(new WithdrawLocalTrial(author, 'GONE-1', reason)));
    expect(await localTrials()).not.toContain('GONE-1');
    const changes: object[] = await curating.database.source.query(
      `SELECT change, by, reason, drafts FROM trials.release_change ORDER BY id DESC LIMIT 2`,
    );
    expect(changes).toEqual([
      { change: 'withdrawn', by: 'hana', reason: `GONE-1: ${reason}`, drafts: [] },
      { change: 'published', by: 'hana', reason: null, drafts: [draft] },
    ]);
  });

  it.each([
    `DELETE FROM trials.draft`,
    `UPDATE trials.draft SET id = gen_random_uuid()`,
    `UPDATE trials.draft_version SET document = ''`,
    `DELETE FROM trials.draft_version`,
    `UPDATE trials.release_change SET by = 'nobody'`,
    `UPDATE trials.release SET document = '{}'`,
  ])('cannot be done by the working role: %s', async (sql) => {
    await expect(curating.database.source.query(sql)).rejects.toThrow(/permission denied/);
  });
});
