import type { Letter, LetterRecommendation } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import type { LetterEntry, LetterSection } from './letter-document.js';
import { entry, instant, joined, paragraph } from './phrases.js';
import { nameRecommendation } from './lay-out-recommendations.js';

/** Safety gates with their overrides, and what else is not certain. */
export function layOutObstacles(letter: Letter, words: LetterWords): LetterSection {
  const { obstacles } = words;
  const { cautions, recommendations, reports } = letter;
  const standing = reports.filter(({ status }) => status !== 'cancelled');
  const isGated = recommendations.some(({ drugs }) => drugs.length > 0);
  const consents = new Set(standing.map(({ germlineConsent }) => germlineConsent));
  const hasGermline = standing.some(({ findings }) =>
    findings.shown.some(({ origin }) => origin === 'germline'),
  );
  const items: readonly LetterEntry[] = [
    ...recommendations
      .filter(({ gate }) => gate !== undefined)
      .map((item) => entry(gateText(item, words), `${nameRecommendation(item, words, true)}.`)),
    ...(cautions.qualityWaived === undefined
      ? []
      : [entry(obstacles.quality(cautions.qualityWaived.by, cautions.qualityWaived.reason))]),
    ...(isGated && cautions.medicationCompleteOn === undefined ? [entry(obstacles.medication)] : []),
    ...standing
      .filter(({ interpreted }) => !interpreted)
      .map(({ reportId }) => entry(obstacles.notInterpreted(reportId))),
    ...(consents.has('refused') ? [entry(obstacles.refused)] : []),
    ...(consents.has('not-stated') && hasGermline ? [entry(obstacles.consent)] : []),
  ];
  return {
    kind: 'section',
    heading: obstacles.heading,
    blocks: items.length === 0 ? [paragraph(obstacles.nothing)] : [{ kind: 'list', items }],
  };
}

/** What the gate said of an item, and who went on against it. */
export function gateText({ gate, override }: LetterRecommendation, { obstacles }: LetterWords): string {
  if (gate === undefined) return obstacles.notAsked;
  const said = joined(': ', obstacles.gates[gate.outcome], gate.reasons.join('; '));
  return override === undefined
    ? said
    : joined(
        '. ',
        said.replace(/\.$/, ''),
        obstacles.overridden(override.by, instant(override.at), override.reason),
      );
}
