import type { Database } from '@consilium/platform-persistence';
import type { RequestSecret } from './request-secret.js';
import { claimRequest, findRequest } from './request.store.js';

/** What becomes of a request with a key. */
export type TakenUp =
  /** It is ours to do. */
  | { readonly kind: 'claimed'; readonly claim: string }
  | { readonly kind: 'answered'; readonly answer: string }
  /** The key was used for another request. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'in-progress' };

/** How long to wait for another that does the same, and how often to look, in milliseconds. */
const longestWait = 10_000;
const lookEvery = 50;

/** Takes a request up, or waits for whoever has. */
export async function takeUpRequest(
  database: Database,
  secret: RequestSecret,
  request: string,
): Promise<TakenUp> {
  const fingerprint = secret.fingerprintOf(request);
  const end = performance.now() + longestWait;
  for (;;) {
    const claim = await claimRequest(database, secret.id, fingerprint);
    if (claim !== undefined) return { kind: 'claimed', claim };
    const known = await findRequest(database, secret.id);
    if (known !== undefined) {
      if (!known.fingerprint.equals(fingerprint)) return { kind: 'reused' };
      if (known.answer !== null) return { kind: 'answered', answer: secret.decrypt(known.answer) };
      if (performance.now() > end) return { kind: 'in-progress' };
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }
}
