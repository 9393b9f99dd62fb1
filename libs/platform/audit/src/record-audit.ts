import { randomBytes } from 'node:crypto';
import type { Transaction } from '@consilium/platform-persistence';
import type { AuditAction, AuditTarget } from './chain/audit-entry.js';
import { subjectDigest } from './chain/subject-digest.js';

/** What is to be written down of a read or a change. */
export interface AuditRecord {
  /** Who did it. */
  readonly actor: { readonly id: string; readonly role: string };
  readonly hospital: string;
  /** The patient's pseudonym; absent where it concerns none. */
  readonly subject?: string;
  readonly action: AuditAction;
  /** Root field of GraphQL, or name of the command. */
  readonly operation: string;
  readonly target: AuditTarget;
  /** Why, where somebody has to say so; no clinical content. */
  readonly reason?: string;
  /** What ties the entries of one request together. */
  readonly correlation?: string;
}

const saltBytes = 16;

/**
 * Writes entries into the audit journal, in the transaction of what they tell of: both happen or neither. The
 * transaction must see the hospitals of the entries. Their seals follow within about a second (`Sealer`).
 */
export async function recordAudit(tx: Transaction, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(insertEntries, entriesOf(records));
}

/** Writes entries, given as JSON. */
export const insertEntries = `WITH written AS (
     INSERT INTO audit.entry (actor, role, hospital, subject, subject_salt, subject_digest, action, operation,
       target, reason, correlation)
     SELECT actor, role, hospital, subject, decode(salt, 'hex'), decode(digest, 'hex'), action, operation,
       target, reason, correlation
     FROM json_to_recordset($1::json) AS r(actor text, role text, hospital text, subject text, salt text,
       digest text, action text, operation text, target jsonb, reason text, correlation text)
     RETURNING id)
   INSERT INTO audit.waiting (entry) SELECT id FROM written`;

/** What `insertEntries` is given. */
export const entriesOf = (records: readonly AuditRecord[]): string[] => [JSON.stringify(records.map(toRow))];

function toRow({ actor, subject, ...record }: AuditRecord): object {
  const { id, role } = actor;
  if (subject === undefined) return { ...record, actor: id, role };
  const salt = randomBytes(saltBytes).toString('hex');
  return { ...record, actor: id, role, subject, salt, digest: subjectDigest(salt, subject) };
}
