import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createDevelopmentIdentity, TokenVerifier } from './index.js';

const folder = () => mkdtempSync(join(tmpdir(), 'identity-'));

describe(TokenVerifier.name, () => {
  it('knows a development user by the token', async () => {
    const { users, verifier } = await createDevelopmentIdentity(folder(), false);
    const [first] = users;
    expect(await new TokenVerifier(verifier).verify(first?.token ?? '')).toMatchObject({
      role: 'referrer',
      hospitals: ['university-hospital'],
    });
  });

  it.each([
    ['referrer', ['person:x']],
    ['board-member', ['person:x', 'board']],
    ['chair', undefined],
    ['auditor', undefined],
  ] as const)('says what a %s holds access to patients by', async (role, holders) => {
    const people = [{ id: 'x', name: 'X', role, hospitals: ['h'] }];
    const { users, verifier } = await createDevelopmentIdentity(folder(), false, people);
    const principal = await new TokenVerifier(verifier).verify(users[0]?.token ?? '');
    expect(principal).toMatchObject({ id: 'x', role });
    expect(principal?.holders).toEqual(holders);
  });

  it('refuses a name that would read as several holders of access', async () => {
    const people = [{ id: 'x\u001fboard', name: 'X', role: 'referrer', hospitals: ['h'] } as const];
    const { users, verifier } = await createDevelopmentIdentity(folder(), false, people);
    expect(await new TokenVerifier(verifier).verify(users[0]?.token ?? '')).toBeUndefined();
  });

  it('refuses a token signed elsewhere, a changed one and nonsense', async () => {
    const here = await createDevelopmentIdentity(folder(), false);
    const elsewhere = await createDevelopmentIdentity(folder(), false);
    const verifier = new TokenVerifier(here.verifier);
    const token = here.users[0]?.token ?? '';
    const [header, , signature] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ sub: 'x', role: 'administrator', hospitals: ['*'], exp: 9e9 }),
    ).toString('base64url');
    expect(await verifier.verify(elsewhere.users[0]?.token ?? '')).toBeUndefined();
    expect(await verifier.verify(`${header ?? ''}.${forged}.${signature ?? ''}`)).toBeUndefined();
    expect(await verifier.verify('nonsense')).toBeUndefined();
  });
});

describe(createDevelopmentIdentity.name, () => {
  it('cannot exist in production', async () => {
    await expect(createDevelopmentIdentity(folder(), true)).rejects.toThrow(/production/);
  });
});
