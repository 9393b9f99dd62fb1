import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.js';

/** What the first seal follows: 32 bytes of zero. Hashes are hexadecimal text. */
export const chainBeginning = '0'.repeat(64);

/**
 * The bytes of an entry that its seal covers: a JSON array without spaces, UTF-8, the members of the target by name.
 * Anybody can make them again with the means of any language. They may never change: a new form is a new first element.
 */
export function canonicalEntry(entry: AuditEntry): string {
  const { id, at, actor, role, hospital, subjectDigest, action, operation, target, reason, correlation } =
    entry;
  return JSON.stringify([
    'consilium.audit.1',
    id,
    at,
    actor,
    role,
    hospital,
    subjectDigest,
    action,
    operation,
    inOrder(target),
    reason,
    correlation,
  ]);
}

/** One step of the chain: SHA-256 of the hash before, its 32 bytes, and the entry's canonical bytes. */
export const nextHash = (previous: string, entry: AuditEntry): string =>
  createHash('sha256').update(previous, 'hex').update(canonicalEntry(entry), 'utf8').digest('hex');

function inOrder(value: unknown): unknown {
  // Of no entry of ours, and it may not pass for one.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  // As pairs: an object would put names that look like numbers first.
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
