import type { Transaction } from '@consilium/platform-persistence';
import type { LetterFormat } from './letter-format.js';

/** Which letter of a case: that of a version of its recommendation. */
export interface LetterPlace {
  readonly caseId: string;
  readonly version: number;
}

export interface LetterBytes {
  readonly format: LetterFormat;
  /** Of the bytes. */
  readonly sha256: string;
  readonly bytes: Buffer;
}

export interface KeptLetter extends LetterPlace {
  readonly format: LetterFormat;
  readonly sha256: string;
  /** Number of bytes. */
  readonly size: number;
}

/** Keeps a letter in its forms; one that was made before stays. */
export async function keepLetters(
  tx: Transaction,
  hospital: string,
  { caseId, version }: LetterPlace,
  letters: readonly LetterBytes[],
  madeAt: Date,
): Promise<void> {
  for (const { format, sha256, bytes } of letters)
    await tx.query(
      `INSERT INTO board.letter (hospital, case_id, version, format, sha256, bytes, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [hospital, caseId, version, format, sha256, bytes, madeAt],
    );
}

/** What letters there are of cases, without their bytes. */
export async function listLetters(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<readonly KeptLetter[]> {
  return tx.query(
    `SELECT case_id AS "caseId", version, format, sha256, octet_length(bytes) AS size FROM board.letter
     WHERE case_id = ANY ($1::uuid[])`,
    [caseIds],
  );
}

export interface FoundLetter {
  readonly hospital: string;
  readonly patient: string;
  readonly bytes: Buffer;
}

export async function findLetter(
  tx: Transaction,
  { caseId, version }: LetterPlace,
  format: LetterFormat,
): Promise<FoundLetter | undefined> {
  const rows: FoundLetter[] = await tx.query(
    `SELECT l.hospital, f.patient, l.bytes FROM board.letter l JOIN board.case_file f ON f.id = l.case_id
     WHERE l.case_id = $1 AND l.version = $2 AND l.format = $3`,
    [caseId, version, format],
  );
  return rows[0];
}
