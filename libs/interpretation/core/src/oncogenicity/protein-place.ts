import type { Consequence, ProteinChange } from '@consilium/clinical';
import { fails, holds, open, suppresses, type CodeAnswer, type Examined } from './code-answer.js';

const keepingFrame: readonly Consequence[] = ['missense', 'inframe-deletion', 'inframe-insertion'];

/** A change that keeps the frame and touches a domain the release calls critical (Horak 2022, OM1). */
export function criticalDomain({ gene, change, effect }: Examined): CodeAnswer {
  const domains = gene.criticalDomains ?? [];
  if (domains.length === 0) return open('No critical domain is recorded.');
  if (!effect.known) return open(effect.reason);
  if (!keepingFrame.includes(effect.consequence)) {
    return fails('It neither exchanges, takes out nor adds residues in frame.');
  }
  const place = change === undefined ? undefined : placeOf(change);
  if (place === undefined) return open('The protein change is not reported.');
  const hit = domains.find((domain) => domain.first <= place.last && place.first <= domain.last);
  return hit === undefined
    ? fails('It lies in no critical domain.')
    : holds(`It lies in the ${hit.name} (${hit.source}).`);
}

/** Residues touched, both included; an insertion touches what it parts. */
function placeOf(change: ProteinChange): { readonly first: number; readonly last: number } | undefined {
  if ('range' in change) return change.range;
  return 'position' in change ? { first: change.position, last: change.position } : undefined;
}

/** A change of length in frame in a cancer gene, or the stop of a tumour suppressor lost (Horak 2022, OM2). */
export function inFrame({ gene, effect }: Examined): CodeAnswer {
  if (!effect.known) return open(effect.reason);
  if (effect.consequence === 'inframe-deletion' || effect.consequence === 'inframe-insertion') {
    return holds(`${effect.consequence} in the cancer gene ${gene.symbol}.`);
  }
  return effect.consequence === 'stop-lost' && suppresses(gene)
    ? holds(`The stop codon of the tumour suppressor ${gene.symbol} is lost.`)
    : fails('It is no in-frame deletion or insertion, and no stop loss in a tumour suppressor.');
}
