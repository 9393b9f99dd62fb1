import type { AttachmentKind } from '@consilium/board-core';
import type { Reader, Transaction } from '@consilium/platform-persistence';

export interface Comment {
  readonly id: string;
  readonly caseId: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
  readonly text: string;
  /** Ids of people it asks to look. */
  readonly people: readonly string[];
  readonly roles: readonly string[];
}

const commentColumns = `id, case_id AS "caseId", by_whom AS by, by_name AS "byName", at, text, people, roles`;

export async function insertComment(
  tx: Transaction,
  hospital: string,
  { id, caseId, by, byName, at, text, people, roles }: Comment,
): Promise<void> {
  await tx.query(
    `INSERT INTO board.comment (id, case_id, hospital, by_whom, by_name, at, text, people, roles)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, caseId, hospital, by, byName, at, text, people, roles],
  );
}

export async function findComments(tx: Reader, caseIds: readonly string[]): Promise<readonly Comment[]> {
  return tx.query(
    `SELECT ${commentColumns} FROM board.comment WHERE case_id = ANY ($1::uuid[]) ORDER BY at, id`,
    [caseIds],
  );
}

export interface MentionPlace {
  readonly at: string;
  readonly id: string;
}

/** Comments that ask a person, or everybody of a role, to look; the newest first. */
export async function listMentions(
  tx: Transaction,
  asked: { readonly person: string; readonly role: string },
  after: MentionPlace | undefined,
  limit: number,
): Promise<readonly Comment[]> {
  return tx.query(
    `SELECT ${commentColumns} FROM board.comment
     WHERE (people @> ARRAY[$1::text] OR roles @> ARRAY[$2::text])
       AND ($3::timestamptz IS NULL OR (at, id) < ($3::timestamptz, $4::uuid))
     ORDER BY at DESC, id DESC LIMIT $5`,
    [asked.person, asked.role, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** A file on a case; its content lies apart, under its hash. */
export interface Attachment {
  readonly id: string;
  readonly caseId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: AttachmentKind;
  readonly size: number;
  readonly by: string;
  readonly at: Date;
  readonly removedBy: string | null;
  readonly removedBecause: string | null;
}

const attachmentColumns = `id, case_id AS "caseId", sha256, name, media_type AS "mediaType", size, by_whom AS by, at,
  removed_by AS "removedBy", removed_because AS "removedBecause"`;

/** The same content is kept once in a hospital, however often it is attached. */
export async function insertAttachment(
  tx: Transaction,
  hospital: string,
  { id, caseId, sha256, name, mediaType, size, by, at }: Omit<Attachment, 'removedBy' | 'removedBecause'>,
  bytes: Buffer,
): Promise<void> {
  await tx.query(
    `INSERT INTO board.file (hospital, sha256, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [hospital, sha256, bytes],
  );
  await tx.query(
    `INSERT INTO board.attachment (id, case_id, hospital, sha256, name, media_type, size, by_whom, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, caseId, hospital, sha256, name, mediaType, size, by, at],
  );
}

export async function findAttachments(
  tx: Reader,
  caseIds: readonly string[],
): Promise<readonly Attachment[]> {
  return tx.query(
    `SELECT ${attachmentColumns} FROM board.attachment WHERE case_id = ANY ($1::uuid[]) ORDER BY at, id`,
    [caseIds],
  );
}

/** Of a file that was not taken off its case. */
export async function readAttachment(
  tx: Transaction,
  caseId: string,
  id: string,
): Promise<(Attachment & { readonly bytes: Buffer }) | undefined> {
  const rows: (Attachment & { bytes: Buffer })[] = await tx.query(
    `SELECT a.id, a.case_id AS "caseId", a.sha256, a.name, a.media_type AS "mediaType", a.size, a.by_whom AS by, a.at,
       a.removed_by AS "removedBy", a.removed_because AS "removedBecause", f.bytes
     FROM board.attachment a JOIN board.file f USING (hospital, sha256)
     WHERE a.case_id::text = $1 AND a.id::text = $2 AND a.removed_by IS NULL`,
    [caseId, id],
  );
  return rows[0];
}

/** Its case; undefined where there is no such file to take off. */
export async function removeAttachment(
  tx: Transaction,
  id: string,
  by: string,
  because: string,
): Promise<string | undefined> {
  const [rows]: [{ caseId: string }[], number] = await tx.query(
    `UPDATE board.attachment SET removed_by = $2, removed_because = $3
     WHERE id::text = $1 AND removed_by IS NULL RETURNING case_id AS "caseId"`,
    [id, by, because],
  );
  return rows[0]?.caseId;
}
