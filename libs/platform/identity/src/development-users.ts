import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Principal } from './principal.js';
import type { VerifierOptions } from './token-verifier.js';

export interface DevelopmentUser extends Principal {
  readonly token: string;
}

const issuer = 'urn:consilium:development';
const audience = 'consilium';

/** Without an id: one made of role and hospitals. */
export type DevelopmentPerson = Omit<Principal, 'id'> & Partial<Pick<Principal, 'id'>>;

const standing: readonly DevelopmentPerson[] = [
  { name: 'Ada (oncologist)', role: 'referrer', hospitals: ['university-hospital'] },
  { name: 'Ben (coordinator)', role: 'coordinator', hospitals: ['university-hospital'] },
  { name: 'Chen (molecular pathologist)', role: 'molecular-pathologist', hospitals: ['university-hospital'] },
  { name: 'Hana (curator)', role: 'curator', hospitals: ['university-hospital'] },
  { name: 'Jana (pharmacist)', role: 'pharmacist', hospitals: ['university-hospital'] },
  { name: 'Ivo (second reviewer)', role: 'second-reviewer', hospitals: ['university-hospital'] },
  { name: 'Dana (trial coordinator)', role: 'trial-coordinator', hospitals: ['university-hospital'] },
  { name: 'Elif (chair)', role: 'chair', hospitals: ['university-hospital', 'city-hospital'] },
  { name: 'Finn (oncologist, city hospital)', role: 'referrer', hospitals: ['city-hospital'] },
  { name: 'Sequencing laboratory', role: 'lab', hospitals: ['university-hospital', 'city-hospital'] },
  {
    name: 'Grace (administrator)',
    role: 'administrator',
    hospitals: ['university-hospital', 'city-hospital'],
  },
];

export interface DevelopmentIdentity {
  readonly verifier: VerifierOptions;
  readonly users: readonly DevelopmentUser[];
}

/**
 * Users to try the product with, whose tokens are signed by a key made on this machine; tests name people of their own.
 * Throws in production: there, nothing can sign them and nothing accepts them.
 */
export async function createDevelopmentIdentity(
  dataDir: string,
  production: boolean,
  people: readonly DevelopmentPerson[] = standing,
): Promise<DevelopmentIdentity> {
  if (production) throw new Error('Development users cannot exist in production.');
  const jwk = await developmentKey(join(dataDir, 'development-key.json'));
  const key = await importJWK(jwk, 'EdDSA');
  const users = await Promise.all(
    people.map(async (person) => {
      const { id = `dev:${person.role}:${person.hospitals.join('+')}` } = person;
      const token = await new SignJWT({
        name: person.name,
        role: person.role,
        hospitals: [...person.hospitals],
      })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setSubject(id)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('30d')
        .sign(key);
      return { ...person, id, token };
    }),
  );
  const { d: _secret, ...publicKey } = jwk;
  return { verifier: { jwks: { keys: [publicKey] }, issuer, audience }, users };
}

async function developmentKey(file: string): Promise<JWK> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as JWK;
}
