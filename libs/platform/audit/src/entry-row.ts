import type { AuditEntry } from './chain/audit-entry.js';

/** An entry as the database gives it; its names are those of `AuditEntry`. */
export const entryColumns = `e.id,
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  e.actor, e.role, e.hospital, e.subject, encode(e.subject_salt, 'hex') AS "subjectSalt", encode(e.subject_digest, 'hex') AS "subjectDigest",
  e.action, e.operation, e.target, e.reason, e.correlation`;

/** Every member is null where the entry is missing (an outer join). */
export type EntryRow = AuditEntry | { readonly [M in keyof AuditEntry]: null };

export const isPresent = (row: EntryRow): row is AuditEntry => row.id !== null;
