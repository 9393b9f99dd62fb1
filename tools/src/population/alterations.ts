import type { CopyNumberAlteration, SmallVariant, StructuralVariant } from '@consilium/clinical';
import { pick, type Random } from './random.js';

export interface Alterations {
  readonly smallVariants: SmallVariant[];
  readonly copyNumberAlterations: CopyNumberAlteration[];
  readonly structuralVariants: StructuralVariant[];
}

const aminoAcids = 'ACDEFGHIKLMNPQRSTVWY'.split('');

/** A change as the table of tumours names it. */
export function addAlteration(into: Alterations, what: string, random: Random): void {
  const fusion = /^(\w+)::(\w+)$/.exec(what);
  if (fusion !== null) {
    const [, fivePrimeGene = '', threePrimeGene = ''] = fusion;
    into.structuralVariants.push({ kind: 'fusion', fivePrimeGene, threePrimeGene, origin: 'somatic' });
    return;
  }
  const [gene = '', change = ''] = what.split(' ');
  if (change === 'amp') {
    const copies = 6 + Math.floor(random() * 20);
    into.copyNumberAlterations.push({ gene, state: 'amplification', copies, origin: 'somatic' });
  } else if (change === 'del')
    into.copyNumberAlterations.push({ gene, state: 'deep-deletion', copies: 0, origin: 'somatic' });
  else into.smallVariants.push(change === '*' ? anyChange(gene, random) : namedChange(gene, change, random));
}

/** What a panel finds beside drivers: a missense change somewhere. */
export const passenger = (genes: readonly string[], random: Random): SmallVariant => ({
  gene: pick(random, genes),
  proteinChange: missense(random),
  consequence: 'missense',
  vaf: vafFrom(random),
  origin: 'unknown',
});

const namedChange = (gene: string, proteinChange: string, random: Random): SmallVariant => ({
  gene,
  proteinChange,
  consequence: proteinChange.includes('del')
    ? 'inframe-deletion'
    : proteinChange.includes('ins')
      ? 'inframe-insertion'
      : 'missense',
  vaf: vafFrom(random),
  origin: 'somatic',
});

/** Suppressors are lost by truncation as often as they are changed. */
function anyChange(gene: string, random: Random): SmallVariant {
  const place = String(20 + Math.floor(random() * 500));
  const truncated = random() < 0.55;
  return {
    gene,
    proteinChange: truncated ? `${pick(random, aminoAcids)}${place}*` : missense(random),
    consequence: truncated ? 'nonsense' : 'missense',
    vaf: vafFrom(random),
    origin: random() < 0.1 ? 'germline' : 'somatic',
  };
}

function missense(random: Random): string {
  const from = pick(random, aminoAcids);
  const to = pick(
    random,
    aminoAcids.filter((one) => one !== from),
  );
  return `${from}${String(20 + Math.floor(random() * 900))}${to}`;
}

const vafFrom = (random: Random): number => Math.round((0.05 + random() * 0.55) * 1000) / 1000;
