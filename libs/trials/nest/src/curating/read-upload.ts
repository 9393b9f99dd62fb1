import { gunzipSync } from 'node:zlib';
import { HttpException } from '@nestjs/common';
import type { Problem } from '@consilium/kernel';

/** Bytes of one file, as sent and as unpacked. */
const largest = 64 * 1024 * 1024;

export type UploadRequest = AsyncIterable<Buffer> & {
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** The text of a file as it was sent; gzip is known by its first bytes, whatever the content type. */
export async function textOfUpload(request: UploadRequest): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw refuse(413, tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) throw refuse(413, tooLarge);
    chunks.push(chunk);
  }
  const bytes = unpack(Buffer.concat(chunks));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below: another encoding, or no text at all.
  }
  throw refuse(422, notText);
}

function unpack(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch (fault) {
    const big =
      typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';
    throw big ? refuse(413, tooLarge) : refuse(422, notText);
  }
}

/** Problems with place and remedy, and the same in one sentence for who shows only that. */
export const refuse = (status: number, ...problems: readonly Problem[]): HttpException =>
  new HttpException(
    {
      message: problems
        .slice(0, 20)
        .map(({ place, message, remedy }) => `${place === '' ? '' : `${place}: `}${message} ${remedy}`)
        .join('; '),
      problems,
    },
    status,
  );

const tooLarge: Problem = {
  code: 'TRIALS.FILE_TOO_LARGE',
  place: 'the body',
  message: `A file of more than ${String(largest / 1024 / 1024)} MB is not taken.`,
  remedy: 'Split it: any number of trials may come in several files.',
};

const notText: Problem = {
  code: 'TRIALS.NOT_TEXT',
  place: 'the body',
  message: 'The file is no UTF-8 text.',
  remedy: 'Send YAML, JSON or XML as UTF-8, plain or packed with gzip.',
};
