import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.js';

/** Stands for the patient in the chain. Without the salt it says nothing about who it was. */
export const subjectDigest = (salt: Uint8Array, subject: string): Buffer =>
  createHash('sha256').update(salt).update(subject, 'utf8').digest();

/** An erased patient leaves the digest alone; no patient leaves nothing; anything between is no entry of ours. */
export function subjectIsWhole({ subject, subjectSalt, subjectDigest: digest }: SubjectOf): boolean {
  if (subject === null) return subjectSalt === null;
  return subjectSalt !== null && digest !== null && subjectDigest(subjectSalt, subject).equals(digest);
}

export const isErased = ({ subject, subjectDigest: digest }: SubjectOf): boolean =>
  subject === null && digest !== null;

type SubjectOf = Pick<AuditEntry, 'subject' | 'subjectSalt' | 'subjectDigest'>;
