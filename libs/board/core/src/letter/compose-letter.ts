import { compareVersions } from '../recommendation/compare-versions.js';
import { nothingDecided, type Recommendation, type SignedVersion } from '../recommendation/recommendation.js';
import { bounded, letterLimits } from './bounded.js';
import { composeBiomarkers } from './letter-biomarkers.js';
import { composeReports, otherFindings, resultOf } from './letter-findings.js';
import { composeHeader } from './letter-header.js';
import { composeOptions } from './letter-options.js';
import { numberReferences, type NumberedReferences } from './letter-references.js';
import type {
  Letter,
  LetterBoard,
  LetterCautions,
  LetterChanges,
  LetterKnowledge,
  LetterLanguage,
  LetterRecommendation,
} from './letter.js';
import type { LetterSource, SeenResult } from './letter-source.js';

/** Who signed, when, and under which hash. */
export type LetterSignature = Pick<SignedVersion, 'version' | 'contentHash' | 'by' | 'at'>;

/** The letter of a signed recommendation: of what its signature froze, and of nothing else. */
export function composeLetter(
  source: LetterSource,
  { version, contentHash, by, at }: LetterSignature,
  language: LetterLanguage = 'en',
): Letter {
  const body = composeBody(source, version, language);
  const name = source.signer?.id === by ? source.signer.name : undefined;
  return {
    ...body,
    draft: false,
    stamp: { ...body.stamp, contentHash },
    header: { ...body.header, signed: { by, ...(name === undefined ? {} : { name }), at } },
  };
}

/** How the letter would look if the recommendation were signed as it stands. */
export const composeDraft = (source: LetterSource, language: LetterLanguage = 'en'): Letter => ({
  ...composeBody(source, source.version ?? 1, language),
  draft: true,
});

function composeBody(source: LetterSource, version: number, language: LetterLanguage): Omit<Letter, 'draft'> {
  const recommendation = source.recommendation ?? nothingDecided;
  const results = currentResults(source);
  const references = numberReferences(recommendation.items, results);
  const { trialMatches } = source;
  return {
    schema: 'consilium.letter.v1',
    language,
    case: source.case,
    stamp: {
      ...(source.file === undefined || source.file === null ? {} : { patient: source.file.patient }),
      version,
      knowledge: knowledgeOf(results),
    },
    header: composeHeader(source),
    ...changesOf(source, recommendation),
    reports: composeReports(source),
    biomarkers: composeBiomarkers(source),
    otherFindings: otherFindings(source),
    options: composeOptions(source, references),
    recommendations: recommendationsOf(recommendation, references),
    ...(recommendation.none === undefined ? {} : { none: recommendation.none }),
    cautions: cautionsOf(source),
    ...(trialMatches === undefined || trialMatches === null
      ? {}
      : {
          trials: {
            evaluatedOn: trialMatches.evaluatedOn,
            matches: bounded(
              trialMatches.matches.map(({ trial, arm, cohort, verdict }) => ({
                trial,
                arm,
                ...(cohort === undefined ? {} : { cohort }),
                verdict,
              })),
              letterLimits.trials,
            ),
          },
        }),
    board: boardOf(source),
    references: references.list,
  };
}

const currentResults = (source: LetterSource): readonly SeenResult[] =>
  source.profiles.flatMap((profile) => resultOf(source, profile) ?? []);

function knowledgeOf(results: readonly SeenResult[]): readonly LetterKnowledge[] {
  const all = results.map(({ releaseName, releaseHash, evaluatedOn }) => ({
    name: releaseName,
    hash: releaseHash,
    evaluatedOn,
  }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function changesOf({ amendment }: LetterSource, now: Recommendation): { readonly changes?: LetterChanges } {
  if (amendment === undefined || amendment === null) return {};
  const { previous, because } = amendment;
  return {
    changes: {
      since: previous.version,
      ...(because === undefined ? {} : { because }),
      changes: compareVersions(previous.recommendation, now),
    },
  };
}

const recommendationsOf = (
  { items, gates, overrides, dissents }: Recommendation,
  { numberOf }: NumberedReferences,
): readonly LetterRecommendation[] =>
  items
    .toSorted((a, b) => a.priority - b.priority)
    .map((item) => {
      const [gate, override] = [gates[item.id], overrides[item.id]];
      return {
        ...item,
        ...(gate === undefined ? {} : { gate }),
        ...(override === undefined ? {} : { override }),
        dissents: dissents.filter((one) => one.item === item.id).map(({ by, text }) => ({ by, text })),
        numbers: item.references.map((reference) => numberOf(reference)).filter((one) => one !== undefined),
      };
    });

function cautionsOf({ qualityWaived, clinicalFacts }: LetterSource): LetterCautions {
  const completeOn = clinicalFacts?.medication?.completeOn;
  return {
    ...(qualityWaived === undefined || qualityWaived === null ? {} : { qualityWaived }),
    ...(completeOn === undefined ? {} : { medicationCompleteOn: completeOn }),
  };
}

const boardOf = ({ meeting, standing }: LetterSource): LetterBoard => ({
  members: meeting?.attendance ?? [],
  ...(standing === null ? {} : { quorumLacks: standing.quorumLacks }),
  recused: standing?.recused ?? [],
  undeclared: standing?.undeclared ?? [],
});
