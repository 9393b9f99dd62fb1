import { Controller, HttpCode, HttpException, Inject, Post, Query, Req, UseGuards } from '@nestjs/common';
import { AllowRoles, CurrentPrincipal, HttpGuard, type Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { attachmentTooLarge, keepAttachment, type Attachment } from './attachment.store.js';
import { GENOMICS_OPTIONS, type GenomicsOptions } from './genomics.options.js';

type UploadRequest = AsyncIterable<Buffer> & {
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** Takes files too large for an event; the event then names them by the hash answered here. */
@Controller('attachments')
@UseGuards(HttpGuard)
export class AttachmentsController {
  constructor(
    private readonly database: Database,
    @Inject(GENOMICS_OPTIONS) private readonly options: GenomicsOptions,
  ) {}

  @Post()
  @HttpCode(201)
  @AllowRoles('lab', 'administrator')
  async upload(
    @Req() request: UploadRequest,
    @Query('hospital') hospital: string | undefined,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Attachment> {
    if (hospital === undefined || !principal.hospitals.includes(hospital)) {
      throw new HttpException({ message: 'Name one of your hospitals: POST /attachments?hospital=…' }, 403);
    }
    const limit = this.options.attachmentLimit;
    // A size announced too large is refused before a byte is read.
    if (Number(request.headers['content-length'] ?? 0) > limit)
      throw new HttpException(attachmentTooLarge(limit), 413);
    const kept = await keepAttachment(this.database, hospital, request, limit);
    if (!kept.ok) throw new HttpException(kept.error, 413);
    return kept.value;
  }
}
