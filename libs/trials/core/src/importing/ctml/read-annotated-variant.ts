import { normaliseProteinChange, parseProteinChange } from '@consilium/clinical';
import type { Criterion } from '../../language/criterion.js';
import { anyOf, negatedIf, unstructured } from './fragment.js';
import { lookUp, readSaid, type Member } from './read-members.js';
import { readMutationDetails } from './read-small-variant.js';
import { listed, type Reading } from './reading.js';

/**
 * A variant as OncoKB names it (`V600E`, `Oncogenic Mutations`, `Amplification`, `Fusions`), in the CTML that
 * Memorial Sloan Kettering's curation tool writes. Names that have no certain meaning here stay open.
 */
export function readAnnotatedVariant(
  member: Member,
  genes: readonly string[],
  members: ReadonlyMap<string, Member>,
  reading: Reading,
): Criterion | undefined {
  const beside = [...members.keys()].filter((key) => !allowedBeside.includes(key));
  if (beside.length > 0) {
    const message = `annotated_variant stands beside ${listed(beside)}.`;
    reading.refuse('CONTRADICTION', member.place, message, 'Say what is meant in one way.');
    return;
  }
  const said = readSaid(member, reading);
  if (said === undefined || genes.length === 0) return undefined;
  const origin = readMutationDetails(members, reading)?.origin;
  const criterion = anyOf(
    genes.flatMap((gene) => said.texts.map((text) => ofOrigin(variantOf(gene, text, reading), origin))),
  );
  return negatedIf(said.negated, criterion);
}

const allowedBeside = ['hugo_symbol', 'annotated_variant', 'germline', 'display_name', 'matching_examples'];

const ofOrigin = (criterion: Criterion, origin: 'germline' | 'somatic' | undefined): Criterion => {
  if (origin === undefined) return criterion;
  return 'smallVariant' in criterion
    ? { smallVariant: { ...criterion.smallVariant, origin } }
    : { all: [criterion, unstructured(`germline: ${String(origin === 'germline')}`)] };
};

function variantOf(gene: string, text: string, reading: Reading): Criterion {
  const change = parseProteinChange(text);
  const normal = normaliseProteinChange(text);
  if (change !== undefined && change.kind !== 'unknown' && normal !== undefined)
    return { smallVariant: { gene, changes: [normal] } };
  const read = lookUp(text, byName)?.(gene);
  if (read !== undefined) return read;
  reading.remark(`annotated_variant «${text}» has no certain meaning in our words and stays open.`);
  return unstructured(`${gene} ${text}`);
}

/** OncoKB: `Deletion` is of both copies, `Fusions` any fusion of the gene. */
const byName: Readonly<Record<string, (gene: string) => Criterion>> = {
  'oncogenic mutations': (gene) => ({ smallVariant: { gene, classes: ['oncogenic'] } }),
  'truncating mutations': (gene) => ({ smallVariant: { gene, classes: ['truncating'] } }),
  amplification: (gene) => ({ copyNumber: { gene, states: ['amplification'] } }),
  deletion: (gene) => ({ copyNumber: { gene, states: ['deep-deletion'] } }),
  fusions: (gene) => ({ fusion: { gene } }),
  wildtype: (gene) => ({ wildType: { gene } }),
};
