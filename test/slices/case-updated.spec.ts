import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { sendCareTeams } from '../support/care-teams.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

interface Update {
  readonly caseUpdated: { readonly patient: string; readonly revision: number; readonly hospital: string };
}

const caseUpdated = 'subscription { caseUpdated { patient revision hospital } }';

describe('the subscription caseUpdated', () => {
  let platform: Platform;
  const clients: Client[] = [];
  beforeAll(async () => {
    platform = await startPlatform();
    await sendCareTeams(platform, 'P-COLO829', 'P-OV-BRCA1');
  }, 60_000);
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await platform.close();
  });

  const subscribe = (token: string, query = caseUpdated) => {
    const client = createClient({
      url: `${platform.running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    clients.push(client);
    return client.iterate<Update>({ query });
  };
  /** Long enough for the server to have begun to listen. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

  it('tells of a case when it is opened and when its meaning arrives', async () => {
    const updates = subscribe(platform.token('referrer', 'university-hospital'));
    const first = updates.next();
    await settle();
    await platform.post(sample('colo-829.report.json'));
    const seen = [await first, await updates.next()].map(
      ({ value }) => (value as { data: Update }).data.caseUpdated,
    );
    expect(seen.map(({ patient }) => patient)).toEqual(['P-COLO829', 'P-COLO829']);
    expect(seen[1]?.revision).toBe(2);
  });

  it("tells nobody of another hospital's case", async () => {
    const updates = subscribe(platform.token('referrer', 'university-hospital'));
    const first = updates.next();
    await settle();
    await platform.post(sample('secretory-ntrk3.report.json'));
    await platform.post(sample('ovarian-brca1.report.json'));
    const { value } = await first;
    expect((value as { data: Update }).data.caseUpdated.hospital).toBe('university-hospital');
  });

  it('writes into the audit journal what it told to whom', async () => {
    const updates = subscribe(platform.token('chair'));
    const first = updates.next();
    await settle();
    await platform.post(sample('colorectal-msi-high.report.json'));
    await first;
    const entries: unknown[] = await platform.running.database.transaction('every-hospital', (tx) =>
      tx.query(`SELECT subject FROM audit.entry WHERE operation = 'caseUpdated' AND role = 'chair'`),
    );
    expect(entries.length).toBeGreaterThan(0);
  });

  it.each(['{ cases(first: 1) { edges { node { id } } } }', 'mutation { stopTrialSweep }'])(
    'is all a socket may ask: %s is refused',
    async (query) => {
      const asked = subscribe(platform.token('administrator'), query).next();
      await expect(asked).rejects.toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    },
  );

  it('lets nobody listen without a valid token', async () => {
    await expect(subscribe('nonsense').next()).rejects.toMatchObject({ code: 4403 });
  });
});
