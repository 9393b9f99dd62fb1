import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { roles, type Principal, type Role } from './principal.js';

export interface VerifierOptions {
  readonly jwks: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
}

/** Algorithms accepted; a token cannot choose a weaker one. */
const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'];

const mostRemembered = 1000;
/** Milliseconds. */
const rememberFor = 30_000;

/** Checks signed tokens and reads the principal out of them. */
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createLocalJWKSet>;
  private readonly verified = new Map<string, { readonly principal: Principal; readonly until: number }>();

  constructor(private readonly options: VerifierOptions) {
    this.keys = createLocalJWKSet(options.jwks);
  }

  /** Undefined for a token that is not valid now, for whatever reason: callers learn no more. */
  async verify(token: string): Promise<Principal | undefined> {
    const known = this.verified.get(token);
    if (known !== undefined && known.until > Date.now()) return known.principal;
    this.verified.delete(token);
    try {
      const { issuer, audience } = this.options;
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms,
        requiredClaims: ['exp', 'sub'],
      });
      const { role, hospitals, name } = payload;
      if (!isRole(role) || !isHospitalList(hospitals) || payload.sub === undefined) return undefined;
      const principal = {
        id: payload.sub,
        name: typeof name === 'string' ? name : payload.sub,
        role,
        hospitals,
      };
      this.remember(token, principal, payload.exp);
      return principal;
    } catch {
      return undefined;
    }
  }

  /** For a while, and never past its end: a key that is taken back counts no more soon after. */
  private remember(token: string, principal: Principal, end = 0): void {
    if (this.verified.size >= mostRemembered) this.verified.clear();
    this.verified.set(token, { principal, until: Math.min(end * 1000, Date.now() + rememberFor) });
  }
}

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** A hospital code never holds what the database's scope setting reads as "several" or "every". */
const isHospitalList = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.every((item) => typeof item === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/.test(item));
