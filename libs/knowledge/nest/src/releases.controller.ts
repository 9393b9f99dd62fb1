import { Controller, HttpCode, HttpException, Post, Req, UseGuards } from '@nestjs/common';
import { describeProblem } from '@consilium/kernel';
import { AllowRoles, HttpGuard } from '@consilium/platform-identity';
import { readImportedRelease } from './read-imported-release.js';
import { ReleaseStore } from './release.store.js';

/** Bytes of one release; CIViC whole is about 5 MB. */
const largest = 64 * 1024 * 1024;

type UploadRequest = AsyncIterable<Buffer> & {
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** Takes a release imported elsewhere. It is stored, and becomes active only by a second step. */
@Controller('knowledge/releases')
@UseGuards(HttpGuard)
export class ReleasesController {
  constructor(private readonly releases: ReleaseStore) {}

  @Post()
  @HttpCode(201)
  @AllowRoles('curator', 'administrator')
  async upload(@Req() request: UploadRequest): Promise<{ contentHash: string; known: boolean }> {
    const release = readImportedRelease(await bytesOf(request));
    if (!release.ok) {
      throw new HttpException(
        { message: release.error.slice(0, 20).map(describeProblem).join('; '), problems: release.error },
        422,
      );
    }
    return this.releases.store(release.value);
  }
}

async function bytesOf(request: UploadRequest): Promise<string> {
  const tooLarge = (): HttpException =>
    new HttpException({ message: `A release of more than ${String(largest)} bytes is not taken.` }, 413);
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
