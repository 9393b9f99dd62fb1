/**
 * `npm run civic:check -- FILE…`: reads CIViC's tables into a release, then asks the engine for each accepted predictive
 * item of level A or B with exactly its profile and tumour type. Prints what is not found again and why, and where the
 * built-in release agrees in direction, disagrees, or knows nothing.
 */
import type { ProfilePattern } from '@consilium/clinical';
import {
  exampleProfile,
  indexKnowledge,
  isOnLabel,
  judgeStatements,
  keysOf,
  type KnowledgeIndex,
} from '@consilium/interpretation-core';
import {
  isPredictive,
  patternCovers,
  type EvidenceItem,
  type PredictiveItem,
} from '@consilium/knowledge-core';
import { importCivicFiles, loadBuiltInRelease, loadImportReferences } from '@consilium/knowledge-nest';
import { loadTumourTypes } from '@consilium/platform-reference';

/** Differences that were looked into and stand. */
const explained: Readonly<Record<string, string>> = {
  'CIViC EID1415':
    '12 % responses in one arm (Corcoran 2015, PMID 26392102); the label excludes colorectal cancer for intrinsic resistance.',
};

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name the files: npm run civic:check -- FILE…');
  process.exit(2);
}
const tumourTypes = loadTumourTypes();
const builtIn = loadBuiltInRelease();
const { release, problems } = await importCivicFiles(files, loadImportReferences(), builtIn.drugs);
if (release === undefined) {
  console.error('Nothing could be read.', problems);
  process.exit(1);
}
const civic = indexKnowledge([release, builtIn]);
const own = indexKnowledge([builtIn]);
const asked = release.evidence.filter(isAsked);
const misses = asked.flatMap((item) => whyMissed(item, civic));
const share = asked.length === 0 ? 0 : 1 - misses.length / asked.length;
console.log(
  `${release.name}: ${String(asked.length)} accepted predictive items of level A or B asked for, ` +
    `${String(asked.length - misses.length)} returned (${(share * 100).toFixed(2)} %).`,
);
for (const miss of misses) console.log(`  ${miss}`);

const compared = asked
  .filter(({ support, direction }) => support === undefined && isEitherWay(direction))
  .map(compare);
const by = (verdict: Comparison['verdict']) => compared.filter((one) => one.verdict === verdict);
console.log(
  `Against ${builtIn.name}: ${String(by('agrees').length)} agree in direction, ${String(by('differs').length)} differ, ` +
    `${String(by('CIViC contradicts itself').length)} are contradicted by CIViC itself, ` +
    `${String(by('not known').length)} are not known to it.`,
);
for (const { line } of by('CIViC contradicts itself')) console.log(`  contradicted ${line}`);
for (const { id, line } of by('differs')) {
  console.log(
    `  ${explained[id] === undefined ? 'DIFFERS  ' : 'differs  '} ${line}${explained[id] === undefined ? '' : ` — ${explained[id]}`}`,
  );
}
for (const { line } of by('not known')) console.log(`  not known ${line}`);
process.exit(share >= 0.99 && by('differs').every(({ id }) => explained[id] !== undefined) ? 0 : 1);

function isAsked(item: EvidenceItem): item is PredictiveItem {
  const { grade, status } = item;
  const accepted = status === undefined || status === 'flagged';
  return isPredictive(item) && accepted && grade?.scale === 'CIViC' && 'AB'.includes(grade.level);
}

/** Any code serves where the disease has no counterpart: the item fits none, and says so. */
function diagnosisOf({ tumourTypes: scope }: EvidenceItem): string {
  return typeof scope === 'string' ? 'LUAD' : (scope[0] ?? 'LUAD');
}

function whyMissed(item: PredictiveItem, index: KnowledgeIndex): string[] {
  const profile = exampleProfile(item.profile, diagnosisOf(item), own.genes);
  const found = judgeStatements(profile, index, tumourTypes).find((one) => one.item.id === item.id);
  const line = `${item.id} ${JSON.stringify(item.profile)} ${item.disease?.name ?? ''}: `;
  if (found === undefined) return [`${line}not returned`];
  if (found.answer.answer !== 'met') {
    return [`${line}${found.answer.answer}; ${found.answer.missing.map(({ reason }) => reason).join(' ')}`];
  }
  const mapped = typeof item.tumourTypes === 'string' || item.tumourTypes.length > 0;
  return mapped && !isOnLabel(found.fit) ? [`${line}does not fit its own tumour type (${found.fit})`] : [];
}

function isEitherWay(direction: string): boolean {
  return direction === 'sensitive' || direction === 'resistant';
}

interface Comparison {
  readonly verdict: 'agrees' | 'differs' | 'CIViC contradicts itself' | 'not known';
  readonly id: string;
  readonly line: string;
}

function compare(item: PredictiveItem): Comparison {
  const { id } = item;
  const line = `${item.id} (${item.grade?.scale === 'CIViC' ? item.grade.level : ''}, ${item.reviewedOn ?? 'no date'}) ${item.direction} to ${drugsIn(item).join(' + ')} in ${item.disease?.name ?? 'no disease'}: ${JSON.stringify(item.profile)}`;
  const known = saidBy(own, item);
  if (known.length === 0) return { verdict: 'not known', id, line };
  if (known.some(({ direction }) => direction === item.direction)) return { verdict: 'agrees', id, line };
  const against = saidBy(civic, item).filter(
    (other) => other.grade !== undefined && other.support === undefined && other.direction !== item.direction,
  );
  const built = known.map((one) => `${one.id} ${one.direction}`).join(', ');
  return against.length > 0
    ? {
        verdict: 'CIViC contradicts itself',
        id,
        line: `${line} — built in: ${built}; CIViC too: ${against.map((one) => one.id).join(', ')}`,
      }
    : { verdict: 'differs', id, line: `${line} — built in: ${built}` };
}

function drugsIn({ therapy }: PredictiveItem): readonly string[] {
  return 'drugs' in therapy ? therapy.drugs : [];
}

/** What an index says of exactly these drugs, for the same finding in the same tumour type. */
function saidBy(index: KnowledgeIndex, item: PredictiveItem): readonly PredictiveItem[] {
  const profile = exampleProfile(item.profile, diagnosisOf(item), own.genes);
  const drugs = drugsIn(item);
  const regimens =
    'drugs' in item.therapy && item.therapy.given === 'as-alternatives'
      ? drugs.map((drug) => [drug])
      : [drugs];
  return judgeStatements(profile, index, tumourTypes).flatMap(({ item: other, answer, fit, excluded }) =>
    answer.answer === 'met' &&
    isOnLabel(fit) &&
    !excluded &&
    isPredictive(other) &&
    isEitherWay(other.direction) &&
    asksTheSame(item, other) &&
    regimens.some((regimen) => speaksOf(other, regimen))
      ? [other]
      : [],
  );
}

function speaksOf(item: PredictiveItem, regimen: readonly string[]): boolean {
  if (item.direction === 'resistant') return patternCovers(item.therapy, regimen, builtIn.drugs);
  const named = drugsIn(item);
  return regimen.length === named.length && regimen.every((drug) => named.includes(drug));
}

/** Both must ask for a finding of a common gene, and the other for no fewer findings at once. */
function asksTheSame(item: PredictiveItem, other: PredictiveItem): boolean {
  const wanted = keysFound(item.profile);
  return (
    keysFound(other.profile).some((key) => wanted.includes(key)) &&
    findingsOf(other.profile) >= findingsOf(item.profile)
  );
}

/** Genes and biomarkers of which something must be found, not be absent. */
function keysFound(pattern: ProfilePattern): readonly string[] {
  if ('all' in pattern) return pattern.all.flatMap(keysFound);
  if ('any' in pattern) return pattern.any.flatMap(keysFound);
  return 'not' in pattern ? [] : keysOf(pattern);
}

function findingsOf(pattern: ProfilePattern): number {
  if ('all' in pattern) return pattern.all.reduce((sum, part) => sum + findingsOf(part), 0);
  if ('any' in pattern) return Math.max(0, ...pattern.any.map(findingsOf));
  return 'not' in pattern ? 0 : 1;
}
