import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Problem } from '@consilium/kernel';

/** Text files of variants shrink 5 to 50 times; far beyond that, a file was made to exhaust its reader. */
const bombRatio = 250;
const bombFloor = 16 * 1024 * 1024;

/** The 28 bytes that end every complete bgzip file (SAM/BAM specification 4.1.2). */
const bgzipEnd = Buffer.from('1f8b08040000000000ff0600424302001b0003000000000000000000', 'hex');

export class UnpackProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Text of a file that is plain, gzip or bgzip, in chunks as they come. Throws `UnpackProblem`. */
export async function* unpack(
  file: string,
  content: AsyncIterable<Buffer>,
  unpackedLimit: number,
): AsyncGenerator<string> {
  let packed = 0;
  let unpacked = 0;
  let tail = Buffer.alloc(0);
  let head = Buffer.alloc(0);
  const refuse = (code: string, message: string, remedy: string): UnpackProblem =>
    new UnpackProblem({ code: `GENOMICS.${code}`, place: file, message, remedy });
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      packed += chunk.length;
      if (head.length < 18) head = Buffer.concat([head, chunk.subarray(0, 18)]).subarray(0, 18);
      tail = Buffer.concat([tail, chunk]).subarray(-bgzipEnd.length);
      yield chunk;
    }
  };
  const source = counted();
  let start = Buffer.alloc(0);
  // The first pieces may be too small to tell a packed file by its two first bytes.
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    start = Buffer.concat([start, next.value]);
    if (start.length >= 2) break;
  }
  const all = async function* (): AsyncGenerator<Buffer> {
    yield start;
    yield* source;
  };
  const zipped = start[0] === 0x1f && start[1] === 0x8b;
  const decoder = new TextDecoder('utf-8');
  const bytes: AsyncIterable<Buffer> = zipped ? gunzip(all()) : all();
  try {
    for await (const chunk of bytes) {
      unpacked += chunk.length;
      if (unpacked > unpackedLimit || (unpacked > bombFloor && unpacked > packed * bombRatio)) {
        throw refuse(
          'UNPACKS_TOO_LARGE',
          `it unpacks to more than ${String(Math.floor(unpacked / 1024 / 1024))} MiB from ${String(Math.ceil(packed / 1024))} KiB.`,
          'Send the called variants of one patient only.',
        );
      }
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (fault) {
    if (isZlibFault(fault)) {
      throw refuse(
        'ATTACHMENT_CUT_SHORT',
        `the compressed data break off or are damaged (${fault.code}).`,
        'Send the file again, whole.',
      );
    }
    throw fault;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
  const isBgzip = zipped && head[3] === 4 && head.subarray(12, 14).toString('latin1') === 'BC';
  if (isBgzip && !tail.equals(bgzipEnd)) {
    throw refuse(
      'ATTACHMENT_CUT_SHORT',
      'the bgzip end-of-file block is missing: the file was cut short.',
      'Send the file again, whole.',
    );
  }
}

const gunzip = (content: AsyncIterable<Buffer>): AsyncIterable<Buffer> => {
  const source = Readable.from(content);
  const stream = createGunzip();
  source.on('error', (fault) => stream.destroy(fault));
  return source.pipe(stream);
};

const isZlibFault = (fault: unknown): fault is { code: string } =>
  typeof fault === 'object' &&
  fault !== null &&
  'code' in fault &&
  typeof fault.code === 'string' &&
  fault.code.startsWith('Z_');
