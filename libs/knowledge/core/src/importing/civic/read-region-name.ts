import type { ProfilePattern, SmallVariantClass } from '@consilium/clinical';

interface Region {
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

/**
 * Residues of regions that names speak of without numbers, where a report may lack the exon: EGFR exon 19 is residues
 * 729 to 761, exon 20 762 to 823 (NM_005228); ERBB2 exon 20 769 to 835 (NM_004448); FLT3 juxtamembrane domain 572 to
 * 630 (P36888); ABL1 P-loop 248 to 256 and kinase domain 242 to 493 (P00519); TP53 DNA-binding domain 102 to 292
 * (P04637); FLT3 activation loop 829 to 856 (P36888).
 */
const regions: Readonly<Record<string, Region>> = {
  'EGFR exon 19': { first: 729, last: 761, name: 'exon 19' },
  'EGFR exon 20': { first: 762, last: 823, name: 'exon 20' },
  'ERBB2 exon 20': { first: 769, last: 835, name: 'exon 20' },
  'FLT3 itd': { first: 572, last: 630, name: 'juxtamembrane domain' },
  'FLT3 tkd': { first: 829, last: 856, name: 'activation loop' },
  'ABL1 p-loop': { first: 248, last: 256, name: 'P-loop' },
  'ABL1 kinase domain': { first: 242, last: 493, name: 'kinase domain' },
  'TP53 dna binding domain': { first: 102, last: 292, name: 'DNA-binding domain' },
};

const regionOf = (gene: string, name: string): { readonly residues?: Region } => {
  const residues = regions[`${gene} ${name.toLowerCase()}`];
  return residues === undefined ? {} : { residues };
};

/** Exons, domains, kinds of change: `Exon 20 Insertion`, `TKD MUTATION`, `Non-V600`, `Promoter Mutation`. */
export function readRegionName(gene: string, text: string): ProfilePattern | undefined {
  const lower = text.toLowerCase();
  const simple = simpleClasses[lower];
  if (simple !== undefined) return { smallVariant: { gene, ...simple } };
  return (
    readExon(gene, lower) ?? readSkipping(gene, lower) ?? readDomain(gene, lower) ?? readExcept(gene, lower)
  );
}

const simpleClasses: Readonly<Record<string, { readonly classes?: readonly SmallVariantClass[] }>> = {
  mutation: {},
  variant: {},
  'activating mutation': { classes: ['oncogenic'] },
  frameshift: { classes: ['frameshift'] },
  'frameshift truncation': { classes: ['frameshift'] },
  'truncating mutation': { classes: ['truncating'] },
  'promoter mutation': { classes: ['promoter'] },
};

const exonClasses: Readonly<Record<string, readonly SmallVariantClass[] | undefined>> = {
  mutation: ['protein-altering'],
  deletion: ['inframe-deletion'],
  del: ['inframe-deletion'],
  insertion: ['inframe-insertion'],
  frameshift: ['frameshift'],
};

function readExon(gene: string, text: string): ProfilePattern | undefined {
  const [, first, last, kind] =
    /^(?:rare )?ex(?:on)? ?(\d+)(?:-(\d+))? (mutation|deletion|del|insertion|frameshift)$/.exec(text) ?? [];
  const classes = kind === undefined ? undefined : exonClasses[kind];
  if (first === undefined || classes === undefined) return undefined;
  const known = regionOf(gene, `exon ${first}`);
  // Outside the exons where a deletion is known to stay in frame, it takes the whole exon away.
  if (kind?.startsWith('del') === true && known.residues === undefined) return undefined;
  if (text.startsWith('rare')) return undefined;
  const exons = { first: Number(first), last: Number(last ?? first) };
  return { smallVariant: { gene, exons, ...(last === undefined ? known : {}), classes } };
}

function readSkipping(gene: string, text: string): ProfilePattern | undefined {
  if (gene === 'EGFR' && /^(egfr)?v ?iii$/.test(text)) {
    return { exonSkipping: { gene, exons: { first: 2, last: 7 } } };
  }
  const [, exon] = /^exon (\d+) skipping(?: mutation)?$/.exec(text) ?? [];
  if (exon === undefined) return undefined;
  const exons = { first: Number(exon), last: Number(exon) };
  return {
    any: [{ exonSkipping: { gene, exons } }, { smallVariant: { gene, exons, classes: ['splice-site'] } }],
  };
}

function readDomain(gene: string, text: string): ProfilePattern | undefined {
  if (/^(itd|internal duplication|internal tandem duplication)$/.test(text)) {
    const { residues } = regionOf(gene, 'itd');
    return residues === undefined
      ? undefined
      : { smallVariant: { gene, exons: { first: 14, last: 15 }, residues, classes: ['inframe-insertion'] } };
  }
  const [, domain] = /^(.*?)(?: domain)? mutation$/.exec(text) ?? [];
  if (domain === undefined) return undefined;
  const { residues } = { ...regionOf(gene, domain), ...regionOf(gene, `${domain} domain`) };
  return residues === undefined ? undefined : { smallVariant: { gene, residues } };
}

function readExcept(gene: string, text: string): ProfilePattern | undefined {
  const any = { smallVariant: { gene } };
  const [, codon] = /^non-[a-z](\d+)$/.exec(text) ?? [];
  if (codon !== undefined) {
    return { all: [any, { not: { smallVariant: { gene, codons: [Number(codon)] } } }] };
  }
  const [, part] = /^non-(.+) mutation$/.exec(text) ?? [];
  const { residues } = part === undefined ? {} : regionOf(gene, part);
  return residues === undefined ? undefined : { all: [any, { not: { smallVariant: { gene, residues } } }] };
}
