import type { ProfilePattern, SmallVariantPattern } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import { isProteinChange } from './change-form.js';

/** What a pattern may refer to. */
export interface PatternReferences {
  readonly isApprovedSymbol: (symbol: string) => boolean;
  readonly isListedGene: (symbol: string) => boolean;
}

/** What is wrong with a pattern beyond its schema; `place` is the JSON pointer of the pattern. */
export function checkPattern(
  pattern: ProfilePattern,
  place: string,
  references: PatternReferences,
): Problem[] {
  if ('all' in pattern) return checkMembers(pattern.all, `${place}/all`, references);
  if ('any' in pattern) return checkMembers(pattern.any, `${place}/any`, references);
  if ('not' in pattern) return checkPattern(pattern.not, `${place}/not`, references);
  if ('smallVariant' in pattern)
    return checkSmallVariant(pattern.smallVariant, `${place}/smallVariant`, references);
  if ('copyNumber' in pattern)
    return checkGene(pattern.copyNumber.gene, `${place}/copyNumber/gene`, references);
  if ('exonSkipping' in pattern) {
    const { gene, exons } = pattern.exonSkipping;
    return [
      ...checkGene(gene, `${place}/exonSkipping/gene`, references),
      ...checkRange(exons, `${place}/exonSkipping/exons`),
    ];
  }
  if ('observation' in pattern)
    return checkGene(pattern.observation.gene, `${place}/observation/gene`, references);
  if ('fusion' in pattern) {
    const { gene, fivePrime, threePrime } = pattern.fusion;
    const partners = { gene, fivePrime, threePrime };
    if (Object.values(partners).every((partner) => partner === undefined))
      return [noPartner(`${place}/fusion`)];
    return Object.entries(partners).flatMap(([member, symbol]) => {
      if (symbol === undefined) return [];
      const at = `${place}/fusion/${member}`;
      // A partner that only lends its promoter is no cancer gene, and has no role to state.
      return member === 'gene' ? checkGene(symbol, at, references) : checkSymbol(symbol, at, references);
    });
  }
  return [];
}

function checkMembers(
  patterns: readonly ProfilePattern[],
  place: string,
  references: PatternReferences,
): Problem[] {
  if (patterns.length === 0) return [emptyList(place)];
  return patterns.flatMap((pattern, index) => checkPattern(pattern, `${place}/${index}`, references));
}

function checkSmallVariant(
  pattern: SmallVariantPattern,
  place: string,
  references: PatternReferences,
): Problem[] {
  const changes = (member: 'changes' | 'exceptChanges'): Problem[] =>
    (pattern[member] ?? []).flatMap((change, index) =>
      isProteinChange(change) ? [] : [changeForm(change, `${place}/${member}/${index}`)],
    );
  const empty = (['changes', 'exceptChanges', 'codons', 'classes'] as const).filter(
    (member) => pattern[member]?.length === 0,
  );
  return [
    ...checkGene(pattern.gene, `${place}/gene`, references),
    ...changes('changes'),
    ...changes('exceptChanges'),
    ...empty.map((member) => emptyList(`${place}/${member}`)),
    ...(pattern.residues === undefined ? [] : checkRange(pattern.residues, `${place}/residues`)),
    ...(pattern.exons === undefined ? [] : checkRange(pattern.exons, `${place}/exons`)),
  ];
}

const checkGene = (symbol: string, place: string, references: PatternReferences): Problem[] => [
  ...checkSymbol(symbol, place, references),
  ...(references.isListedGene(symbol) ? [] : [geneNotListed(symbol, place)]),
];

const checkSymbol = (symbol: string, place: string, references: PatternReferences): Problem[] =>
  references.isApprovedSymbol(symbol) ? [] : [unknownGene(symbol, place)];

const checkRange = (
  { first, last }: { readonly first: number; readonly last: number },
  place: string,
): Problem[] => (first >= 1 && first <= last ? [] : [reversedRange(first, last, place)]);

export const unknownGene = (symbol: string, place: string): Problem => ({
  code: 'KNOWLEDGE.UNKNOWN_GENE',
  place,
  message: `«${symbol}» is not an approved gene symbol.`,
  remedy: 'Use the HGNC symbol; aliases are not accepted in a release.',
});

const geneNotListed = (symbol: string, place: string): Problem => ({
  code: 'KNOWLEDGE.GENE_NOT_LISTED',
  place,
  message: `«${symbol}» is not in the release's genes.`,
  remedy: 'Add it to genes.yaml with its role.',
});

const changeForm = (change: string, place: string): Problem => ({
  code: 'KNOWLEDGE.PROTEIN_CHANGE_FORM',
  place,
  message: `«${change}» is not a protein change in normal form.`,
  remedy: 'Write one-letter residues without «p.», for instance V600E, E746_A750del, T1556fs*14.',
});

const reversedRange = (first: number, last: number, place: string): Problem => ({
  code: 'KNOWLEDGE.RANGE',
  place,
  message: `The range ${first} to ${last} holds nothing.`,
  remedy: 'Give the first and the last, both at least 1 and in this order.',
});

const emptyList = (place: string): Problem => ({
  code: 'KNOWLEDGE.EMPTY_LIST',
  place,
  message: 'The list is empty, and its meaning with it.',
  remedy: 'Name at least one, or leave the member out.',
});

const noPartner = (place: string): Problem => ({
  code: 'KNOWLEDGE.FUSION_WITHOUT_GENE',
  place,
  message: 'The fusion names no gene and would match every fusion.',
  remedy: 'Give gene, or fivePrime and threePrime.',
});
