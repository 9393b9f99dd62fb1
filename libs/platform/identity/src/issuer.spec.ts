import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { TokenVerifier, type VerifierOptions } from './index.js';
import { startTestIssuer, type TestIssuer } from '@consilium/platform-testing';

const chair = { role: 'chair', hospitals: ['university-hospital'], name: 'Elif' };
const now = () => Math.floor(Date.now() / 1000);

describe('an OpenID Connect issuer', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await startTestIssuer();
  });
  afterAll(() => issuer.close());
  const verifier = (more: Partial<VerifierOptions> = {}) =>
    new TokenVerifier({ issuer: issuer.url, audience: 'consilium', times: { cooldown: 0 }, ...more });

  it('is asked where its keys are, and for them once', async () => {
    const sut = verifier();
    const before = issuer.asked();
    for (const name of ['Elif', 'Finn', 'Grace'])
      expect(await sut.verify(await issuer.sign({ ...chair, name }))).toMatchObject({ name, role: 'chair' });
    expect(issuer.asked()).toBe(before + 1);
  });

  it('may have its keys at an address that is given', async () => {
    const sut = verifier({ jwksUrl: `${issuer.url}/keys` });
    expect(await sut.verify(await issuer.sign(chair))).toMatchObject({ id: 'ada' });
  });

  it('changes its keys and is asked anew', async () => {
    const sut = verifier();
    const old = await issuer.sign({ ...chair, name: 'not seen before' });
    await sut.verify(await issuer.sign(chair));
    await issuer.rotate();
    expect(await sut.verify(await issuer.sign(chair))).toBeDefined();
    expect(await sut.verify(old)).toBeUndefined();
  });

  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    'for another audience': () => issuer.sign(chair, { audience: 'other' }),
    'of another issuer': () => issuer.sign(chair, { issuer: 'https://issuer.example' }),
    'without a signature': () =>
      new UnsecuredJWT(chair)
        .setIssuer(issuer.url)
        .setAudience('consilium')
        .setSubject('x')
        .setExpirationTime('1h')
        .encode(),
    'signed with the public key as a password': () =>
      new SignJWT(chair)
        .setProtectedHeader({ alg: 'HS256', kid: issuer.publicKey().kid ?? '' })
        .setIssuer(issuer.url)
        .setAudience('consilium')
        .setSubject('x')
        .setExpirationTime('1h')
        .sign(createSecretKey(Buffer.from(JSON.stringify(issuer.publicKey())))),
    'whose time is over': () => issuer.sign(chair, { times: { exp: now() - 60 } }),
    'whose time has not come': () => issuer.sign(chair, { times: { nbf: now() + 60 } }),
    'without an end': () => issuer.sign(chair, { times: { exp: undefined } }),
    'of nobody': () => issuer.sign(chair, { times: { sub: undefined } }),
    'without a hospital': () => issuer.sign({ ...chair, hospitals: [] }),
    'with a hospital that is every hospital': () => issuer.sign({ ...chair, hospitals: ['*'] }),
    'with two roles': () => issuer.sign({ ...chair, role: ['chair', 'curator'] }),
    'with a role that is none': () => issuer.sign({ ...chair, role: 'king' }),
    'of enormous size': () => issuer.sign({ ...chair, more: 'x'.repeat(20_000) }),
  };

  it.each(Object.entries(forged))('vouches for no token %s', async (_, make) => {
    expect(await verifier().verify(await make())).toBeUndefined();
  });

  it('that is away leaves what is known to work, and says that nothing is known', async () => {
    const sut = verifier({ times: { cooldown: 0, refreshAfter: 0 } });
    await sut.verify(await issuer.sign(chair));
    issuer.goAway();
    try {
      expect(await sut.verify(await issuer.sign({ ...chair, name: 'new' }))).toMatchObject({ name: 'new' });
      expect(await sut.ready()).toBe(true);
      const fresh = verifier();
      expect(await fresh.ready()).toBe(false);
      expect(await fresh.verify(await issuer.sign(chair))).toBeUndefined();
      issuer.comeBack();
      expect(await fresh.ready()).toBe(true);
    } finally {
      issuer.comeBack();
    }
  });

  it('that is away for too long vouches for nothing', async () => {
    const sut = verifier({ times: { cooldown: 0, refreshAfter: 0, keepFor: 0 } });
    await sut.verify(await issuer.sign(chair));
    issuer.goAway();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await sut.verify(await issuer.sign({ ...chair, name: 'later' }))).toBeUndefined();
    issuer.comeBack();
  });

  it('that calls itself otherwise is not trusted, nor one without https', async () => {
    const other = await startTestIssuer('https://issuer.example');
    const sut = new TokenVerifier({ issuer: other.url, audience: 'consilium' });
    expect(await sut.ready()).toBe(false);
    await other.close();
    expect(() => new TokenVerifier({ issuer: 'http://issuer.example', audience: 'consilium' })).toThrow(
      /https/,
    );
  });

  it('may name roles and hospitals in its own words', async () => {
    const sut = verifier({
      claims: {
        role: 'realm_access.roles',
        hospitals: 'https://hospitals.example/codes',
        roleMap: { 'mtb-chair': 'chair', 'mtb-curator': 'curator' },
        hospitalMap: { '/sites/uh': 'university-hospital' },
      },
    });
    const ask = async (roles: unknown, codes: unknown = ['/sites/uh', '/sites/elsewhere']) =>
      sut.verify(
        await issuer.sign({
          realm_access: { roles },
          'https://hospitals.example/codes': codes,
        }),
      );
    expect(await ask(['offline_access', 'mtb-chair'])).toMatchObject({
      role: 'chair',
      hospitals: ['university-hospital'],
    });
    expect(await ask(['mtb-chair', 'mtb-curator'])).toBeUndefined();
    // Our own words are none of the issuer's.
    expect(await ask(['chair'])).toBeUndefined();
    expect(await ask(['constructor'])).toBeUndefined();
    expect(await ask(['mtb-chair'], ['/sites/elsewhere'])).toBeUndefined();
  });

  it('has its token believed for no longer than it says', async () => {
    const sut = verifier();
    const token = await issuer.sign(chair, { times: { exp: now() - 3 } });
    expect(await sut.verify(token)).toBeDefined();
    const short = await issuer.sign(chair, { times: { exp: now() - 4 } });
    expect(await sut.verify(short)).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await sut.verify(short)).toBeUndefined();
  });
});
