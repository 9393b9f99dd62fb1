import { patternCovers, type PredictiveItem, type TherapyPattern } from '@consilium/knowledge-core';
import type { KnowledgeIndex } from './index-knowledge.js';
import { isOnLabel, type JudgedEvidence } from './judge-statements.js';
import { nameGrade } from './name-grade.js';
import { mergeFacts, mergeMissing, type MissingTest } from './pattern-answer.js';
import { drugsOf, regimenKey } from './regimen.js';
import type { Withholding } from './therapy-option.js';

/** What resistance means for one therapy. */
export interface ResistanceVerdict {
  readonly withheldBecause?: Withholding;
  readonly cautions: readonly string[];
  readonly wouldSettle: readonly MissingTest[];
}

/**
 * Resistance that holds for the patient's tumour type (it never carries over to another), met or not yet excluded. An
 * open question is asked only for well-established resistance (levels A and B): there is no end of the others.
 */
export function bearsOnPatient({ item, fit, excluded, answer }: JudgedEvidence): boolean {
  if (item.direction !== 'resistant' || excluded) return false;
  if (answer.answer === 'met') return isOnLabel(fit) || fit === 'subtype';
  return answer.answer === 'unknown' && isOnLabel(fit) && (item.level === 'A' || item.level === 'B');
}

/**
 * Clinical resistance that was found withholds a therapy. Preclinical (level D) only cautions, so that a weak statement
 * cannot displace an approved therapy; so does one whose answer, or whose tumour subtype, is still open.
 */
export function weighResistance(
  therapy: TherapyPattern,
  resistances: readonly JudgedEvidence[],
  index: KnowledgeIndex,
): ResistanceVerdict {
  const covering = resistances.filter(({ item }) => covers(item, therapy, index));
  const withholding = covering.filter(isFirm);
  const others = covering.filter((resistance) => !isFirm(resistance));
  const unlisted = drugsOf(therapy).filter((drug) => !index.knownDrugs.has(drug));
  const sentence = withholding.map(({ item }) => item.statement).join(' ');
  return {
    ...(withholding.length === 0
      ? {}
      : {
          withheldBecause: {
            reason: 'resistance' as const,
            sentence,
            evidence: withholding.map(({ item }) => item.id),
            facts: mergeFacts(withholding.map(({ answer }) => answer.facts)),
          },
        }),
    cautions: [
      ...others.map(caution),
      ...unlisted.map(
        (drug) => `${drug} is not among the release's drugs: resistance to its class was not looked for.`,
      ),
    ],
    wouldSettle: mergeMissing(others.map(toSettle)),
  };
}

/** What was graded by another scale cautions and is shown as a disagreement: it does not displace a graded therapy. */
const isFirm = (resistance: JudgedEvidence): boolean =>
  isFound(resistance) &&
  resistance.item.level !== 'D' &&
  (resistance.item.grade === undefined || resistance.item.grade.scale === 'AMP');

/** Met, and for this tumour type without doubt. */
export const isFound = ({ fit, answer, maybeExcluded }: JudgedEvidence): boolean =>
  answer.answer === 'met' && isOnLabel(fit) && !maybeExcluded;

function caution({ item, answer }: JudgedEvidence): string {
  const open = answer.answer === 'unknown' ? 'Not excluded' : 'Caution';
  return `${open}: ${item.statement} (${item.id}, ${nameGrade(item)})`;
}

function toSettle({ item, answer, fit }: JudgedEvidence): readonly MissingTest[] {
  if (answer.answer === 'unknown') return answer.missing;
  if (fit !== 'subtype' || typeof item.tumourTypes === 'string') return [];
  const reason = `Whether the tumour is ${item.tumourTypes.join(' or ')} decides on a resistance (${item.id}).`;
  return [{ kind: 'diagnosis', tumourTypes: item.tumourTypes, reason }];
}

function covers(
  { therapy: resisted }: PredictiveItem,
  therapy: TherapyPattern,
  { drugs }: KnowledgeIndex,
): boolean {
  if ('drugs' in therapy) return patternCovers(resisted, therapy.drugs, drugs);
  return regimenKey(resisted) === regimenKey(therapy);
}
