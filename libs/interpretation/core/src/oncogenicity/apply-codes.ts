import type { CancerGene } from '@consilium/knowledge-core';
import { effectOf, normalChangeOf, readChange, type VariantEffect } from '../variant-effect.js';
import type { OncogenicityInput } from './assess-oncogenicity.js';
import { fails, holds, open, type AnsweredCode, type CodeAnswer, type Examined } from './code-answer.js';
import { establishedChange, functionalCodes, recordedStudies, sameResidue } from './established-codes.js';
import { hotspotCodes } from './hotspot-codes.js';
import { nullVariant } from './null-variant.js';
import type { OncogenicityCode } from './oncogenicity-codes.js';
import type { CutOffs } from './oncogenicity-cut-offs.js';
import { populationCodes } from './population-codes.js';
import { criticalDomain, inFrame } from './protein-place.js';

interface Applied {
  readonly answers: ReadonlyMap<OncogenicityCode, CodeAnswer>;
  readonly cautions: readonly string[];
}

/** What the data say of every code; a code that needs a gene of the release is not answered without one. */
export function applyCodes(input: OncogenicityInput, cutOffs: CutOffs): Applied {
  const { variant, gene, predictions, singleAetiology } = input;
  const population = populationCodes(input, cutOffs);
  const effect = effectOf(variant, variant.gene ?? 'the variant');
  const common: readonly AnsweredCode[] = [
    ...population.answers,
    ...predictionCodes(predictions, cutOffs),
    ['single_aetiology', statedAetiology(singleAetiology)],
    ['silent_no_effect', silent(effect)],
  ];
  const mismatch = gene !== undefined && variant.gene !== undefined && variant.gene !== gene.symbol;
  if (gene === undefined || mismatch) {
    const caution = mismatch
      ? `The variant is in ${variant.gene}, and the facts are of ${gene.symbol}: they were not used.`
      : 'The gene is not in the release.';
    const stated = functionalCodes([], input.functional);
    return {
      answers: new Map([...common, ...stated.answers]),
      cautions: [caution, ...population.cautions],
    };
  }
  const inGene = geneCodes(examine(input, gene, effect), input, cutOffs);
  return {
    answers: new Map([...common, ...inGene.answers]),
    cautions: [...inGene.cautions, ...population.cautions],
  };
}

function examine({ variant }: OncogenicityInput, gene: CancerGene, effect: VariantEffect): Examined {
  const change = readChange(variant);
  const normal = normalChangeOf(variant);
  return {
    variant,
    gene,
    effect,
    ...(change === undefined ? {} : { change }),
    ...(normal === undefined ? {} : { normal }),
  };
}

function geneCodes(
  examined: Examined,
  input: OncogenicityInput,
  cutOffs: CutOffs,
): { readonly answers: readonly AnsweredCode[]; readonly cautions: readonly string[] } {
  const truncated = nullVariant(examined);
  const functional = functionalCodes(recordedStudies(examined), input.functional);
  return {
    answers: [
      ['null_variant_in_suppressor', truncated.answer],
      ['established_same_change', establishedChange(examined)],
      ...functional.answers,
      ...hotspotCodes(examined),
      ['critical_domain', criticalDomain(examined)],
      ['inframe_in_cancer_gene', inFrame(examined)],
      ['same_residue_missense', sameResidue(examined, cutOffs)],
    ],
    cautions: [...truncated.cautions, ...functional.cautions],
  };
}

function predictionCodes(
  predictions: OncogenicityInput['predictions'],
  { predictionsAgree }: CutOffs,
): readonly AnsweredCode[] {
  if (predictions === undefined || !(predictions.damaging + predictions.benign > 0)) {
    const none = open('No predictions were reported.');
    return [
      ['computational_damaging', none],
      ['computational_benign', none],
    ];
  }
  const { damaging, benign } = predictions;
  const reason = `${String(damaging)} tools call it damaging, ${String(benign)} benign.`;
  const answer = (agree: boolean) => (agree ? holds(reason) : fails(reason));
  return [
    ['computational_damaging', answer(predictionsAgree(damaging, benign))],
    ['computational_benign', answer(predictionsAgree(benign, damaging))],
  ];
}

const statedAetiology = (stated: boolean | undefined): CodeAnswer =>
  stated === undefined ? open('Not stated.') : stated ? holds('Stated.') : fails('Stated.');

/** Conservation and splicing are not in the data, so that a silent variant is a curator's to call without effect. */
function silent(effect: VariantEffect): CodeAnswer {
  if (!effect.known) return open(effect.reason);
  return effect.consequence === 'synonymous'
    ? open('Conservation and effect on splicing are not known.')
    : fails('It is not silent.');
}
