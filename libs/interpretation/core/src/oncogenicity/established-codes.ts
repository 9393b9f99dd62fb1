import { normaliseProteinChange } from '@consilium/clinical';
import type { FunctionalEffect } from '@consilium/knowledge-core';
import { sameChange } from '../variant-effect.js';
import { fails, holds, open, type AnsweredCode, type CodeAnswer, type Examined } from './code-answer.js';
import { granthamDistance } from './grantham-distance.js';
import type { CutOffs } from './oncogenicity-cut-offs.js';

const normalFormOf = (listed: string): string => normaliseProteinChange(listed) ?? listed;

/** The same change as an established one; not where splicing is affected, which the protein change does not show. */
export function establishedChange({ variant, gene, effect, change, normal }: Examined): CodeAnswer {
  if (variant.consequence === 'splice-site') return fails('It affects splicing.');
  if (!effect.known) return open(effect.reason);
  if (normal === undefined) return open('The protein change is not reported.');
  const codon = change?.kind === 'substitution' ? `${change.from}${String(change.position)}` : undefined;
  const listed = gene.hotspots?.find((one) => one === codon || sameChange(normalFormOf(one), normal));
  if (listed === undefined) return fails('It is not among the established changes of the release.');
  return variant.consequence === 'splice-region'
    ? open(`${listed} is established, but this variant lies in a splice region: check by RNA.`)
    : holds(`${gene.symbol} ${listed} is established as oncogenic in the release.`);
}

/** What the release records of this very change. */
export const recordedStudies = ({ gene, normal }: Examined): readonly FunctionalEffect[] =>
  (gene.functional ?? []).filter(
    ({ change }) => normal !== undefined && sameChange(normalFormOf(change), normal),
  );

/** Functional studies stated with the variant or recorded in the release; where they disagree, neither code holds. */
export function functionalCodes(
  recorded: readonly FunctionalEffect[],
  stated: 'damaging' | 'neutral' | undefined,
): { readonly answers: readonly AnsweredCode[]; readonly cautions: readonly string[] } {
  const effects = new Set([
    ...recorded.map(({ effect }) => (effect === 'neutral' ? 'neutral' : 'damaging')),
    ...(stated === undefined ? [] : [stated]),
  ]);
  const sources = [
    ...recorded.map(({ effect, pmid }) => `${effect} (PMID ${pmid})`),
    ...(stated === undefined ? [] : [`${stated} (as stated)`]),
  ].join('; ');
  const answers = (damaging: CodeAnswer, neutral: CodeAnswer): readonly AnsweredCode[] => [
    ['functional_damaging', damaging],
    ['functional_neutral', neutral],
  ];
  if (effects.size === 0) {
    const none = open('No functional study is recorded.');
    return { answers: answers(none, none), cautions: [] };
  }
  if (effects.size > 1) {
    const torn = open(`Functional studies disagree: ${sources}.`);
    return { answers: answers(torn, torn), cautions: [torn.reason] };
  }
  const [yes, no] = [holds(`Functional studies: ${sources}.`), fails(`Functional studies: ${sources}.`)];
  return { answers: effects.has('damaging') ? answers(yes, no) : answers(no, yes), cautions: [] };
}

/**
 * A missense where another is established and the change is at least about as large (Horak 2022; Grantham 1974). The
 * paper gives no number for about: a profile says from which share on it holds, and down to PCGR's 80 % it stays open.
 */
export function sameResidue({ gene, change, effect, normal }: Examined, cutOffs: CutOffs): CodeAnswer {
  if (!effect.known) return open(effect.reason);
  if (change === undefined && effect.consequence === 'missense') {
    return open('The protein change is not reported.');
  }
  if (change?.kind !== 'substitution') return fails('It is no missense variant.');
  const others = (gene.hotspots ?? []).flatMap((hotspot) => {
    const [, from, position, to] = /^([A-Z])(\d+)([A-Z])$/.exec(hotspot) ?? [];
    if (from !== change.from || Number(position) !== change.position || to === undefined) return [];
    const size = hotspot === normal ? undefined : granthamDistance(change.from, to);
    return size === undefined ? [] : [{ hotspot, size }];
  });
  const [smallest] = [...others].sort((a, b) => a.size - b.size);
  if (smallest === undefined) return fails('No other change at the residue is established.');
  const own = granthamDistance(change.from, change.to);
  if (own === undefined) return open('The size of the change is not known.');
  const said = `Grantham distance ${String(own)}; ${String(smallest.size)} for ${smallest.hotspot}, established at the same residue.`;
  if (own >= smallest.size * cutOffs.leastSizeShare) return holds(said);
  return own >= smallest.size * 0.8
    ? open(`${said} Whether that is about as large, a curator decides.`)
    : fails(said);
}
