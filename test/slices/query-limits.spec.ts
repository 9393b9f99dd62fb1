import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startPlatform, type Platform } from '../support/consilium.js';

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, at) => `a${String(at)}: ${field}`).join(' ');
const dear = `{ ${aliases(12, 'trialFeasibility(trial: "x") { __typename }')} }`;

/** Queries that ask for too much, and what is said of each. */
const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['a thousand aliases', `{ ${aliases(1000, 'boards { id }')} }`, /tokens|root fields/],
  ['thirty aliases', `{ ${aliases(30, 'boards { id }')} }`, /asks for 30 root fields; allowed are 20/],
  ['dear questions', dear, /costs 12,\d+ points; allowed are 10,000/],
  [
    'a huge page of everything',
    `{ cases(first: 100) { edges { node { ${aliases(30, 'journal { step }')} } } } }`,
    /points/,
  ],
  ['a long text', `{ boards { id } } # ${'x'.repeat(60_000)}`, /60,\d+ characters; allowed are 50,000/],
  ['very many tokens', `{ boards { ${'id '.repeat(5000)} } }`, /more than 4,000 tokens; allowed are 4,000/],
];

describe('how much may be asked', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  const post = async (body: unknown, init: RequestInit = {}) => {
    const response = await fetch(`${platform.running.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.token('chair')}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...init,
    });
    return {
      status: response.status,
      body: (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] },
    };
  };

  it.each(hostile)('refuses %s before anything of it runs', async (_, query, said) => {
    const { status, body } = await post({ query });
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.[0]?.message).toMatch(said);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_COSTLY' });
    expect(status).toBe(400);
  });

  it('refuses fragments that go round, and batches', async () => {
    const round =
      '{ cases { ...a } } fragment a on CaseConnection { ...b } fragment b on CaseConnection { ...a }';
    expect((await post({ query: round })).body.errors?.[0]?.message).toMatch(/within itself/);
    const batch = [{ query: '{ boards { id } }' }, { query: '{ boards { id } }' }];
    expect((await post(batch)).body.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
  });

  it('takes no query in an address', async () => {
    const response = await fetch(`${platform.running.url}/graphql?query={boards{id}}`, {
      headers: { authorization: `Bearer ${platform.token('chair')}`, 'apollo-require-preflight': 'yes' },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each([
    ['too many fields', `subscription { caseUpdated { ${aliases(1100, 'id')} } }`, /fields|tokens/],
    ['too dear', `subscription { caseUpdated { ${aliases(450, 'journal { step }')} } }`, /points|tokens/],
    ['not in the schema', `subscription { caseUpdated { nothing } }`, /Cannot query field/],
  ])('holds for a subscription over a socket too: %s', async (_, query, said) => {
    const client = createClient({
      url: `${platform.running.url.replace('http', 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${platform.token('chair')}` },
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const refused = await new Promise<unknown>((resolve) => {
      client.subscribe(
        { query },
        {
          next: resolve,
          error: resolve,
          complete: () => {
            resolve('complete');
          },
        },
      );
    });
    await client.dispose();
    expect(JSON.stringify(refused)).toMatch(said);
  });
});
