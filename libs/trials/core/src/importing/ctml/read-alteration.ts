import type { CopyNumberState } from '@consilium/clinical';
import type { Criterion } from '../../language/criterion.js';
import { anyOf, unstructured } from './fragment.js';
import {
  anyCopyNumberCall,
  categoryNames,
  copyNumberCallNames,
  copyNumberCalls,
  variantCategories,
  yesOrNo,
  type VariantCategory,
} from './genomic-vocabulary.js';
import { foldValue, lookUp, readSaid, refuseValue, type Member } from './read-members.js';
import { readMutationDetails, smallVariantOf, type MutationDetails } from './read-small-variant.js';
import { listed, type Reading } from './reading.js';

type Members = ReadonlyMap<string, Member>;

const mutationKeys = [
  'protein_change',
  'wildcard_protein_change',
  'variant_classification',
  'exon',
  'wildtype',
];

/** What each category can carry; a record of one kind has none of the others' details, so that nothing would match. */
const foreignKeys: Readonly<Record<Exclude<VariantCategory, 'signature'>, readonly string[]>> = {
  mutation: ['cnv_call', 'fusion_partner_hugo_symbol'],
  'copy-number': [...mutationKeys, 'fusion_partner_hugo_symbol'],
  structural: [...mutationKeys, 'cnv_call'],
  'any-variation': ['fusion_partner_hugo_symbol'],
};

/** One alteration of one of the genes, `!` left aside. */
export function readAlteration(
  genes: readonly string[],
  members: Members,
  reading: Reading,
): Criterion | undefined {
  const before = reading.problems.length;
  const category = readCategory(members, reading);
  const details = readMutationDetails(members, reading);
  const calls = readCalls(members.get('cnv_call'), reading);
  const partners = readPartners(members.get('fusion_partner_hugo_symbol'), reading);
  const wildType = readWildType(members, reading);
  if (details === undefined || reading.problems.length > before) return undefined;
  if (wildType) return anyOf(genes.map((gene) => ofOrigin({ wildType: { gene } }, details, reading)));
  return anyOf(
    genes.flatMap((gene) =>
      kindsOf(category, members).map((kind) => {
        if (kind === 'mutation') return smallVariantOf(gene, details, reading);
        const found =
          kind === 'copy-number'
            ? { copyNumber: { gene, states: calls } }
            : structuralOf(gene, partners, reading);
        return ofOrigin(found, details, reading);
      }),
    ),
  );
}

type Kind = 'mutation' | 'copy-number' | 'structural';

/** Without a category the details tell it; without either, any alteration of the gene is meant. */
function kindsOf(category: VariantCategory | undefined, members: Members): readonly Kind[] {
  const hasCall = members.has('cnv_call');
  const hasMutation = mutationKeys.some((key) => members.has(key));
  switch (category) {
    case 'mutation':
    case 'copy-number':
    case 'structural':
      return [category];
    case 'any-variation':
      // Both engines look among mutations and copy number changes only.
      return hasCall ? ['copy-number'] : hasMutation ? ['mutation'] : ['mutation', 'copy-number'];
    default:
      if (hasCall) return ['copy-number'];
      if (members.has('fusion_partner_hugo_symbol')) return ['structural'];
      return hasMutation ? ['mutation'] : ['mutation', 'copy-number', 'structural'];
  }
}

function readCategory(members: Members, reading: Reading): VariantCategory | undefined {
  const member = members.get('variant_category');
  if (member === undefined) {
    refuseMixture(members, reading);
    return undefined;
  }
  const said = readSaid(member, reading);
  if (said === undefined) return undefined;
  const [text = '', second] = said.texts;
  if (second !== undefined) {
    reading.refuse(
      'WRONG_TYPE',
      member.place,
      'Several categories stand in one criterion.',
      'Give a criterion for each, joined by or.',
    );
    return;
  }
  const category = lookUp(text, variantCategories);
  if (category === undefined) {
    refuseValue(member, text, categoryNames, reading);
    return;
  }
  if (category === 'signature') {
    const message = 'variant_category Signature names no signature.';
    const remedy = 'Add mmr_status, ms_status or a …_signature, or choose another category.';
    reading.refuse('CONTRADICTION', member.place, message, remedy);
    return;
  }
  const foreign = foreignKeys[category].flatMap((key) => members.get(key) ?? []);
  for (const { key, place } of foreign) {
    const message = `A criterion of the category «${text}» cannot have ${key}: no finding has both.`;
    reading.refuse('CONTRADICTION', place, message, 'Remove one of them, or give two criteria.');
  }
  if (category === 'any-variation') refuseMixture(members, reading);
  return category;
}

function refuseMixture(members: Members, reading: Reading): void {
  const mutation = mutationKeys.find((key) => members.has(key));
  const present = [mutation, ...['cnv_call', 'fusion_partner_hugo_symbol'].filter((key) => members.has(key))];
  const kinds = present.filter((key) => key !== undefined);
  if (kinds.length < 2) return;
  const place = members.get(kinds[1] ?? '')?.place ?? '';
  const message = `${listed(kinds).replace(' or ', ' and ')} stand in one criterion: no finding has both.`;
  reading.refuse('CONTRADICTION', place, message, 'Give a criterion for each.');
}

function readWildType(members: Members, reading: Reading): boolean {
  const member = members.get('wildtype');
  if (member === undefined) return false;
  const said = readSaid(member, reading);
  const [text = ''] = said?.texts ?? [];
  const wild = lookUp(text, yesOrNo);
  if (said === undefined) return false;
  if (wild === undefined || said.negated || said.texts.length > 1) {
    refuseValue(member, `${said.negated ? '!' : ''}${text}`, ['true', 'false'], reading);
    return false;
  }
  const detail = mutationKeys.find((key) => key !== 'wildtype' && members.has(key));
  if (wild && detail !== undefined) {
    const message = `A wild-type gene has no ${detail}.`;
    reading.refuse('CONTRADICTION', member.place, message, `Remove wildtype or ${detail}.`);
  }
  return wild;
}

function readCalls(member: Member | undefined, reading: Reading): readonly CopyNumberState[] {
  if (member === undefined) return anyCopyNumberCall;
  const said = readSaid(member, reading);
  return (said?.texts ?? []).flatMap((text) => {
    const state = lookUp(text, copyNumberCalls);
    if (state === undefined) refuseValue(member, text, copyNumberCallNames, reading);
    return state ?? [];
  });
}

/** Our language asks for the origin of small variants only. */
function ofOrigin(found: Criterion, { origin }: MutationDetails, reading: Reading): Criterion {
  if (origin === undefined) return found;
  reading.remark(
    `Whether an alteration other than a small variant is ${origin} cannot be asked and stays open.`,
  );
  return { all: [found, unstructured(`germline: ${String(origin === 'germline')}`)] };
}

/** A gene's symbol, any other gene, or a place between genes (`fusion_partner_hugo_symbol` of the second engine). */
type Partner = { readonly gene: string } | 'any-gene' | 'intergenic';

function readPartners(member: Member | undefined, reading: Reading): readonly Partner[] {
  if (member === undefined) return [];
  const said = readSaid(member, reading);
  return (said?.texts ?? []).flatMap((text): readonly Partner[] => {
    const word = foldValue(text);
    if (word === 'any gene') return ['any-gene'];
    if (word === 'intergenic') return ['intergenic'];
    const gene = readGene(text, member.place, reading);
    return gene === undefined ? [] : [{ gene }];
  });
}

function structuralOf(gene: string, partners: readonly Partner[], reading: Reading): Criterion {
  if (partners.length === 0) return { rearrangement: { gene } };
  return anyOf(
    partners.map((partner) => {
      if (partner === 'any-gene') return { fusion: { gene } };
      if (partner !== 'intergenic' && partner.gene !== gene)
        return anyOf([
          { fusion: { fivePrime: gene, threePrime: partner.gene } },
          { fusion: { fivePrime: partner.gene, threePrime: gene } },
        ]);
      const within = partner === 'intergenic' ? 'intergenic' : partner.gene;
      reading.remark(`A structural variant of ${gene} with fusion partner ${within} stays open.`);
      return { all: [{ rearrangement: { gene } }, unstructured(`fusion_partner_hugo_symbol: ${within}`)] };
    }),
  );
}

/** The approved symbol; an alias with a remark, and what is no one gene as a problem. */
export function readGene(text: string, place: string, reading: Reading): string | undefined {
  const answer = reading.references.genes.resolve(text);
  switch (answer.kind) {
    case 'approved':
      return answer.symbol;
    case 'alias':
      reading.remark(`The gene «${text}» was read as ${answer.symbol}.`);
      return answer.symbol;
    case 'ambiguous': {
      const message = `«${text}» has been a name of several genes.`;
      reading.refuse(
        'UNKNOWN_GENE',
        place,
        message,
        `Write which one is meant: ${listed(answer.candidates)}.`,
      );
      return;
    }
    case 'unknown': {
      const { suggestions } = answer;
      const remedy =
        suggestions.length === 0 ? 'Use the approved HGNC symbol.' : `Did you mean ${listed(suggestions)}?`;
      reading.refuse('UNKNOWN_GENE', place, `«${text}» is no gene symbol.`, remedy);
      return;
    }
  }
}
