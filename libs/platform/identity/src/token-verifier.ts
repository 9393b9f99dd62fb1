import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { ownClaims, readPrincipal, type ClaimsMapping } from './claims.js';
import { IssuerKeys, type KeyTimes } from './issuer-keys.js';
import type { Principal } from './principal.js';
import { VerifiedTokens } from './verified-tokens.js';

export interface VerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The keys themselves. Absent: those the issuer has. */
  readonly jwks?: JSONWebKeySet;
  /** Where the keys are. Absent: where the issuer says. */
  readonly jwksUrl?: string;
  readonly claims?: ClaimsMapping;
  readonly times?: Partial<KeyTimes>;
}

/** Algorithms accepted; a token cannot choose a weaker one. */
const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'];
const longestToken = 16_000;
/** By how much clocks may differ, in seconds. */
const clockTolerance = 5;

/** Checks signed tokens and reads the principal out of them. */
export class TokenVerifier {
  private readonly find: JWTVerifyGetKey;
  private readonly issuerKeys: IssuerKeys | undefined;
  private readonly verified = new VerifiedTokens();

  constructor(private readonly options: VerifierOptions) {
    const { issuer, jwks, jwksUrl, times } = options;
    this.issuerKeys = jwks === undefined ? new IssuerKeys(issuer, jwksUrl, times) : undefined;
    this.find = this.issuerKeys?.find ?? createLocalJWKSet(jwks ?? { keys: [] });
  }

  /** Undefined for a token that is not valid now, for whatever reason: callers learn no more. */
  async verify(token: string): Promise<Principal | undefined> {
    if (token.length > longestToken) return undefined;
    const now = Date.now();
    const known = this.verified.find(token, now);
    if (known !== undefined) return known;
    try {
      const { issuer, audience, claims = ownClaims } = this.options;
      const { payload } = await jwtVerify(token, this.find, {
        issuer,
        audience,
        algorithms,
        clockTolerance,
        requiredClaims: ['exp', 'sub'],
      });
      const principal = readPrincipal(payload, claims);
      if (principal !== undefined && payload.exp !== undefined)
        this.verified.keep(token, principal, payload.exp * 1000, now);
      return principal;
    } catch {
      return undefined;
    }
  }

  /** Whether tokens can be checked: false while the issuer never answered. */
  ready(): Promise<boolean> {
    return this.issuerKeys?.ready() ?? Promise.resolve(true);
  }
}
