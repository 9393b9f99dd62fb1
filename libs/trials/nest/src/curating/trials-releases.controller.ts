import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { isDay, type Problem } from '@consilium/kernel';
import { AllowRoles, HttpGuard } from '@consilium/platform-identity';
import { builtInSource, checkTrialsRelease, localSource, readDraftText } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { TrialsReleaseStore } from '../catalogue/release.store.js';
import { refuse, textOfUpload, type UploadRequest } from './read-upload.js';

/** Takes a whole release made elsewhere. It is stored, and comes into use only by a second step. */
@Controller('trials/releases')
@UseGuards(HttpGuard)
export class TrialsReleasesController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly releases: TrialsReleaseStore,
  ) {}

  @Post()
  @HttpCode(201)
  @AllowRoles('curator', 'administrator')
  async upload(@Req() request: UploadRequest): Promise<{ contentHash: string; known: boolean }> {
    const document = parse(await textOfUpload(request));
    const release = checkTrialsRelease(document, await this.catalogue.references());
    if (!release.ok) throw refuse(422, ...release.error.slice(0, mostProblems));
    const wrong = wrongSource(release.value.source) ?? wrongDate(release.value.publishedOn);
    if (wrong !== undefined) throw refuse(422, wrong);
    return this.releases.store(release.value);
  }
}

/** More than these at once help nobody. */
const mostProblems = 50;

/** JSON, which may be large; or YAML as a person writes it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const read = readDraftText(text);
    if (!read.ok) throw refuse(422, ...read.error);
    return read.value;
  }
}

/** Nobody gets past the second person's review, or speaks for the product, by sending a file. */
function wrongSource(source: string): Problem | undefined {
  if (source !== localSource && source !== builtInSource) return undefined;
  return {
    code: 'TRIALS.RELEASE',
    place: '/source',
    message: `«${source}» is ${source === localSource ? "this installation's own" : "the product's own"} source.`,
    remedy:
      source === localSource
        ? 'Bring the trials in as drafts (POST /trials/drafts), or give the source a name of its own.'
        : 'Give the source a name of its own.',
  };
}

const wrongDate = (date: string): Problem | undefined =>
  isDay(date)
    ? undefined
    : {
        code: 'TRIALS.RELEASE',
        place: '/publishedOn',
        message: `${date} is no date.`,
        remedy: 'Write it as 2026-11-23.',
      };
