import { createHash } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { canonicalJson, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { findProfiles, findResults } from '../case.store.js';
import { CaseAdvance } from '../casework/case-advance.js';
import { findClinicalFacts, holdCase, keepSnapshot } from '../casework/case-work.store.js';
import { SignCase } from './sign-case.command.js';

@CommandHandler(SignCase)
export class SignCaseHandler implements ICommandHandler<SignCase> {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseAdvance,
  ) {}

  /** What the board saw is kept whole under the hash of its content, in the transaction of the signature. */
  execute({ asker, caseId, expectedVersion }: SignCase): Promise<Result<string, Problem>> {
    return this.database.transaction(asker, async (tx) => {
      const held = await holdCase(tx, caseId);
      const profiles = await findProfiles(tx, [caseId]);
      const frozen = {
        case: caseId,
        recommendation: held?.record.recommendation ?? null,
        referral: held?.record.referral ?? null,
        standing: held?.record.standing ?? null,
        clinicalFacts: (await findClinicalFacts(tx, [caseId])).get(caseId) ?? null,
        profiles: profiles.map(({ profile }) => profile),
        results: await findResults(
          tx,
          profiles.map(({ profile }) => profile.id),
        ),
      };
      const contentHash = createHash('sha256').update(canonicalJson(frozen)).digest('hex');
      const signed = await this.cases.take(tx, asker, {
        caseId,
        expectedVersion,
        step: { kind: 'sign', contentHash },
      });
      if (signed.ok && held !== undefined) await keepSnapshot(tx, held.hospital, contentHash, frozen);
      return signed;
    });
  }
}
