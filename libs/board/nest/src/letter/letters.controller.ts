import { Controller, Get, HttpException, Param, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { isUuid } from '@consilium/kernel';
import { recordReads } from '@consilium/platform-audit';
import {
  AllowRoles,
  clinicalRoles,
  CurrentPrincipal,
  HttpGuard,
  type Principal,
} from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { fileNameOf, isLetterFormat, mediaTypeOf, type LetterFormat } from './letter-format.js';
import { LetterDraft } from './letter-draft.js';
import { letterPolicy } from './letter-style.js';
import { findLetter, type FoundLetter } from './letter.store.js';

/** Hands out letters. An address holds ids and nothing of what stands in the letter. */
@Controller('cases/:case/letters/:version')
@UseGuards(HttpGuard)
export class LettersController {
  constructor(
    private readonly database: Database,
    private readonly draft: LetterDraft,
  ) {}

  @Get(':format')
  @AllowRoles(...clinicalRoles, 'auditor')
  async fetch(
    @Param('case') caseId: string,
    @Param('version') version: string,
    @Param('format') format: string,
    @CurrentPrincipal() asker: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const which = readVersion(version);
    if (!isUuid(caseId) || which === undefined || !isLetterFormat(format)) throw noSuchLetter();
    const letter = await this.find(asker, caseId, which, format);
    if (letter === undefined) throw noSuchLetter();
    await recordReads(this.database, asker, [
      {
        operation: 'letter',
        hospital: letter.hospital,
        subject: letter.patient,
        target: { case: [caseId], version: [version], format: [format] },
      },
    ]);
    response.set(headersOf(format, which)).send(letter.bytes);
  }

  private find(
    asker: Principal,
    caseId: string,
    version: Version,
    format: LetterFormat,
  ): Promise<FoundLetter | undefined> {
    return version === 'draft'
      ? this.draft.show(asker, caseId, format)
      : this.database.transaction(asker, (tx) => findLetter(tx, { caseId, version }, format));
  }
}

type Version = number | 'draft';

/** `draft`, or the number of a signed version. */
const readVersion = (text: string): Version | undefined =>
  text === 'draft' ? text : /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;

const headersOf = (format: LetterFormat, version: Version): Readonly<Record<string, string>> => ({
  'Content-Type': mediaTypeOf[format],
  'Content-Disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${fileNameOf(format, version)}"`,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': `${format === 'html' ? letterPolicy : "default-src 'none'"}; frame-ancestors 'none'; sandbox`,
});

function noSuchLetter(): HttpException {
  const problem = {
    code: 'BOARD.NO_SUCH_LETTER',
    place: 'the address',
    message: 'There is no such letter that you may see.',
    remedy: 'Look at the letters of the signed recommendation: one that is PENDING is made within seconds.',
  };
  return new HttpException({ message: `${problem.message} ${problem.remedy}`, problems: [problem] }, 404);
}
