import type { Criterion } from '../../language/criterion.js';
import { allOf, anybody, fragmentOf, negatedIf, unstructured, withText } from './fragment.js';
import { genomicVocabulary, variantCategories, yesOrNo } from './genomic-vocabulary.js';
import { readAlteration, readGene } from './read-alteration.js';
import { readAnnotatedVariant } from './read-annotated-variant.js';
import { isBiomarkerKey, readBiomarkerKey } from './read-biomarker-keys.js';
import { lookUp, readMembers, readSaid, refuseValue, type Member } from './read-members.js';
import { listed, type Reading } from './reading.js';

/** Words about the criterion, not conditions: both engines leave them out of the match. */
const labels = ['display_name', 'matching_examples'];

/** What no profile of ours says in these words: kept beside the rest, and never known. */
const unexpressedKeys: Readonly<Record<string, readonly string[] | undefined>> = {
  molecular_function: ['Activating', 'Inactivating'],
  tier: ['1', '2', '3', '4'],
};

/**
 * A `genomic` leaf. One finding must have all that its keys say; a `!` on any of them asks that the tumour has no such
 * finding, as in both engines.
 */
export function readGenomic(value: unknown, place: string, reading: Reading): Criterion | undefined {
  const read = readMembers(value, place, genomicVocabulary, reading);
  if (read === undefined) return undefined;
  const members = new Map(
    [...read].filter(([key, { value: said }]) => !(key === 'hugo_symbol' && isNoGene(said))),
  );
  const asked = [...members.values()].filter(({ key }) => !labels.includes(key));
  if (asked.length === 0) {
    reading.refuse(
      'EMPTY',
      place,
      'A genomic criterion says nothing.',
      'Give a gene and what is asked of it.',
    );
    return;
  }
  const criterion = readAsked(members, asked, place, reading);
  return criterion === undefined ? undefined : withText(criterion, `genomic: ${fragmentOf(value)}`);
}

/** The API allows null, and its own validation writes `None` where a signature needs no gene. */
const isNoGene = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && ['', 'none'].includes(value.trim().toLowerCase()));

function readAsked(
  members: ReadonlyMap<string, Member>,
  asked: readonly Member[],
  place: string,
  reading: Reading,
): Criterion | undefined {
  const everybody = members.get('match_all');
  if (everybody !== undefined) return readMatchAll(everybody, asked, reading);
  const biomarkers = asked.filter(({ key }) => isBiomarkerKey(key));
  return biomarkers.length > 0
    ? readBiomarkers(biomarkers, asked, reading)
    : readGeneCriterion(members, asked, place, reading);
}

function readMatchAll(member: Member, asked: readonly Member[], reading: Reading): Criterion | undefined {
  const said = readSaid(member, reading);
  if (said === undefined) return undefined;
  if (asked.length > 1) {
    reading.refuse('CONTRADICTION', member.place, 'match_all stands beside other keys.', 'Leave it out.');
    return;
  }
  if (said.negated || lookUp(said.texts[0] ?? '', yesOrNo) !== true) {
    refuseValue(member, said.texts[0] ?? '', ['true'], reading);
    return;
  }
  reading.remark('match_all asks nothing of the tumour’s profile.');
  return anybody;
}

/** A signature, mismatch repair or mutational burden; the engines leave out a gene that is given beside it. */
function readBiomarkers(
  biomarkers: readonly Member[],
  asked: readonly Member[],
  reading: Reading,
): Criterion | undefined {
  const before = reading.problems.length;
  for (const member of asked) {
    if (biomarkers.includes(member)) continue;
    if (member.key === 'hugo_symbol') {
      reading.remark(
        `hugo_symbol beside ${listed(biomarkers.map(({ key }) => key))} means nothing and was left out.`,
      );
    } else if (member.key !== 'variant_category' || !isSignatureCategory(member, reading)) {
      const message = `${member.key} cannot stand beside ${biomarkers[0]?.key ?? 'a signature'}: no finding has both.`;
      reading.refuse('CONTRADICTION', member.place, message, 'Give two criteria.');
    }
  }
  const read = biomarkers.map((member) => readBiomarkerKey(member, reading));
  const parts = read.flatMap((one) => one ?? []);
  if (reading.problems.length > before) return undefined;
  const category = asked.find(({ key }) => key === 'variant_category');
  const negated = [...parts, ...(category === undefined ? [] : [readSaid(category, reading)])].some(
    (one) => one?.negated === true,
  );
  return negatedIf(negated, allOf(parts.map(({ criterion }) => criterion)));
}

const isSignatureCategory = (member: Member, reading: Reading): boolean =>
  readSaid(member, reading)?.texts.every((text) => lookUp(text, variantCategories) === 'signature') === true;

function readGeneCriterion(
  members: ReadonlyMap<string, Member>,
  asked: readonly Member[],
  place: string,
  reading: Reading,
): Criterion | undefined {
  const before = reading.problems.length;
  const negated = asked.some((member) => member.key !== 'annotated_variant' && isNegated(member));
  const genes = readGenes(members, place, reading);
  const annotated = members.get('annotated_variant');
  const found =
    annotated === undefined
      ? genes.length === 0
        ? undefined
        : readAlteration(genes, members, reading)
      : readAnnotatedVariant(annotated, genes, members, reading);
  const open = Object.keys(unexpressedKeys).flatMap((key) => readUnexpressed(members.get(key), reading));
  if (found === undefined || reading.problems.length > before) return undefined;
  return negatedIf(negated, allOf([found, ...open]));
}

const isNegated = ({ value }: Member): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    (one) => typeof one === 'string' && one.trim().startsWith('!'),
  );

function readGenes(members: ReadonlyMap<string, Member>, place: string, reading: Reading): readonly string[] {
  const member = members.get('hugo_symbol');
  if (member === undefined) {
    reading.refuse('MISSING', place, 'A genomic criterion names no gene.', 'Give hugo_symbol.');
    return [];
  }
  const said = readSaid(member, reading);
  return (said?.texts ?? []).flatMap((text) => readGene(text, member.place, reading) ?? []);
}

function readUnexpressed(member: Member | undefined, reading: Reading): readonly Criterion[] {
  if (member === undefined) return [];
  const said = readSaid(member, reading);
  const accepted = unexpressedKeys[member.key] ?? [];
  const texts = said?.texts ?? [];
  const foreign = texts.find((text) => !accepted.some((one) => one.toLowerCase() === text.toLowerCase()));
  if (foreign !== undefined) refuseValue(member, foreign, accepted, reading);
  reading.remark(`${member.key} is not told by a profile and stays open.`);
  return [unstructured(`${member.key}: ${texts.join(' or ')}`)];
}
