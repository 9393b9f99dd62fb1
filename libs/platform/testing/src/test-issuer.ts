import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

interface IssuerKey {
  readonly kid: string;
  readonly secret: CryptoKey;
  readonly jwk: JWK;
}

export interface TestIssuer {
  readonly url: string;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  sign(
    claims: JWTPayload,
    changes?: { readonly audience?: string; readonly issuer?: string; readonly times?: object },
  ): Promise<string>;
  publicKey(): JWK;
  /** Signs with another key from now on, and shows it alone. */
  rotate(): Promise<void>;
  /** Keeps its address and answers nobody. */
  goAway(): void;
  comeBack(): void;
  close(): Promise<void>;
}

/** An OpenID Connect issuer on this machine, as far as a resource server sees of one. */
export async function startTestIssuer(named?: string): Promise<TestIssuer> {
  let key = await newKey('first');
  let asked = 0;
  let isAway = false;
  const server = createServer((request, response) => {
    if (isAway) {
      request.socket.destroy();
      return;
    }
    const found =
      request.url === '/.well-known/openid-configuration'
        ? { issuer: named ?? url, jwks_uri: `${url}/keys` }
        : { keys: [key.jwk] };
    if (request.url === '/keys') asked += 1;
    response
      .writeHead(200, { 'content-type': 'application/json', connection: 'close' })
      .end(JSON.stringify(found));
  });
  const url = await listen(server);
  return {
    url,
    asked: () => asked,
    sign: (claims, { audience = 'consilium', issuer = url, times = {} } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        sub: 'ada',
        iat: now,
        exp: now + 300,
        aud: audience,
        iss: issuer,
        ...claims,
        ...times,
      })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .sign(key.secret);
    },
    publicKey: () => key.jwk,
    rotate: async () => {
      key = await newKey(`after ${key.kid}`);
    },
    goAway: () => {
      isAway = true;
    },
    comeBack: () => {
      isAway = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function newKey(kid: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { kid, secret: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    });
  });
