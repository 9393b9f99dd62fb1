import type { ProteinChange, SmallVariant } from '@consilium/clinical';
import type { CancerGene, Recurrence } from '@consilium/knowledge-core';
import {
  effectOf,
  losesProduct,
  normalChangeOf,
  readChange,
  sameChange,
  truncates,
  type VariantEffect,
} from '../variant-effect.js';
import type { OncogenicityInput } from './assess-oncogenicity.js';
import { granthamDistance } from './grantham-distance.js';
import type { OncogenicityCode } from './oncogenicity-codes.js';
import type { CutOffs } from './oncogenicity-cut-offs.js';

/** `holds` is absent where the data do not decide. */
export interface CodeAnswer {
  readonly holds?: boolean;
  readonly reason: string;
}

interface Examined {
  readonly variant: SmallVariant;
  readonly gene: CancerGene;
  readonly effect: VariantEffect;
  readonly change: ProteinChange | undefined;
  readonly normal: string | undefined;
}

const yes = (reason: string): CodeAnswer => ({ holds: true, reason });
const no = (reason: string): CodeAnswer => ({ holds: false, reason });
const open = (reason: string): CodeAnswer => ({ reason });

/** What the data say of every code. */
export function applyCodes(
  { variant, gene, predictions, singleAetiology }: OncogenicityInput,
  cutOffs: CutOffs,
): { readonly answers: ReadonlyMap<OncogenicityCode, CodeAnswer>; readonly cautions: readonly string[] } {
  const answers = new Map<OncogenicityCode, CodeAnswer>([
    ...byPopulation(variant.populationFrequency),
    ...byPrediction(predictions, cutOffs),
    [
      'single_aetiology',
      singleAetiology === undefined ? open('Not stated.') : singleAetiology ? yes('Stated.') : no('Stated.'),
    ],
    ['silent_no_effect', open('Conservation and effect on splicing are not known.')],
  ]);
  if (gene === undefined) return { answers, cautions: ['The gene is not in the release.'] };
  const examined: Examined = {
    variant,
    gene,
    effect: effectOf(variant, gene.symbol),
    change: readChange(variant),
    normal: normalChangeOf(variant),
  };
  const { answer, cautions } = nullVariant(examined);
  for (const [code, one] of [
    ['null_variant_in_suppressor', answer],
    ['established_same_change', established(examined)],
    ...functional(examined),
    ...hotspots(examined),
    ['critical_domain', criticalDomain(examined)],
    ['inframe_in_cancer_gene', inFrame(examined)],
    ['same_residue_missense', sameResidue(examined)],
  ] as const) {
    answers.set(code, one);
  }
  return { answers, cautions };
}

function byPopulation(frequency: number | undefined): readonly (readonly [OncogenicityCode, CodeAnswer])[] {
  const codes = ['very_common_in_population', 'common_in_population', 'absent_in_population'] as const;
  if (frequency === undefined) {
    return codes.map((code) => [code, open('The frequency in gnomAD was not reported.')] as const);
  }
  const said = `Highest frequency over the continental populations of gnomAD: ${String(frequency)}.`;
  const answer = (holds: boolean): CodeAnswer => ({ holds, reason: said });
  return [
    ['very_common_in_population', answer(frequency > 0.05)],
    ['common_in_population', answer(frequency > 0.01)],
    ['absent_in_population', answer(frequency <= 1e-5)],
  ];
}

function byPrediction(
  predictions: OncogenicityInput['predictions'],
  { predictionsAgree }: CutOffs,
): readonly (readonly [OncogenicityCode, CodeAnswer])[] {
  if (predictions === undefined) {
    const none = open('No predictions were reported.');
    return [
      ['computational_damaging', none],
      ['computational_benign', none],
    ];
  }
  const { damaging, benign } = predictions;
  const reason = `${String(damaging)} tools call it damaging, ${String(benign)} benign.`;
  return [
    ['computational_damaging', { holds: predictionsAgree(damaging, benign), reason }],
    ['computational_benign', { holds: predictionsAgree(benign, damaging), reason }],
  ];
}

const suppresses = ({ role }: CancerGene): boolean => role === 'tumour-suppressor' || role === 'both';

function nullVariant({ variant, gene, effect }: Examined): {
  readonly answer: CodeAnswer;
  readonly cautions: readonly string[];
} {
  if (!suppresses(gene)) return { answer: no(`${gene.symbol} is no tumour suppressor.`), cautions: [] };
  if (!effect.known) return { answer: open(effect.reason), cautions: [] };
  if (!truncates(effect.consequence))
    return { answer: no('It does not truncate the protein.'), cautions: [] };
  if (gene.truncationUncertain === true) {
    return { answer: open(`Truncation is not how ${gene.symbol} is known to fail.`), cautions: [] };
  }
  const late = !losesProduct(variant, gene);
  const cautions = [
    ...(late ? ['It lies near the 3′ end and may escape nonsense-mediated decay: check the last exon.'] : []),
    ...(effect.consequence === 'splice-site'
      ? ['Skipping of an exon may keep the reading frame: check by RNA.']
      : []),
    ...(gene.role === 'both' ? [`${gene.symbol} is a tumour suppressor in some settings only.`] : []),
  ];
  return {
    answer: late
      ? open('It may escape nonsense-mediated decay; a curator decides.')
      : yes(`${effect.consequence} in the tumour suppressor ${gene.symbol}.`),
    cautions,
  };
}

function established({ variant, gene, change, normal }: Examined): CodeAnswer {
  if (normal === undefined) return open('The protein change is not reported.');
  if (variant.consequence === 'splice-site' || variant.consequence === 'splice-region') {
    return no('It affects splicing.');
  }
  const codon = change?.kind === 'substitution' ? `${change.from}${String(change.position)}` : undefined;
  const listed = gene.hotspots?.find((hotspot) => hotspot === codon || sameChange(hotspot, normal));
  return listed === undefined
    ? no('It is not among the established changes of the release.')
    : yes(`${gene.symbol} ${listed} is established as oncogenic in the release.`);
}

function functional({ gene, normal }: Examined): readonly (readonly [OncogenicityCode, CodeAnswer])[] {
  const known = gene.functional?.find(({ change }) => change === normal);
  if (known === undefined) {
    const none = open('No functional study is recorded.');
    return [
      ['functional_damaging', none],
      ['functional_neutral', none],
    ];
  }
  const reason = `Functional studies: ${known.effect} (PMID ${known.pmid}).`;
  return [
    ['functional_damaging', { holds: known.effect !== 'neutral', reason }],
    ['functional_neutral', { holds: known.effect === 'neutral', reason }],
  ];
}

/** Counts of the release are lower bounds, so that a code they deny is left open only where nothing was counted. */
function hotspots(examined: Examined): readonly (readonly [OncogenicityCode, CodeAnswer])[] {
  const codes = ['hotspot_strong', 'hotspot_moderate', 'hotspot_weak'] as const;
  const { gene, change, normal } = examined;
  if (normal === undefined || change?.kind !== 'substitution') {
    return codes.map((code) => [code, no('Hotspots are counted for single residues.')] as const);
  }
  const residue = `${change.from}${String(change.position)}`;
  const recurrence: Recurrence | undefined = gene.recurrence?.find((one) => one.residue === residue);
  if (recurrence === undefined) {
    return codes.map((code) => [code, open(`${residue} was not counted as a hotspot.`)] as const);
  }
  const same = recurrence.changes[normal] ?? 0;
  const reason = `At least ${String(recurrence.samples)} tumours at ${residue}, ${String(same)} with ${normal}.`;
  const answer = (holds: boolean): CodeAnswer => ({ holds, reason });
  return [
    ['hotspot_strong', answer(recurrence.samples >= 50 && same >= 10)],
    ['hotspot_moderate', answer(recurrence.samples < 50 && same >= 10)],
    ['hotspot_weak', answer(same < 10)],
  ];
}

function criticalDomain({ gene, change, effect }: Examined): CodeAnswer {
  const domains = gene.criticalDomains ?? [];
  if (domains.length === 0) return open('No critical domain is recorded.');
  if (!effect.known) return open(effect.reason);
  if (!['missense', 'inframe-deletion', 'inframe-insertion'].includes(effect.consequence)) {
    return no('It neither exchanges, takes out nor adds residues in frame.');
  }
  const first =
    change === undefined ? undefined : 'range' in change ? change.range.first : positionOf(change);
  if (first === undefined) return open('The protein change is not reported.');
  const hit = domains.find((domain) => domain.first <= first && first <= domain.last);
  return hit === undefined
    ? no('It lies in no critical domain.')
    : yes(`It lies in the ${hit.name} (${hit.source}).`);
}

const positionOf = (change: ProteinChange): number | undefined =>
  'position' in change ? change.position : undefined;

function inFrame({ gene, effect }: Examined): CodeAnswer {
  if (!effect.known) return open(effect.reason);
  if (effect.consequence === 'inframe-deletion' || effect.consequence === 'inframe-insertion') {
    return yes(`${effect.consequence} in the cancer gene ${gene.symbol}.`);
  }
  return effect.consequence === 'stop-lost' && suppresses(gene)
    ? yes(`The stop codon of the tumour suppressor ${gene.symbol} is lost.`)
    : no('It is no in-frame deletion or insertion, and no stop loss in a tumour suppressor.');
}

function sameResidue({ gene, change, normal }: Examined): CodeAnswer {
  if (change?.kind !== 'substitution') return no('It is no missense variant.');
  const others = (gene.hotspots ?? []).flatMap((hotspot) => {
    const [, from, position, to] = /^([A-Z])(\d+)([A-Z])$/.exec(hotspot) ?? [];
    return from === change.from &&
      Number(position) === change.position &&
      to !== undefined &&
      hotspot !== normal
      ? [{ hotspot, to }]
      : [];
  });
  if (others.length === 0) return no('No other change at the residue is established.');
  const own = granthamDistance(change.from, change.to) ?? 0;
  const similar = others.find(({ to }) => own >= (granthamDistance(change.from, to) ?? Infinity));
  return similar === undefined
    ? no(`The change is smaller than the established ones at the residue (Grantham distance ${String(own)}).`)
    : yes(
        `${similar.hotspot} at the same residue is established; Grantham distance ${String(own)} is at least as large.`,
      );
}
