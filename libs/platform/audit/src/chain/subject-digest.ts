import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.js';

/** Stands for the patient in the chain. Without the salt it says nothing about who it was. Both are hexadecimal. */
export const subjectDigest = (salt: string, subject: string): string =>
  createHash('sha256').update(salt, 'hex').update(subject, 'utf8').digest('hex');

/** An erased patient leaves the digest alone; no patient leaves nothing; anything between is no entry of ours. */
export function subjectIsWhole({ subject, subjectSalt, subjectDigest: digest }: SubjectOf): boolean {
  if (subject === null) return subjectSalt === null;
  return subjectSalt !== null && subjectDigest(subjectSalt, subject) === digest;
}

export const isErased = ({ subject, subjectDigest: digest }: SubjectOf): boolean =>
  subject === null && digest !== null;

type SubjectOf = Pick<AuditEntry, 'subject' | 'subjectSalt' | 'subjectDigest'>;
