export const auditActions = ['read', 'change', 'break-glass', 'export'] as const;
export type AuditAction = (typeof auditActions)[number];

/** What an entry is about: ids by what they are of, for instance `{ case: ['…'] }`. No clinical content. */
export type AuditTarget = Readonly<Record<string, readonly string[]>>;

/** One line of the journal as it is kept; bytes as hexadecimal text. Texts that only the verifier reads are not narrowed: they may be forged. */
export interface AuditEntry {
  readonly id: string;
  /** UTC with microseconds, as 2026-11-23T10:00:00.000000Z. */
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly hospital: string;
  /** The patient's pseudonym and its salt; both null where there is none, or where the patient was erased. */
  readonly subject: string | null;
  readonly subjectSalt: string | null;
  /** Stays when the patient is erased; null only where there was no patient. */
  readonly subjectDigest: string | null;
  readonly action: string;
  readonly operation: string;
  readonly target: unknown;
  readonly reason: string | null;
  readonly correlation: string | null;
}
