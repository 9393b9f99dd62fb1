import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@consilium/platform-persistence';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { boardPeople } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

interface Sent {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: {
    readonly data?: {
      readonly answer: { readonly work?: { version: number }; readonly problem?: { code: string } };
    };
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
}

const markUrgent = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  answer: markUrgent(case: $id, expectedVersion: $version, reason: $reason) {
    ... on Case { patient work { version } } ... on CaseRefused { problem { code } } } }`;

describe('a mutation sent again with the same key', () => {
  let platform: Platform;
  let owner: Database;
  let id = '';
  let version = 0;
  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-23T12:00:00Z'));
    await sendCareTeams(platform, 'P-H1975');
    owner = await Database.connect(platform.running.ownerUrl, [], { poolSize: 1 });
    await platform.post(sample('nci-h1975.report.json'));
    id = (await eventually('the case to open', () => boardPeople(platform).caseOf('P-H1975'))).id;
  }, 60_000);
  afterAll(async () => {
    await owner.close();
    await platform.close();
  });

  const send = async (key: string | undefined, variables: object = {}, role = 'referrer'): Promise<Sent> => {
    const response = await fetch(`${platform.running.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.token(role)}`,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify({ query: markUrgent, variables: { id, version, reason: 'Soon.', ...variables } }),
    });
    return {
      status: response.status,
      replayed: response.headers.get('idempotency-replayed') === 'true',
      body: (await response.json()) as Sent['body'],
    };
  };
  const stepsTaken = (): Promise<number> =>
    platform.running.database.transaction('every-hospital', async (tx) => {
      const rows: unknown[] = await tx.query(`SELECT 1 FROM board.case_journal WHERE case_id = $1`, [id]);
      return rows.length;
    });
  const codeOf = ({ body }: Sent) => body.errors?.[0]?.extensions.code ?? body.data?.answer.problem?.code;
  /** Sends from now on name the version that stands. */
  const goOn = async () => {
    version = await stepsTaken();
  };

  it('has the same answer, and is done once', async () => {
    const key = randomUUID();
    const [first, again] = [await send(key), await send(key)];
    expect(first.body.data?.answer).toEqual({ patient: 'P-H1975', work: { version: 1 } });
    expect([again.status, again.replayed, again.body]).toEqual([200, true, first.body]);
    expect(first.replayed).toBe(false);
    expect(await stepsTaken()).toBe(1);
    expect(codeOf(await send(undefined))).toBe('BOARD.STALE_CASE');
    await goOn();
  });

  it('is done once when ten arrive together', async () => {
    const key = randomUUID();
    const before = await stepsTaken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(key)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await stepsTaken()).toBe(before + 1);
    await goOn();
  });

  it('is refused where the key came with another request, and is another person’s own', async () => {
    const key = randomUUID();
    await send(key);
    const other = await send(key, { reason: 'Another.' });
    expect([other.status, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    await goOn();
    const chair = await send(key, { reason: 'Another.' }, 'chair');
    expect(chair.body.data?.answer.work?.version).toBe(version + 1);
    await goOn();
  });

  it('is refused with a key that is none', async () => {
    for (const key of ['short', 'with a space', 'x'.repeat(201)])
      expect(codeOf(await send(key))).toBe('BAD_USER_INPUT');
  });

  it('is done when the first try met a fault', async () => {
    const key = randomUUID();
    await owner.source.query(`ALTER TABLE board.case_journal RENAME TO case_journal_away`);
    expect(codeOf(await send(key))).toBe('INTERNAL_SERVER_ERROR');
    await owner.source.query(`ALTER TABLE board.case_journal_away RENAME TO case_journal`);
    expect((await send(key)).body.data?.answer.work?.version).toBe(version + 1);
    await goOn();
  });

  it('waits for a server that died with it, and is then decided on anew', async () => {
    const key = randomUUID();
    await send(key);
    await owner.source.query(`UPDATE idempotency.request SET answer = NULL`);
    const early = await send(key);
    expect([early.status, codeOf(early)]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
    await owner.source.query(`UPDATE idempotency.request SET held_until = now() - interval '1 second'`);
    expect(codeOf(await send(key))).toBe('BOARD.STALE_CASE');
    await goOn();
  }, 30_000);

  it('leaves nothing in the database that can be read, and for no more than a day', async () => {
    await send(randomUUID());
    const rows: { answer: Buffer; hours: number }[] = await owner.source.query(
      `SELECT answer, round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours
       FROM idempotency.request WHERE answer IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { answer, hours } of rows) {
      expect(answer.toString('latin1')).not.toMatch(/P-H1975|version/);
      expect(hours).toBe(24);
    }
  });
});
