import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** Times, in milliseconds. */
export interface KeyTimes {
  /** How long the issuer may take to answer. */
  readonly timeout: number;
  /** At least this long between two questions. */
  readonly cooldown: number;
  /** After this long keys are asked for again, while the known ones serve. */
  readonly refreshAfter: number;
  /** How long known keys serve when the issuer does not answer. */
  readonly keepFor: number;
}

const usualTimes: KeyTimes = {
  timeout: 5_000,
  cooldown: 30_000,
  refreshAfter: 10 * 60_000,
  keepFor: 24 * 3_600_000,
};

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/**
 * The keys of an OpenID Connect issuer, from where it says they are, or from an address that is given. A token with an
 * unknown key makes it look again. When the issuer is away, the keys it had serve for a day.
 */
export class IssuerKeys {
  private keys: RemoteKeys | undefined;
  private looking: Promise<RemoteKeys> | undefined;
  private refreshing: Promise<void> | undefined;
  private fetchedAt = -Infinity;
  private failedAt = -Infinity;
  private readonly times: KeyTimes;

  constructor(
    private readonly issuer: string,
    private readonly jwksUrl: string | undefined,
    times: Partial<KeyTimes> = {},
  ) {
    this.times = { ...usualTimes, ...times };
    requireSecure(jwksUrl ?? issuer);
  }

  readonly find: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.current();
    return keys(header, token);
  };

  /** Whether tokens can be checked now. */
  async ready(): Promise<boolean> {
    return this.current().then(
      () => true,
      () => false,
    );
  }

  private async current(): Promise<RemoteKeys> {
    const { keys } = this;
    if (keys === undefined) return this.look();
    const age = Date.now() - this.fetchedAt;
    if (age > this.times.keepFor) await this.refresh(keys);
    else if (age > this.times.refreshAfter) this.refresh(keys).catch(() => undefined);
    return keys;
  }

  private look(): Promise<RemoteKeys> {
    if (Date.now() - this.failedAt < this.times.cooldown)
      return Promise.reject(new Error('The token issuer did not answer a moment ago.'));
    this.looking ??= this.fetchFirst().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async fetchFirst(): Promise<RemoteKeys> {
    try {
      const url = new URL(this.jwksUrl ?? (await discover(this.issuer, this.times.timeout)));
      const { timeout: timeoutDuration, cooldown: cooldownDuration } = this.times;
      // When to ask anew is decided here, so that an issuer that is away makes no known key useless.
      const keys = createRemoteJWKSet(url, { timeoutDuration, cooldownDuration, cacheMaxAge: Infinity });
      await keys.reload();
      this.fetchedAt = Date.now();
      this.keys = keys;
      return keys;
    } catch (fault) {
      this.failedAt = Date.now();
      throw fault;
    }
  }

  private async refresh(keys: RemoteKeys): Promise<void> {
    if (Date.now() - this.failedAt < this.times.cooldown)
      throw new Error('The token issuer does not answer.');
    this.refreshing ??= keys
      .reload()
      .then(
        () => {
          this.fetchedAt = Date.now();
        },
        (fault: unknown) => {
          this.failedAt = Date.now();
          throw fault;
        },
      )
      .finally(() => {
        this.refreshing = undefined;
      });
    await this.refreshing;
  }
}

async function discover(issuer: string, timeout: number): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The token issuer answered ${String(response.status)}.`);
  const told = (await response.json()) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  if (told.issuer !== issuer)
    throw new Error('The token issuer calls itself otherwise than CONSILIUM_ISSUER.');
  if (typeof told.jwks_uri !== 'string') throw new Error('The token issuer does not say where its keys are.');
  requireSecure(told.jwks_uri);
  return told.jwks_uri;
}

/** Keys that somebody on the way could exchange are none: https, but on this machine itself. */
function requireSecure(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLocal))
    throw new Error('The token issuer and its keys must be at an https address.');
}
