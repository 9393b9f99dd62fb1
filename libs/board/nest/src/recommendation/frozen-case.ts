import type {
  BoardView,
  CaseProfile,
  CaseResult,
  GateResult,
  LetterSource,
  MeetingStanding,
  Recommendation,
  Referral,
  SignedVersion,
} from '@consilium/board-core';
import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import type { Transaction } from '@consilium/platform-persistence';
import { findProfiles, findResults } from '../case.store.js';
import { findClinicalFacts, findWork } from '../casework/case-work.store.js';
import type { Interpretation } from '../interpretation.js';
import { statementsOf } from '../late-data/statements-of.js';
import { findMatches, type PatientMatches } from '../late-data/matches.store.js';

/** Everything the board had before it when it signed; kept whole under its hash. */
export interface FrozenCase {
  readonly case: string;
  readonly recommendation: Recommendation | null;
  readonly referral: Referral | null;
  readonly standing: MeetingStanding | null;
  readonly clinicalFacts: ClinicalFacts | null;
  readonly profiles: readonly MolecularProfile[];
  readonly results: readonly CaseResult<Interpretation>[];
  readonly trialMatches: PatientMatches | null;
}

/** The case as all its contexts tell it now. */
export async function freezeCase(tx: Transaction, caseId: string): Promise<FrozenCase> {
  const [record] = await findWork(tx, [caseId]);
  const profiles = await findProfiles(tx, [caseId]);
  return {
    case: caseId,
    recommendation: record?.recommendation ?? null,
    referral: record?.referral ?? null,
    standing: record?.standing ?? null,
    clinicalFacts: (await findClinicalFacts(tx, [caseId])).get(caseId) ?? null,
    profiles: profiles.map(({ profile }: CaseProfile) => profile),
    results: await findResults(
      tx,
      profiles.map(({ profile }) => profile.id),
    ),
    trialMatches: (await findMatches(tx, [caseId])).get(caseId) ?? null,
  };
}

/** What was frozen with a signature; undefined where the asker may not see it. */
export async function findFrozen(
  tx: Transaction,
  { contentHash }: Pick<SignedVersion, 'contentHash'>,
): Promise<(FrozenCase & LetterSource) | undefined> {
  const rows: { document: FrozenCase & LetterSource }[] = await tx.query(
    `SELECT document FROM board.snapshot WHERE hash = $1 LIMIT 1`,
    [contentHash],
  );
  return rows[0]?.document;
}

/** A case as far as its recommendation rests on it. A result speaks only of the version of the report that stands. */
export function viewOf(
  { profiles, results, clinicalFacts, trialMatches }: FrozenCase,
  gates: Readonly<Record<string, GateResult>>,
): BoardView {
  const standing = new Map(profiles.map(({ id, version, status }) => [id, { version, status }]));
  const current = results.filter(({ profileId, profileVersion }) => {
    const report = standing.get(profileId);
    return report !== undefined && report.status !== 'cancelled' && report.version === profileVersion;
  });
  return {
    reports: profiles.map(({ id, reportId, version, status }) => ({
      profileId: id,
      reportId,
      version,
      status,
    })),
    statements: current.flatMap(({ interpretation }) => statementsOf(interpretation)),
    releases: [...new Set(current.map(({ releaseName }) => releaseName))].sort(),
    ...(clinicalFacts === null ? {} : { factsVersion: clinicalFacts.version }),
    ...(trialMatches === null ? {} : { matches: trialMatches.matches }),
    gates,
  };
}
