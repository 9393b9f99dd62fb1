import { altersProtein, type SmallVariant } from '@consilium/clinical';

/** Whether interpretation can make anything of a variant: its gene is known, and it touches protein, splicing or promoter. */
export function carriesMeaning({
  gene,
  consequence,
  proteinChange,
  codingChange,
  origin,
  significanceAsReported,
}: SmallVariant): boolean {
  if (gene === undefined) return false;
  // What a laboratory calls significant is never dropped for its place in the gene.
  if (significanceAsReported !== undefined || origin === 'germline') return true;
  if (consequence === undefined) return proteinChange !== undefined || codingChange !== undefined;
  return (
    altersProtein(consequence) ||
    consequence === 'promoter' ||
    consequence === 'splice-region' ||
    consequence === 'other'
  );
}
