import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendCareTeams } from '../support/care-teams.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

const list = `{ cases(first: 100) { edges { node { id patient hospital profiles { id } therapyOptions { drugs } } } pageInfo { hasNextPage endCursor } } }`;
interface List {
  readonly cases: { readonly edges: { readonly node: { readonly id: string; readonly hospital: string } }[] };
}

describe('who sees what', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
    await sendCareTeams(platform, 'P-COLO829', 'P-CRC-MSI', 'P-SC-NTRK3');
    for (const file of [
      'colo-829.report.json',
      'colorectal-msi-high.report.json',
      'secretory-ntrk3.report.json',
    ]) {
      await platform.post(sample(file));
    }
    await platform.quiet();
  }, 60_000);
  afterAll(() => platform.close());

  const hospitalsSeen = async (token: string): Promise<string[]> => {
    const { data } = await platform.query<List>(token, list);
    return [...new Set(data?.cases.edges.map(({ node }) => node.hospital))].sort();
  };

  it('shows a hospital its own patients only', async () => {
    expect(await hospitalsSeen(platform.token('referrer', 'university-hospital'))).toEqual([
      'university-hospital',
    ]);
    expect(await hospitalsSeen(platform.token('referrer', 'city-hospital'))).toEqual(['city-hospital']);
    expect(await hospitalsSeen(platform.token('chair'))).toEqual(['city-hospital', 'university-hospital']);
  });

  it("answers another hospital's case as if it did not exist", async () => {
    const { data } = await platform.query<List>(platform.token('referrer', 'city-hospital'), list);
    const id = data?.cases.edges[0]?.node.id;
    const ask = (token: string) =>
      platform.query<{ case: unknown }>(token, `query ($id: ID!) { case(id: $id) { id } }`, { id });
    expect((await ask(platform.token('referrer', 'city-hospital'))).data?.case).toEqual({ id });
    expect((await ask(platform.token('referrer', 'university-hospital'))).data?.case).toBeNull();
  });

  it('shows nothing at all to a transaction that names no hospital', async () => {
    const rows: unknown[] = await platform.running.database.source.query(`SELECT 1 FROM board.case_file`);
    expect(rows).toEqual([]);
  });

  it('lets no laboratory send for a hospital it does not serve', async () => {
    const report = sample('colo-829.report.json');
    report.id = 'foreign';
    report.data['hospital'] = 'another-hospital';
    expect((await platform.post(report)).status).toBe(403);
  });

  it('turns away no token, a wrong token, and roles without the right', async () => {
    const ask = async (token: string) => (await platform.query(token, list)).errors?.[0]?.extensions.code;
    expect(await ask('nonsense')).toBe('UNAUTHENTICATED');
    expect(await ask(platform.token('lab'))).toBe('FORBIDDEN');
    expect((await platform.post(sample('colo-829.report.json'), { token: 'nonsense' })).status).toBe(401);
    expect(
      (await platform.post(sample('colo-829.report.json'), { token: platform.token('chair') })).status,
    ).toBe(403);
  });

  it('runs the same number of SQL statements for a page of cases, whatever its size', async () => {
    const count = async (first: number): Promise<number> => {
      const statements = platform.countStatements();
      await platform.query(platform.token('chair'), list.replace('100', String(first)));
      return statements.stop();
    };
    const one = await count(1);
    expect(one).toBeGreaterThan(0);
    expect(await count(3)).toBe(one);
  });
});
