/**
 * `npm run civic:check -- FILE…`: reads CIViC's tables into a release, then asks the engine for each accepted predictive
 * item of level A or B with exactly its profile and tumour type. Prints what is not found again and why, and where the
 * built-in release agrees in direction, disagrees, or knows nothing.
 */
import type { MolecularProfile } from '@consilium/clinical';
import {
  exampleProfile,
  indexKnowledge,
  isOnLabel,
  judgeStatements,
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
const civic = indexKnowledge([release]);
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
const by = (verdict: string) => compared.filter((one) => one.verdict === verdict);
console.log(
  `Against ${builtIn.name}: ${String(by('agrees').length)} agree in direction, ${String(by('differs').length)} differ, ` +
    `${String(by('not known').length)} are not known to it.`,
);
for (const { line } of by('differs')) console.log(`  DIFFERS   ${line}`);
for (const { line } of by('not known')) console.log(`  not known ${line}`);
process.exit(share >= 0.99 && by('differs').length === 0 ? 0 : 1);

function isAsked(item: EvidenceItem): item is PredictiveItem {
  const { grade, status } = item;
  return isPredictive(item) && status === undefined && grade?.scale === 'CIViC' && 'AB'.includes(grade.level);
}

/** Any code serves where the disease has no counterpart: the item fits none, and says so. */
function diagnosisOf({ tumourTypes: scope }: EvidenceItem): string {
  return typeof scope === 'string' ? 'LUAD' : (scope[0] ?? 'LUAD');
}

function whyMissed(item: PredictiveItem, index: KnowledgeIndex): string[] {
  const profile = exampleProfile(item.profile, diagnosisOf(item));
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
  readonly verdict: 'agrees' | 'differs' | 'not known';
  readonly line: string;
}

function compare(item: PredictiveItem): Comparison {
  const profile = exampleProfile(item.profile, diagnosisOf(item));
  const line = `${item.id} (${item.grade?.scale === 'CIViC' ? item.grade.level : ''}, ${item.reviewedOn ?? 'no date'}) ${item.direction} to ${drugsIn(item).join(' + ')} in ${item.disease?.name ?? 'no disease'}: ${JSON.stringify(item.profile)}`;
  const said = directionsSaid(profile, drugsIn(item), item);
  if (said.size === 0) return { verdict: 'not known', line };
  if (said.has(item.direction)) return { verdict: 'agrees', line };
  return { verdict: 'differs', line: `${line} — built in: ${[...said].join(', ')}` };
}

function drugsIn({ therapy }: PredictiveItem): readonly string[] {
  return 'drugs' in therapy ? therapy.drugs : [];
}

/** What the built-in release says of exactly these drugs for exactly this profile in this tumour type. */
function directionsSaid(
  profile: MolecularProfile,
  drugs: readonly string[],
  { therapy }: PredictiveItem,
): ReadonlySet<string> {
  const regimens =
    'drugs' in therapy && therapy.given === 'as-alternatives' ? drugs.map((drug) => [drug]) : [drugs];
  const met = judgeStatements(profile, own, tumourTypes).flatMap(({ item, answer, fit, excluded }) =>
    answer.answer === 'met' && isOnLabel(fit) && !excluded && isPredictive(item) ? [item] : [],
  );
  const same = (named: readonly string[], regimen: readonly string[]): boolean =>
    regimen.length === named.length && regimen.every((drug) => named.includes(drug));
  const holds = (item: PredictiveItem, regimen: readonly string[]): boolean =>
    item.direction === 'sensitive'
      ? same(drugsIn(item), regimen)
      : patternCovers(item.therapy, regimen, builtIn.drugs);
  return new Set(
    met.filter((item) => regimens.some((regimen) => holds(item, regimen))).map(({ direction }) => direction),
  );
}
