import type { Answer, MolecularProfile, ProfilePattern, TumourTypeTree } from '@consilium/clinical';
import type { CancerGenes } from '../cancer-genes.js';
import { evaluatePattern } from '../evaluate-pattern.js';
import { judgeOncogenicity } from '../judge-oncogenicity.js';

const repairGenes = ['MLH1', 'MSH2', 'MSH6', 'PMS2'] as const;
type RepairGene = (typeof repairGenes)[number];

/**
 * What follows from lost mismatch repair: MLH1 lost with PMS2 is mostly acquired, and BRAF V600E (colorectal) or
 * methylation of its promoter says so before a Lynch work-up; the other proteins point to the germline (ESMO 2019, PMID
 * 31056702). Instability without staining or a biallelic driver is marked, as ACTIN does.
 */
export function workUpMismatchRepair(
  profile: MolecularProfile,
  genes: CancerGenes,
  tumourTypes: TumourTypeTree,
): readonly string[] {
  if (profile.status === 'cancelled') return [];
  const found = (kind: 'MMR' | 'MSI', state: 'positive' | 'negative'): boolean =>
    profile.biomarkers.some((one) => one.kind === kind && one.state === state);
  const remarks: string[] = [];
  const disagree =
    (found('MSI', 'positive') && found('MMR', 'negative')) ||
    (found('MSI', 'negative') && found('MMR', 'positive'));
  if (disagree) remarks.push('MSI and the staining of mismatch repair disagree: repeat one of them.');
  if (found('MSI', 'positive') && !found('MMR', 'positive') && !hasBiallelicDriver(profile, genes)) {
    remarks.push(
      'MSI-high without a staining that shows loss and without a biallelic change of MLH1, MSH2, MSH6 or PMS2: confirm by immunohistochemistry.',
    );
  }
  if (!found('MMR', 'positive') && !found('MSI', 'positive')) return remarks;
  const refused =
    profile.germlineConsent === 'refused'
      ? ['The patient does not wish to learn of inherited findings: a Lynch work-up needs new consent.']
      : [];
  return [...remarks, ...explainLoss(lostProteins(profile), profile, genes, tumourTypes), ...refused];
}

const lossWords = /loss|lost|absent|deficien|missing|negative/i;
const keptWords = /retained|intact|preserved|present|proficien|positive|no loss|not lost|without loss/i;
const repairGenesIn = (text: string): readonly RepairGene[] =>
  repairGenes.filter((gene) => text.toUpperCase().includes(gene));

/** By the words of result or method (`MLH1 and PMS2 lost, MSH2 and MSH6 retained`); undefined where they can be misread. */
export function lostProteins({ biomarkers }: MolecularProfile): readonly RepairGene[] | undefined {
  const clauses = biomarkers
    .filter(({ kind, state }) => kind === 'MMR' && state === 'positive')
    .map(({ result, method = '' }) => withoutAsides(result ?? method))
    .flatMap((words) => words.split(/[;.]|\bbut\b|\bwhile\b/i))
    .flatMap(splitAtCommas)
    .map((clause) => ({
      named: repairGenesIn(clause),
      lost: lossWords.test(clause),
      kept: keptWords.test(clause),
    }))
    .filter(({ named }) => named.length > 0);
  if (clauses.length === 0 || clauses.some(({ lost, kept }) => lost && kept)) return undefined;
  // A bare list names what is lost; more than a pair, or one beside words, is no such list.
  const bare = clauses.filter(({ lost, kept }) => !lost && !kept);
  if (bare.length > 0 && (clauses.length > 1 || bare.some(({ named }) => named.length > 2))) return undefined;
  const lost = clauses.filter(({ kept }) => !kept).flatMap(({ named }) => named);
  return lost.length === 0 ? undefined : [...new Set(lost)];
}

/** What stands in brackets without naming a protein says nothing of one: `(mismatch repair deficient)`. */
const withoutAsides = (words: string): string =>
  words.replaceAll(/\([^)]*\)/g, (aside) => (repairGenesIn(aside).length > 0 ? aside : ''));

/** Only where each part has its own verb: in `MLH1, PMS2 lost` the comma joins. */
function splitAtCommas(clause: string): readonly string[] {
  const parts = clause.split(',');
  return parts.every((part) => lossWords.test(part) || keptWords.test(part)) ? parts : [clause];
}

function explainLoss(
  lost: readonly RepairGene[] | undefined,
  profile: MolecularProfile,
  genes: CancerGenes,
  tumourTypes: TumourTypeTree,
): readonly string[] {
  if (lost === undefined || lost.includes('MLH1')) {
    return explainMlh1(lost === undefined, profile, genes, tumourTypes);
  }
  const list = lost.join(' and ');
  const tested = lost.includes('PMS2') && lost.length === 1 ? 'PMS2 and MLH1' : lost.join(', ');
  const also = lost.includes('MSH2') ? ' and EPCAM' : '';
  return [
    `${list} lost in the tumour: this points to the germline; offer testing of ${tested}${also} after counselling.`,
  ];
}

const brafV600E: ProfilePattern = { smallVariant: { gene: 'BRAF', changes: ['V600E'] } };
const methylated: ProfilePattern = {
  observation: { gene: 'MLH1', feature: 'promoter-methylation', states: ['present', 'high'] },
};

function explainMlh1(
  unnamed: boolean,
  profile: MolecularProfile,
  genes: CancerGenes,
  tumourTypes: TumourTypeTree,
): readonly string[] {
  const ask = (pattern: ProfilePattern): Answer => evaluatePattern(pattern, profile, genes).answer;
  const colorectal = tumourTypes.isWithin(['COADREAD'], profile.diagnosis);
  const subject = unnamed ? 'Mismatch repair is lost' : 'MLH1 is lost';
  const which = unnamed
    ? ' Which protein is lost was not read; MSH2 or MSH6 would point to the germline.'
    : '';
  if (ask(methylated) === 'met') {
    return [`${subject} with methylation of the MLH1 promoter: an acquired loss, as a rule.${which}`];
  }
  if (ask(brafV600E) === 'met') {
    return [
      colorectal
        ? `${subject} with BRAF V600E: in colorectal cancer this points to an acquired loss of MLH1.${which}`
        : `${subject} with BRAF V600E: in colorectal cancer it would point to an acquired loss of MLH1; here methylation of its promoter would tell.${which}`,
    ];
  }
  const open = [
    ...(colorectal && ask(brafV600E) === 'unknown' ? ['BRAF V600E'] : []),
    ...(ask(methylated) === 'unknown' ? ['methylation of the MLH1 promoter'] : []),
  ];
  if (open.length === 0) {
    return [
      `${subject}, and nothing shows an acquired loss of MLH1: offer germline testing after counselling.${which}`,
    ];
  }
  return unnamed
    ? [
        `Mismatch repair is lost: if MLH1 or PMS2 is missing, test BRAF V600E or methylation of the MLH1 promoter before a Lynch work-up; if MSH2 or MSH6 is missing, offer germline testing.`,
      ]
    : [`MLH1 is lost: test ${open.join(' or ')} before a Lynch work-up.`];
}

/** Two oncogenic variants, one with a copy lost, or both copies deleted. */
function hasBiallelicDriver(profile: MolecularProfile, genes: CancerGenes): boolean {
  return repairGenes.some((gene) => {
    const hits = profile.smallVariants.filter(
      (variant) => variant.gene === gene && judgeOncogenicity(variant, genes).answer === 'met',
    ).length;
    const copies = profile.copyNumberAlterations.filter((one) => one.gene === gene);
    const lost = copies.some(({ state }) => state === 'loss' || state === 'neutral-loh');
    return hits >= 2 || (hits === 1 && lost) || copies.some(({ state }) => state === 'deep-deletion');
  });
}
