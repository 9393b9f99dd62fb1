import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.js';

/** What the first seal follows. */
export const chainBeginning: Uint8Array = new Uint8Array(32);

/**
 * The bytes of an entry that its seal covers: a JSON array without spaces, UTF-8, the members of the target by name.
 * Anybody can make them again with the means of any language. They may never change: a new form is a new first element.
 */
export function canonicalEntry(entry: AuditEntry): string {
  const { id, at, actor, role, hospital, subjectDigest, action, operation, target, reason, correlation } =
    entry;
  const digest = subjectDigest === null ? null : hexOf(subjectDigest);
  return JSON.stringify([
    'consilium.audit.1',
    id,
    at,
    actor,
    role,
    hospital,
    digest,
    action,
    operation,
    inOrder(target),
    reason,
    correlation,
  ]);
}

/** One step of the chain: SHA-256 of the hash before and the entry's canonical bytes. */
export const nextHash = (previous: Uint8Array, entry: AuditEntry): Buffer =>
  createHash('sha256').update(previous).update(canonicalEntry(entry), 'utf8').digest();

const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

function inOrder(value: unknown): unknown {
  // Of no entry of ours, and it may not pass for one.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  // As pairs: an object would put names that look like numbers first.
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
