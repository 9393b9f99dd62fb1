import { createHash, randomUUID } from 'node:crypto';
import { Controller, Get, HttpCode, HttpException, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { attachmentKindOf, attachmentName } from '@consilium/board-core';
import { isUuid, type Problem } from '@consilium/kernel';
import { recordReads } from '@consilium/platform-audit';
import {
  AllowRoles,
  clinicalRoles,
  CurrentPrincipal,
  HttpGuard,
  type Principal,
} from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { holdCase } from '../casework/case-work.store.js';
import { CaseTalk } from './case-talk.js';
import { insertAttachment, readAttachment } from './discussion.store.js';
import { presentAttachment, type AttachmentType } from './discussion.types.js';

/** Bytes of one file. */
const largest = 25 * 1024 * 1024;

type Upload = AsyncIterable<Buffer> & {
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** Files on a case. A name may tell of a patient: it travels in a header, never in an address. */
@Controller('cases/:case/attachments')
@UseGuards(HttpGuard)
export class AttachmentsController {
  constructor(
    private readonly database: Database,
    private readonly talk: CaseTalk,
  ) {}

  @Post()
  @HttpCode(201)
  @AllowRoles(...clinicalRoles, 'lab')
  async attach(
    @Param('case') caseId: string,
    @Req() request: Upload,
    @CurrentPrincipal() asker: Principal,
  ): Promise<AttachmentType> {
    const name = nameIn(request.headers['content-disposition']);
    if (name === undefined) throw refuse(422, noName);
    const bytes = await readWhole(request);
    const mediaType = attachmentKindOf(bytes);
    if (mediaType === undefined) throw refuse(415, notTaken);
    const attachment = {
      id: randomUUID(),
      caseId,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name,
      mediaType,
      size: bytes.length,
      by: asker.id,
      at: this.talk.now(),
    };
    return this.database.transaction(asker, async (tx) => {
      const held = isUuid(caseId) ? await holdCase(tx, caseId) : undefined;
      if (held === undefined) throw refuse(404, noSuchCase);
      await insertAttachment(tx, held.hospital, attachment, bytes);
      await this.talk.tell(tx, asker, held, {
        operation: 'case.attach',
        target: attachment.id,
        change: 'attached',
      });
      return presentAttachment({ ...attachment, removedBy: null, removedBecause: null });
    });
  }

  @Get(':id')
  @AllowRoles(...clinicalRoles, 'auditor')
  async fetch(
    @Param('case') caseId: string,
    @Param('id') id: string,
    @CurrentPrincipal() asker: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.database.transaction(asker, async (tx) => {
      const file = await readAttachment(tx, caseId, id);
      const held = file === undefined ? undefined : await holdCase(tx, caseId);
      return file === undefined || held === undefined ? undefined : { file, held };
    });
    if (found === undefined) throw refuse(404, noSuchCase);
    const { file, held } = found;
    await recordReads(this.database, asker, [
      {
        operation: 'attachment',
        hospital: held.hospital,
        subject: held.patient,
        target: { case: [caseId], attachment: [id] },
      },
    ]);
    response
      .set({
        'Content-Type': file.mediaType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        ETag: `"${file.sha256}"`,
      })
      .send(file.bytes);
  }
}

/** RFC 6266: `filename*` in UTF-8, or the plain `filename`. */
function nameIn(header: string | undefined): string | undefined {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
  try {
    return attachmentName(coded === undefined ? (plain ?? '') : decodeURIComponent(coded));
  } catch {
    return undefined;
  }
}

async function readWhole(request: Upload): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw refuse(413, tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) throw refuse(413, tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const refuse = (status: number, problem: Problem): HttpException =>
  new HttpException({ message: `${problem.message} ${problem.remedy}`, problems: [problem] }, status);
const noName: Problem = {
  code: 'BOARD.NO_FILE_NAME',
  place: 'Content-Disposition',
  message: 'The file has no name.',
  remedy: "Send the header Content-Disposition: attachment; filename*=UTF-8''report.pdf",
};
const notTaken: Problem = {
  code: 'BOARD.FILE_NOT_TAKEN',
  place: 'the body',
  message: 'The file is no PDF, PNG, JPEG or VCF.',
  remedy: 'Send one of these, unpacked; what a file is, is read off its first bytes.',
};
const tooLarge: Problem = {
  code: 'BOARD.FILE_TOO_LARGE',
  place: 'the body',
  message: `A file of more than ${String(largest / 1024 / 1024)} MB is not taken.`,
  remedy: 'Send the pages or pictures that the board needs.',
};
const noSuchCase: Problem = {
  code: 'BOARD.NO_SUCH_FILE',
  place: 'the address',
  message: 'There is no such case or file that you may see.',
  remedy: 'Look at the attachments of the case.',
};
