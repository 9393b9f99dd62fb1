import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import { CreateIdempotency1764300000000 } from './migrations/1764300000000-create-idempotency.js';
import { claimRequest, findRequest, forgetRequests, keepAnswer, releaseRequest } from './request.store.js';

const [fingerprint, answer] = [randomBytes(32), Buffer.from('answer')];

describe('requests that may come again', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase([CreateIdempotency1764300000000]);
  }, 60_000);
  afterAll(() => test.close());

  const claimed = async (id: Buffer) => {
    const claim = await claimRequest(test.database, id, fingerprint);
    if (claim === undefined) throw new Error('Somebody holds it.');
    return claim;
  };

  it('are held by one, until they are answered or released', async () => {
    const id = randomBytes(32);
    const claim = await claimed(id);
    expect(await claimRequest(test.database, id, fingerprint)).toBeUndefined();
    await keepAnswer(test.database, claim, id, answer);
    expect(await claimRequest(test.database, id, fingerprint)).toBeUndefined();
    expect(await findRequest(test.database, id)).toEqual({ fingerprint, answer });
    await releaseRequest(test.database, claim, id);
    expect(await findRequest(test.database, id)).toBeUndefined();
  });

  it('keep no answer of one who was thought dead', async () => {
    const id = randomBytes(32);
    const late = await claimed(id);
    await test.owner.source.query(`UPDATE idempotency.request SET held_until = now() - interval '1 s'`);
    await claimed(id);
    await keepAnswer(test.database, late, id, answer);
    expect(await findRequest(test.database, id)).toEqual({ fingerprint, answer: null });
  });

  it('are forgotten after their day', async () => {
    const id = randomBytes(32);
    await keepAnswer(test.database, await claimed(id), id, answer);
    await test.owner.source.query(
      `UPDATE idempotency.request SET expires_at = now() - interval '1 s' WHERE id = $1`,
      [id],
    );
    expect(await findRequest(test.database, id)).toBeUndefined();
    await forgetRequests(test.database);
    const left: unknown[] = await test.owner.source.query(`SELECT 1 FROM idempotency.request WHERE id = $1`, [
      id,
    ]);
    expect(left).toEqual([]);
  });
});
