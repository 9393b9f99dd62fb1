import type { SmallVariant } from '@consilium/clinical';

/**
 * Findings stated in the report and found in its files, each once: what a laboratory states wins over what a file
 * says of the same change, and takes from it what it does not state itself.
 */
export function mergeSmallVariants(
  stated: readonly SmallVariant[],
  found: readonly SmallVariant[],
): readonly SmallVariant[] {
  const merged = stated.map((variant) => ({ ...found.find((other) => same(variant, other)), ...variant }));
  const seen = new Set<string>();
  const once = found.filter(({ genomic, origin }) => {
    if (genomic === undefined) return true;
    const { chromosome, position, reference, alternate } = genomic;
    const key = [origin, chromosome, position, reference, alternate].join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return [...merged, ...once.filter((other) => !stated.some((variant) => same(variant, other)))];
}

function same(a: SmallVariant, b: SmallVariant): boolean {
  if (a.genomic !== undefined && b.genomic !== undefined) {
    return (
      a.genomic.chromosome === b.genomic.chromosome &&
      a.genomic.position === b.genomic.position &&
      a.genomic.reference === b.genomic.reference &&
      a.genomic.alternate === b.genomic.alternate
    );
  }
  if (a.gene === undefined || a.gene !== b.gene) return false;
  return a.proteinChange !== undefined
    ? a.proteinChange === b.proteinChange
    : a.codingChange !== undefined && a.codingChange === b.codingChange;
}
