import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

const release = (name: string, statement: string) => ({
  name,
  source: 'example-source',
  publishedOn: '2026-05-01',
  title: 'An outside source',
  evidence: [
    {
      id: 'EX 1',
      profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
      tumourTypes: ['MEL'],
      therapy: { drugs: ['examplinib'] },
      direction: 'sensitive',
      level: 'B',
      grade: { scale: 'CIViC', level: 'B', stars: 4 },
      statement,
      citations: [{ kind: 'pmid', id: '12345678' }],
    },
    {
      id: 'EX 2',
      kind: 'prognostic',
      significance: 'poor-outcome',
      profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
      tumourTypes: ['MEL'],
      statement: 'A worse course.',
      citations: [{ kind: 'other', text: 'An abstract' }],
    },
  ],
  drugs: [{ name: 'examplinib', classes: [] }],
  genes: [],
});

interface Cases {
  readonly cases: {
    readonly edges: {
      readonly node: {
        readonly therapyOptions: {
          readonly drugs: readonly string[];
          readonly explanation: { readonly release: string; readonly evidence: readonly { id: string }[] };
        }[];
      };
    }[];
  };
}
const list = `{ cases(first: 10) { edges { node { therapyOptions { drugs explanation { release evidence { id } } } } } } }`;

describe('knowledge beside the built-in release', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
    await sendCareTeams(platform, 'P-COLO829');
    await platform.post(sample('colo-829.report.json'));
    await platform.quiet();
  }, 60_000);
  afterAll(() => platform.close());

  const upload = async (document: unknown, role = 'curator') => {
    const response = await fetch(`${platform.running.url}/knowledge/releases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.token(role)}`, 'content-type': 'application/json' },
      body: typeof document === 'string' ? document : JSON.stringify(document),
    });
    return {
      status: response.status,
      body: (await response.json()) as { contentHash?: string; known?: boolean; message?: string },
    };
  };
  const activate = async (hash: string, role = 'curator') =>
    platform.query<{ activateKnowledge: boolean }>(
      platform.token(role),
      `mutation ($hash: ID!) { activateKnowledge(contentHash: $hash) }`,
      { hash },
    );
  const options = async () => {
    const { data } = await platform.query<Cases>(platform.token('referrer', 'university-hospital'), list);
    return data?.cases.edges[0]?.node.therapyOptions ?? [];
  };
  const offered = async () => (await options()).find(({ drugs }) => drugs.includes('examplinib'));
  const known = async () => {
    const { data } = await platform.query<{ knowledgeReleases: { contentHash: string; active: boolean }[] }>(
      platform.token('referrer'),
      `{ knowledgeReleases { contentHash active } }`,
    );
    return data?.knowledgeReleases ?? [];
  };

  it('changes nothing until it is activated, then every case is interpreted anew', async () => {
    const sent = await upload(release('example-2026.05', 'It works.'));
    expect(sent).toMatchObject({ status: 201, body: { known: false } });
    expect(await offered()).toBeUndefined();
    expect((await activate(sent.body.contentHash ?? '')).data).toEqual({ activateKnowledge: true });
    const option = await eventually('the option of the new release', offered);
    expect(option.explanation.release).toBe('consilium-2026.11 + example-2026.05');
    expect(option.explanation.evidence.map(({ id }) => id)).toEqual(['EX 1']);
  });

  it('is known by its content: the same release sent twice changes nothing', async () => {
    const before = await known();
    expect(await upload(release('example-2026.05', 'It works.'))).toMatchObject({ body: { known: true } });
    expect(await known()).toEqual(before);
  });

  it('is replaced by the next release of its source, and the case follows', async () => {
    const next = await upload(release('example-2026.06', 'It works well.'));
    await activate(next.body.contentHash ?? '');
    await eventually('the next release on the case', async () =>
      (await offered())?.explanation.release === 'consilium-2026.11 + example-2026.06' ? true : undefined,
    );
    expect((await known()).filter(({ active }) => active)).toHaveLength(2);
  });

  it('says what another release says differently', async () => {
    const [one, two] = await Promise.all([
      upload(release('example-2026.05', 'It works.')),
      upload(release('example-2026.06', 'It works well.')),
    ]);
    const { data } = await platform.query(
      platform.token('curator'),
      `query ($from: ID!, $to: ID!) {
         knowledgeComparison(from: $from, to: $to) { added removed changed { id members } unchanged }
       }`,
      { from: one.body.contentHash, to: two.body.contentHash },
    );
    expect(data).toEqual({
      knowledgeComparison: {
        added: [],
        removed: [],
        changed: [{ id: 'EX 1', members: ['statement'] }],
        unchanged: 1,
      },
    });
  });

  it.each<[string, unknown, string]>([
    ['half a document', '{"name": "exam', 'not JSON'],
    [
      'the product speaking for itself',
      { ...release('example-2026.07', 'x'), source: 'consilium' },
      '/source',
    ],
    [
      'an unknown tumour type',
      {
        ...release('example-2026.07', 'x'),
        evidence: [{ ...release('e', 'x').evidence[0], tumourTypes: ['NOPE'] }],
      },
      '«NOPE» is not an OncoTree code',
    ],
    [
      'a member nobody knows',
      { ...release('example-2026.07', 'x'), surprise: true },
      'must NOT have additional',
    ],
    [
      'a therapy without a drug',
      {
        ...release('example-2026.07', 'x'),
        evidence: [{ ...release('e', 'x').evidence[0], therapy: { drugs: [] } }],
      },
      'names no drug',
    ],
  ])('refuses %s, and leaves what is active as it was', async (_, document, message) => {
    const before = await known();
    const refused = await upload(document);
    expect(refused.status).toBe(422);
    expect(refused.body.message).toContain(message);
    expect(await known()).toEqual(before);
  });

  it('is put into use by curators and administrators only', async () => {
    const { errors } = await activate('0'.repeat(64), 'referrer');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await upload(release('example-2026.08', 'x'), 'referrer')).status).toBe(403);
  });

  it('is taken out of use again, its statements with it', async () => {
    await platform.query(
      platform.token('administrator'),
      `mutation { deactivateKnowledge(source: "example-source") }`,
    );
    await eventually('the option to be gone', async () =>
      (await offered()) === undefined ? true : undefined,
    );
  });
});
