import { createHash } from 'node:crypto';
import type { Principal } from './principal.js';

const mostKept = 5_000;
/** A key that the issuer takes back counts for this long at most, in milliseconds. */
const longestKept = 60_000;

interface Kept {
  readonly principal: Principal;
  readonly until: number;
}

/** Tokens found valid, by their hash, for a minute and never past their end. */
export class VerifiedTokens {
  private readonly kept = new Map<string, Kept>();

  find(token: string, now: number): Principal | undefined {
    const hash = hashOf(token);
    const known = this.kept.get(hash);
    if (known === undefined) return undefined;
    if (known.until > now) return known.principal;
    this.kept.delete(hash);
    return undefined;
  }

  /** `end`: the token's own, in milliseconds. */
  keep(token: string, principal: Principal, end: number, now: number): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= mostKept && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(hashOf(token), { principal, until: Math.min(end, now + longestKept) });
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');
