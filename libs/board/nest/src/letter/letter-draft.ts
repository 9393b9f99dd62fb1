import { Inject, Injectable } from '@nestjs/common';
import { composeDraft } from '@consilium/board-core';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { findCases } from '../case.store.js';
import { freezeSignature } from '../recommendation/freeze-signature.js';
import type { LetterFormat } from './letter-format.js';
import type { FoundLetter } from './letter.store.js';
import { renderAs } from './render-letter.js';

/** Shows how the letter would look if the recommendation were signed as it stands. Nothing of it is kept. */
@Injectable()
export class LetterDraft {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  /** Undefined where the asker sees no such case. */
  async show(asker: Principal, caseId: string, format: LetterFormat): Promise<FoundLetter | undefined> {
    const found = await this.database.transaction(asker, async (tx) => {
      const [file] = await findCases(tx, [caseId]);
      if (file === undefined) return undefined;
      const { hospital, patient } = file;
      const held = { caseId, hospital, patient };
      return { ...held, source: await freezeSignature(tx, held, asker, this.options.tumourTypes) };
    });
    if (found === undefined) return undefined;
    const bytes = await renderAs(composeDraft(found.source), format);
    return { hospital: found.hospital, patient: found.patient, bytes };
  }
}
