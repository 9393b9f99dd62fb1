import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { unpack, UnpackProblem } from './unpack.js';

const text = Array.from({ length: 3000 }, (_, line) => `chr7\t${String(line * 7919)}\tµ\tA\tT\n`).join('');
const ample = 256 * 1024 * 1024;
const bgzipEnd = Buffer.from('1f8b08040000000000ff0600424302001b0003000000000000000000', 'hex');
const crc = (packed: Buffer): Buffer => packed.subarray(-8);

/** One bgzip block: gzip with the extra field BC, which holds the size of the block. */
function block(content: string): Buffer {
  const body = deflateRawSync(content);
  const header = Buffer.from('1f8b08040000000000ff0600424302000000', 'hex');
  header.writeUInt16LE(header.length + body.length + 8 - 1, 16);
  return Buffer.concat([header, body, crc(gzipSync(content))]);
}
const bgzip = Buffer.concat([block(text.slice(0, 30_000)), block(text.slice(30_000)), bgzipEnd]);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size)
    yield await Promise.resolve(bytes.subarray(from, from + size));
}
async function unpacked(bytes: Buffer, { size = 4096, limit = ample } = {}): Promise<string> {
  let whole = '';
  for await (const chunk of unpack('a.vcf', pieces(bytes, size), limit)) whole += chunk;
  return whole;
}
async function refusal(bytes: Buffer, limit = ample): Promise<string> {
  let length = 0;
  try {
    for await (const chunk of unpack('a.vcf', pieces(bytes, 4096), limit)) length += chunk.length;
  } catch (fault) {
    if (fault instanceof UnpackProblem) {
      expect(fault.problem.place).toBe('a.vcf');
      expect(fault.problem.remedy).not.toBe('');
      return fault.problem.code;
    }
    throw fault;
  }
  return `unpacked to ${String(length)}`;
}

describe(unpack.name, () => {
  it.each([
    ['plain text', Buffer.from(text)],
    ['gzip', gzipSync(text)],
    ['gzip of several members', Buffer.concat([gzipSync(text.slice(0, 999)), gzipSync(text.slice(999))])],
    ['bgzip', bgzip],
  ])('gives the text of %s, in whatever pieces it comes', async (_, bytes) => {
    for (const size of [1, 2, 17, 4096, bytes.length])
      expect((await unpacked(bytes, { size })) === text).toBe(true);
  });

  it('gives nothing for an empty file', async () => {
    expect(await unpacked(Buffer.alloc(0))).toBe('');
  });

  it('begins with pieces that are empty', async () => {
    const packed = gzipSync(text);
    const content = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(0);
      yield await Promise.resolve(packed);
    };
    let whole = '';
    for await (const chunk of unpack('a.vcf', content(), ample)) whole += chunk;
    expect(whole === text).toBe(true);
  });

  it.each([
    ['bgzip without its end block', bgzip.subarray(0, -bgzipEnd.length)],
    ['bgzip cut in a block', bgzip.subarray(0, 500)],
    ['gzip cut in the middle', gzipSync(text).subarray(0, 2000)],
    ['gzip without its last byte', gzipSync(text).subarray(0, -1)],
    ['gzip with a damaged byte', Buffer.from(gzipSync(text)).fill(0xff, 1000, 1010)],
    ['the two first bytes of gzip', Buffer.from([0x1f, 0x8b])],
  ])('refuses %s', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('GENOMICS.ATTACHMENT_CUT_SHORT');
  });

  it('refuses zeros packed to exhaust it', async () => {
    expect(await refusal(gzipSync(Buffer.alloc(96 * 1024 * 1024)))).toBe('GENOMICS.UNPACKS_TOO_LARGE');
  });

  it('refuses one line packed a million times over', async () => {
    const lines = Buffer.alloc(96 * 1024 * 1024, 'chr7\t140453136\t.\tA\tT\t.\tPASS\t.\n');
    expect(await refusal(gzipSync(lines))).toBe('GENOMICS.UNPACKS_TOO_LARGE');
  });

  it.each([
    ['plain', Buffer.from(text)],
    ['packed', gzipSync(text)],
  ])('refuses more than its limit, %s', async (_, bytes) => {
    const size = Buffer.byteLength(text);
    expect(await refusal(bytes, size - 1)).toBe('GENOMICS.UNPACKS_TOO_LARGE');
    expect((await unpacked(bytes, { limit: size })) === text).toBe(true);
  });
});
