import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { repository, startPlatform, type Platform } from '../support/consilium.js';
import { example, facts, fitting, profile, release, sick, trial } from '../support/trial-drafts.js';

interface Told {
  readonly code: string;
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}
interface Draft {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly document: string;
  readonly problems: readonly Told[];
  readonly unstructured: readonly { readonly place: string; readonly text: string }[];
}
type Result = Partial<Draft>;

const registryFile = readFileSync(join(repository, 'test/samples/trials/registry-example.json'), 'utf8');
const fields = `
  ... on TrialDraft { id version state document problems { code place message remedy }
    unstructured { place text } authors decision reviewedBy publishedIn }
  ... on TrialDraftRefused { problems { code place message remedy } }`;
const one = (name: string, args: string, more = '') =>
  `mutation (${args}) { answer: ${name}${more} { ${fields} } }`;

describe('a trial on its way from a registry file into use', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  const upload = async (path: string, body: string | Buffer, role = 'curator', type = 'text/plain') => {
    const response = await fetch(`${platform.running.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.token(role)}`, 'content-type': type },
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const ask = async <T = Result>(role: string, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await platform.query<{ answer: T }>(platform.token(role), query, variables);
    if (errors?.[0] !== undefined) throw new Error(errors[0].extensions.code);
    if (data === undefined) throw new Error('No answer.');
    return data.answer;
  };
  const save = (input: object) =>
    ask('curator', one('saveTrialDraft', '$input: SaveTrialDraftInput!', '(input: $input)'), { input });
  const saveExamples = (input: object) =>
    ask('curator', one('saveDraftExamples', '$input: SaveDraftExamplesInput!', '(input: $input)'), { input });
  const submit = (id: string, role = 'curator') =>
    ask(role, one('submitTrialDraft', '$id: ID!', '(id: $id)'), { id });
  const review = (role: string, id: string, decision: string, reason: string | null = null) =>
    ask(
      role,
      one(
        'reviewTrialDraft',
        '$id: ID!, $decision: TrialDraftDecision!, $reason: String',
        '(id: $id, decision: $decision, reason: $reason)',
      ),
      { id, decision, reason },
    );
  const publish = (name: string, drafts: readonly string[], role = 'curator') =>
    ask<{ contentHash?: string; active?: boolean; trials?: number; problems?: readonly Told[] }>(
      role,
      `mutation ($name: String!, $drafts: [ID!]!) { answer: publishTrials(name: $name, drafts: $drafts) {
         ... on TrialsRelease { contentHash name source trials active }
         ... on TrialsReleaseRefused { problems { code place message remedy } } } }`,
      { name, drafts },
    );
  const releases = () =>
    ask<{ contentHash: string; source: string; name: string; active: boolean; trials: number }[]>(
      'referrer',
      `{ answer: trialsReleases { contentHash source name active trials } }`,
    );
  const draftOf = async (id: string) =>
    ask<Draft>(
      'referrer',
      `query ($id: ID!) { answer: trialDraft(id: $id) { id version state document
      problems { code place message remedy } unstructured { place text } } }`,
      { id },
    );

  let id = '';

  it('comes in as a draft, with what nobody has structured named by its place', async () => {
    const { status, body } = await upload('/trials/drafts', registryFile);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { drafts: [{ trial: 'NCT90000001', version: 1, outcome: 'new', unstructured: 2 }], problems: [] },
    });
    id = (body['drafts'] as { draft: string }[])[0]?.draft ?? '';
    const draft = await draftOf(id);
    expect(draft.problems).toEqual([]);
    expect(draft.unstructured.map(({ text }) => text)).toEqual([
      expect.stringContaining('L858R'),
      expect.stringContaining('speaks against'),
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    const { body } = await upload('/trials/drafts', registryFile, 'curator', 'application/octet-stream');
    expect(body).toMatchObject({ drafts: [{ draft: id, version: 1, outcome: 'unchanged' }] });
  });

  it('says which criteria put an example patient elsewhere than expected', async () => {
    const saved = await saveExamples({
      id,
      expectedVersion: 1,
      examples: [example('fits', fitting, 'eligible')],
    });
    expect(saved).toMatchObject({ version: 2, state: 'DRAFT' });
    const test = await ask('curator', testQuery, { id });
    expect(test).toMatchObject({
      asExpected: false,
      examples: [
        {
          name: 'fits',
          asExpected: false,
          cohorts: [{ arm: 'arm-1', expected: 'eligible', actual: 'possible' }],
        },
      ],
    });
    const { unstructured } = await draftOf(id);
    const deciding = (test as { examples: { cohorts: { deciding: { place: string }[] }[] }[] }).examples[0];
    expect(deciding?.cohorts[0]?.deciding.map(({ place }) => place)).toEqual(
      unstructured.map(({ place }) => place),
    );
  });

  it('is not submitted while an example fails', async () => {
    expect(await submit(id)).toMatchObject({
      problems: [
        { code: 'TRIALS.EXAMPLE_FAILS', place: '/examples/0', message: expect.stringContaining('possible') },
      ],
    });
  });

  it('is structured by a person, whose change with a stale version is refused', async () => {
    const { document, version, unstructured } = await draftOf(id);
    const yaml = parseDocument(document);
    const steps = (unstructured[0]?.place ?? '').split('/').slice(1);
    yaml.setIn(
      steps,
      yaml.createNode({ text: unstructured[0]?.text, smallVariant: { gene: 'EGFR', changes: ['L858R'] } }),
    );
    const changed = yaml.toString();
    expect(await save({ id, expectedVersion: 1, document: changed })).toMatchObject({
      problems: [{ code: 'TRIALS.DRAFT_CONFLICT', remedy: expect.stringContaining('again') }],
    });
    expect(await save({ id, expectedVersion: version, document: changed })).toMatchObject({
      version: version + 1,
      problems: [],
      unstructured: [{ text: expect.stringContaining('speaks against') }],
    });
  });

  it('keeps a draft with a mistake, and tells its place', async () => {
    const good = await draftOf(id);
    const broken = await save({ id, document: good.document.replace('gene: EGFR', 'gene: EGFRR') });
    expect(broken.problems?.[0]).toMatchObject({
      place: expect.stringContaining('/eligibility/all/'),
      remedy: expect.stringMatching(/./),
    });
    expect((await draftOf(id)).document).toContain('EGFRR');
    expect(await submit(id)).toMatchObject({
      problems: expect.arrayContaining([...(broken.problems ?? [])]),
    });
    expect(await save({ id, document: good.document })).toMatchObject({ problems: [] });
  });

  it('is reviewed by a second person, not by its author, and rejected only with a reason', async () => {
    await saveExamples({
      id,
      examples: [
        example('fits, as far as known', fitting, 'possible'),
        example('other change', { facts: facts({}), profiles: [profile('G719A')] }, 'not-eligible'),
        example('too ill', sick, 'not-eligible'),
      ],
    });
    expect(await submit(id)).toMatchObject({ state: 'IN_REVIEW' });
    expect(await review('curator', id, 'APPROVED')).toMatchObject({
      problems: [{ code: 'TRIALS.SAME_REVIEWER' }],
    });
    expect(await publish('local-2026.11', [id])).toMatchObject({
      problems: [{ code: 'TRIALS.DRAFT_STATE', place: '/drafts/0' }],
    });
    expect(await review('second-reviewer', id, 'REJECTED')).toMatchObject({
      problems: [{ code: 'TRIALS.NO_REASON', place: '/reason' }],
    });
    expect(await review('second-reviewer', id, 'APPROVED')).toMatchObject({ state: 'APPROVED' });
  });

  it('is in use once it is published, and others are told', async () => {
    const published = await publish('local-2026.11', [id]);
    expect(published).toMatchObject({ source: 'local', trials: 1, active: true });
    expect((await releases()).filter(({ active }) => active)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'local-2026.11', source: 'local' }),
        expect.objectContaining({ source: 'consilium' }),
      ]),
    );
    const told: { hashes: string[] }[] = await platform.running.database.source.query(
      `SELECT data->'contentHashes' AS hashes FROM messaging.outbox WHERE type = 'trials.release-activated.v1'`,
    );
    expect(told.at(-1)?.hashes).toContain(published.contentHash);
    expect(await draftOf(id)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('is replaced, compared and withdrawn by later releases', async () => {
    const before = (await releases()).find(({ source }) => source === 'local')?.contentHash ?? '';
    const draft = await draftOf(id);
    await save({ id, document: draft.document.replace('status: open', 'status: closed') });
    await submit(id);
    await review('molecular-pathologist', id, 'APPROVED');
    expect(await publish('local-2026.11', [id])).toMatchObject({ problems: [{ place: '/name' }] });
    const next = await publish('local-2026.12', [id], 'administrator');
    const comparison = await ask<object>(
      'curator',
      `query ($from: ID!, $to: ID!) { answer: trialsComparison(from: $from, to: $to) { added removed changed { id parts } unchanged } }`,
      { from: before, to: next.contentHash },
    );
    expect(comparison).toEqual({
      added: [],
      removed: [],
      changed: [{ id: 'NCT90000001', parts: ['status'] }],
      unchanged: 0,
    });
    const withdraw = (trial: string, reason: string) =>
      ask<object>(
        'curator',
        `mutation ($trial: ID!, $reason: String!) { answer: withdrawLocalTrial(trial: $trial, reason: $reason) {
           ... on TrialsRelease { trials active source } ... on TrialsReleaseRefused { problems { place remedy } } } }`,
        { trial, reason },
      );
    expect(await withdraw('NCT90000009', ' ')).toMatchObject({
      problems: [{ place: '/trial' }, { place: '/reason' }],
    });
    expect(await withdraw('NCT90000001', 'Invented, and never to be offered.')).toEqual({
      trials: 0,
      active: true,
      source: 'local',
    });
  });

  it('goes back to an earlier release, or out of use, by hand', async () => {
    const first = (await releases()).find(({ name }) => name === 'local-2026.11')?.contentHash;
    const activate = (contentHash: unknown, role = 'curator') =>
      ask<boolean>(
        role,
        `mutation ($contentHash: ID!) { answer: activateTrials(contentHash: $contentHash) }`,
        {
          contentHash,
        },
      );
    const deactivate = (source: string) =>
      ask<boolean>('administrator', `mutation ($s: String!) { answer: deactivateTrials(source: $s) }`, {
        s: source,
      });
    expect(await activate(first)).toBe(true);
    expect(await activate(first)).toBe(false);
    expect(await deactivate('consilium')).toBe(false);
    expect(await deactivate('local')).toBe(true);
    expect((await releases()).filter(({ active }) => active).map(({ source }) => source)).toEqual([
      'consilium',
    ]);
    await expect(activate(first, 'referrer')).rejects.toThrow('FORBIDDEN');
  });

  it('takes the sound trials of a file, and refuses the others by place', async () => {
    const sound = { ...trial('OWN-1') };
    const { status, body } = await upload(
      '/trials/drafts',
      JSON.stringify([sound, { ...trial('OWN-2'), status: 'opened' }]),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      drafts: [{ trial: 'OWN-1', outcome: 'new', problems: [] }],
      problems: [{ place: '/1/status', remedy: expect.stringMatching(/./) }],
    });
  });

  it.each<[string, string | Buffer, number, string]>([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 422, 'the body'],
    ['half a JSON', '{"id": "X", "arms": [', 422, 'line'],
    ['XML of something else', '<html></html>', 422, 'clinical_study'],
    [
      'a study without criteria',
      '{"protocolSection":{"identificationModule":{"nctId":"NCT90000002"}}}',
      422,
      'eligibilityCriteria',
    ],
    ['nothing', '', 422, 'empty'],
    ['more than it looks', gzipSync(Buffer.alloc(65 * 1024 * 1024)), 413, '64 MB'],
  ])('refuses %s with its place and a remedy', async (_, bytes, wanted, place) => {
    const { status, body } = await upload('/trials/drafts', bytes);
    expect(status).toBe(wanted);
    expect(body['message']).toContain(place);
    const problems = body['problems'] as readonly Told[];
    expect(problems.length).toBeGreaterThan(0);
    for (const { remedy } of problems) expect(remedy).toMatch(/./);
  });

  it.each<[string, unknown, string]>([
    ['that speaks for this installation', release({ source: 'local' }), '/source'],
    ['that speaks for the product', release({ source: 'consilium' }), '/source'],
    ['with a bad trial', release({ trials: [{ ...trial('X'), arms: [] }] }), '/trials/0/arms'],
    ['of no day', release({ publishedOn: '2026-02-30' }), '/publishedOn'],
    ['that is a list', [], 'release'],
  ])('refuses a release %s', async (_, document, place) => {
    const { status, body } = await upload('/trials/releases', JSON.stringify(document));
    expect(status).toBe(422);
    expect(body['message']).toContain(place);
  });

  it('stores a release from elsewhere without putting it into use', async () => {
    const sent = await upload('/trials/releases', JSON.stringify(release({})), 'administrator');
    expect(sent).toMatchObject({ status: 201, body: { known: false } });
    expect((await releases()).find(({ source }) => source === 'elsewhere')).toMatchObject({
      active: false,
      trials: 1,
    });
    expect((await upload('/trials/releases', JSON.stringify(release({})))).body).toMatchObject({
      known: true,
    });
  });

  it.each<[string, object, string]>([
    ['a real patient', { facts: { ...facts({}), patient: 'P-1' } }, '/examples/0/record/facts/patient'],
    ['an unknown member', { report: {} }, '/examples/0/record/report'],
    [
      'a day that does not exist',
      { facts: facts({ birthDate: '1970-02-31' }) },
      '/examples/0/record/facts/birthDate',
    ],
    ['half a profile', { profiles: [{ diagnosis: 'LUAD' }] }, '/examples/0/record/profiles/0/assay'],
  ])('refuses an example with %s', async (_, record, place) => {
    const refused = await saveExamples({ id, examples: [example('one', record, 'eligible')] });
    expect(refused.problems?.map((problem) => problem.place)).toContain(place);
  });

  it('lets only curators edit, and those who work with it read', async () => {
    const attempt = (role: string) =>
      ask(role, one('saveTrialDraft', '$input: SaveTrialDraftInput!', '(input: $input)'), {
        input: { document: 'id: X' },
      });
    await expect(attempt('second-reviewer')).rejects.toThrow('FORBIDDEN');
    await expect(attempt('lab')).rejects.toThrow('FORBIDDEN');
    await expect(submit(id, 'administrator')).rejects.toThrow('FORBIDDEN');
    expect((await upload('/trials/drafts', registryFile, 'referrer')).status).toBe(403);
    const drafts = await ask<{ trial: string }[]>(
      'chair',
      `{ answer: trialDrafts(states: [DRAFT]) { trial state unstructuredCount exampleCount } }`,
    );
    expect(drafts.map((one) => one.trial)).toEqual(['OWN-1']);
  });

  it('says how to switch the assistant on, where it is off', async () => {
    const answer = await ask(
      'curator',
      `mutation ($id: ID!) { answer: proposeStructure(draft: $id, place: "/eligibility/all/0") {
         ... on TrialDraftRefused { problems { code remedy } } } }`,
      { id },
    );
    expect(answer).toEqual({
      problems: [
        { code: 'TRIALS.ASSISTANT_OFF', remedy: expect.stringContaining('CONSILIUM_ASSISTANT_URL') },
      ],
    });
  });
});

const testQuery = `mutation ($id: ID!) { answer: testTrialDraft(id: $id) {
  ... on TrialDraftTest { asExpected examples { name asExpected
    cohorts { arm expected actual deciding { place answer text missing } } } }
  ... on TrialDraftRefused { problems { code place message remedy } } } }`;
