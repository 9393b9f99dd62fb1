import { Controller, Get, HttpException, Param, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { recordReads } from '@consilium/platform-audit';
import {
  AllowRoles,
  clinicalRoles,
  CurrentPrincipal,
  HttpGuard,
  type Principal,
} from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { isUuid } from '../is-uuid.js';
import { fileNameOf, isLetterFormat, mediaTypeOf, type LetterFormat } from './letter-format.js';
import { letterPolicy } from './letter-style.js';
import { findLetter, type LetterPlace } from './letter.store.js';

/** Hands out letters. An address holds ids and nothing of what stands in the letter. */
@Controller('cases/:case/letters/:version')
@UseGuards(HttpGuard)
export class LettersController {
  constructor(private readonly database: Database) {}

  @Get(':format')
  @AllowRoles(...clinicalRoles, 'auditor')
  async fetch(
    @Param('case') caseId: string,
    @Param('version') version: string,
    @Param('format') format: string,
    @CurrentPrincipal() asker: Principal,
    @Res() response: Response,
  ): Promise<void> {
    if (!isUuid(caseId) || !/^[1-9]\d{0,4}$/.test(version) || !isLetterFormat(format)) throw noSuchLetter();
    const place: LetterPlace = { caseId, version: Number(version) };
    const letter = await this.database.transaction(asker, (tx) => findLetter(tx, place, format));
    if (letter === undefined) throw noSuchLetter();
    await recordReads(this.database, asker, [
      {
        operation: 'letter',
        hospital: letter.hospital,
        subject: letter.patient,
        target: { case: [caseId], version: [version], format: [format] },
      },
    ]);
    response.set(headersOf(format, place.version)).send(letter.bytes);
  }
}

const headersOf = (format: LetterFormat, version: number): Readonly<Record<string, string>> => ({
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
