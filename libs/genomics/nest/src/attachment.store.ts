import { createHash, randomUUID } from 'node:crypto';
import type { Problem, Result } from '@consilium/kernel';
import { fail, succeed } from '@consilium/kernel';
import type { Database, Transaction } from '@consilium/platform-persistence';

const pieceSize = 1024 * 1024;

export interface Attachment {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Keeps an upload, in pieces, under the hash of its content. Nothing is kept of one that is too large or breaks off. */
export async function keepAttachment(
  database: Database,
  hospital: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<Attachment, Problem>> {
  const tooLarge = new Error('too large');
  try {
    return await database.transaction({ hospitals: [hospital] }, async (tx) => {
      const upload = randomUUID();
      const hash = createHash('sha256');
      let size = 0;
      let number = 0;
      for await (const piece of inPieces(content)) {
        size += piece.length;
        if (size > limit) throw tooLarge;
        hash.update(piece);
        await tx.query(
          `INSERT INTO genomics.attachment_piece (upload, number, hospital, bytes) VALUES ($1, $2, $3, $4)`,
          [upload, number++, hospital, piece],
        );
      }
      const sha256 = hash.digest('hex');
      const kept: unknown[] = await tx.query(
        `INSERT INTO genomics.attachment (hospital, sha256, upload, size) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [hospital, sha256, upload, size],
      );
      if (kept.length === 0)
        await tx.query(`DELETE FROM genomics.attachment_piece WHERE upload = $1`, [upload]);
      return succeed({ sha256, size });
    });
  } catch (fault) {
    if (fault === tooLarge) return fail(attachmentTooLarge(limit));
    throw fault;
  }
}

/** The pieces of an attachment, read as they are needed; undefined when there is none with this hash. */
export async function openAttachment(
  database: Database,
  hospital: string,
  sha256: string,
): Promise<AsyncIterable<Buffer> | undefined> {
  const scope = { hospitals: [hospital] };
  const found: { upload: string }[] = await database.transaction(scope, (tx) =>
    tx.query(`SELECT upload FROM genomics.attachment WHERE hospital = $1 AND sha256 = $2`, [
      hospital,
      sha256,
    ]),
  );
  const upload = found[0]?.upload;
  return upload === undefined ? undefined : pieces(database, scope, upload);
}

async function* pieces(
  database: Database,
  scope: { hospitals: string[] },
  upload: string,
): AsyncGenerator<Buffer> {
  const read = (tx: Transaction, number: number): Promise<{ bytes: Buffer }[]> =>
    tx.query(`SELECT bytes FROM genomics.attachment_piece WHERE upload = $1 AND number = $2`, [
      upload,
      number,
    ]);
  for (let number = 0; ; number += 1) {
    const [piece] = await database.transaction(scope, (tx) => read(tx, number));
    if (piece === undefined) return;
    yield piece.bytes;
  }
}

async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= pieceSize) {
      yield Buffer.concat(waiting);
      waiting = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

export const attachmentTooLarge = (limit: number): Problem => ({
  code: 'GENOMICS.ATTACHMENT_TOO_LARGE',
  place: 'the attachment',
  message: `it is larger than ${String(Math.round(limit / 1024 / 1024))} MiB.`,
  remedy:
    'Send the called variants only (PASS records, gzip), or ask the operator to raise CONSILIUM_ATTACHMENT_LIMIT_MB.',
});
